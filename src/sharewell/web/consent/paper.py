"""Forms on paper: to read and sign, in easy read with pictures, and to read aloud; as a page and as a tagged PDF."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from sharewell.casework.print_form import Question
from sharewell.web.young.picture import PICTURES

#: Which forms there are, by the word in their address.
KINDS = (
    ("standard", "The form to read and sign"),
    ("easy", "Easy read, with pictures"),
    ("spoken", "A script to read aloud"),
)
_HERE = Path(__file__).parent
_FONTS = [str(_HERE.parent / "fonts")]
#: What the fonts of the PDF cannot show becomes a box.
_UNPRINTABLE = re.compile(
    "[^\\n\\x20-\\x7e\u00a0-\u017f\u0180-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2010-\u2026\u20ac\u25a1]"
)
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke="#13211f" stroke-width="2.75"'
    ' stroke-linecap="round" stroke-linejoin="round">'
    "<style>.one{fill:#d9ecee}.two{fill:#f6e6cc}.say{fill:#ffffff}</style>"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a form: lines, each with its picture; what is asked, or lines to write it on; ticks; fields."""

    title: str
    lines: tuple[tuple[str, str], ...]
    shown: tuple[str, ...]
    blank: bool
    ticks: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A form, whole. `pictures` says whether the drawings are shown."""

    kind: str
    title: str
    lead: str
    organisation: str
    child: str
    pictures: bool
    parts: tuple[Part, ...]


def leaf(kind: str, asked: Question) -> Leaf:
    """A form of a kind for a question.

    Raises: KeyError for a kind that does not exist.
    """
    said = _texts()[kind]
    shown = {"what": asked.what, "whom": asked.whom, "purpose": (asked.purpose,) if asked.purpose else ()}
    parts = tuple(
        Part(
            title=part["title"],
            lines=tuple((name, words) for name, words in part.get("lines", ())),
            shown=shown.get(part.get("show", ""), ()),
            blank="show" in part and not shown[part["show"]],
            ticks=tuple(part.get("ticks", ())),
            fields=tuple(part.get("fields", ())),
        )
        for part in said["part"]
    )
    return Leaf(kind, said["title"], said["lead"], asked.organisation, asked.child, kind == "easy", parts)


def pdf_of(made: Leaf) -> bytes:
    """The form as a tagged PDF. What it says goes in as data, never as source; no name is in its title."""
    drawings = {name: re.sub(r"^<svg[^>]*>", _DRAWING, picture) for name, picture in PICTURES.items()}
    used = {name for part in made.parts for name, _ in part.lines} if made.pictures else set()
    said = {**asdict(made), "drawings": {name: drawings[name] for name in sorted(used)}}
    data = _UNPRINTABLE.sub("\u25a1", json.dumps(said, ensure_ascii=False))
    written = typst.compile(
        str(_HERE / "paper.typ"),
        root=str(_HERE),
        sys_inputs={"data": data},
        pdf_standards="ua-1",
        font_paths=_FONTS,
        ignore_system_fonts=True,
    )
    if not isinstance(written, bytes):
        raise TypeError("typst gave pages where one file was asked for")
    return written


@cache
def _texts() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("sharewell.web.consent").joinpath("paper.toml").read_text(encoding="utf-8"))
