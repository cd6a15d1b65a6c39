"""The answer as a tagged PDF. Typst refuses to write one that is not accessible, and gives the same bytes each time."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from functools import cache
from pathlib import Path

import typst

from sharewell.web.answer.balance import Balance, conclusions
from sharewell.web.answer.sheet import Sheet
from sharewell.web.answer.text import HEADINGS

#: What the fonts of the PDF cannot show: everything but Latin, Greek, Cyrillic and common signs. It becomes a box.
_UNPRINTABLE = re.compile(
    "[^\\n\\x20-\\x7e\u00a0-\u017f\u0180-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2010-\u2026\u20ac\u25a1]"
)
_HERE = Path(__file__).parent
_FONTS = _HERE.parent / "fonts"


def pdf_of(sheet: Sheet, balance: Balance | None = None) -> bytes:
    """The PDF. What it says goes in as data, never as source."""
    year, month, day = (int(part) for part in sheet.iso.split("-"))
    said = {
        **asdict(sheet),
        "on": {"year": year, "month": month, "day": day},
        "balance": _balance(balance),
    }
    data = json.dumps(said, ensure_ascii=False)
    try:
        return _compiled(data)
    except typst.TypstError:
        return _compiled(_UNPRINTABLE.sub("\u25a1", data))


def _compiled(data: str) -> bytes:
    made = typst.compile(
        str(_HERE / "record.typ"),
        root=str(_HERE),
        sys_inputs={"data": data},
        pdf_standards="ua-1",
        font_paths=_fonts(),
        ignore_system_fonts=True,
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave pages where one file was asked for")
    return made


@cache
def _fonts() -> list[str]:
    return [str(_FONTS)]


def _balance(balance: Balance | None) -> dict[str, object] | None:
    if balance is None:
        return None
    texts = [
        {"heading": heading, "lines": balance.text(name).strip().splitlines()}
        for name, heading in HEADINGS.items()
        if balance.text(name).strip()
    ]
    return {"says": {name: says for name, says, _ in conclusions()}[balance.conclusion], "texts": texts}
