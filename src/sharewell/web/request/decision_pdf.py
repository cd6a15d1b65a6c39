"""The record of a decision as a tagged PDF. Typst refuses to write one that is not accessible."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path

import typst

from sharewell.web.request.decision_sheet import DecisionSheet, clock

#: What the fonts of the PDF cannot show becomes a box.
_UNPRINTABLE = re.compile(
    "[^\\n\\x20-\\x7e\u00a0-\u017f\u0180-\u024f\u0370-\u03ff\u0400-\u04ff\u1e00-\u1eff\u2010-\u2026\u20ac\u25a1]"
)
_HERE = Path(__file__).parent
_FONTS = [str(_HERE.parent / "fonts")]


def pdf_of(sheet: DecisionSheet) -> bytes:
    """The PDF. What it says goes in as data, never as source."""
    year, month, day = (int(part) for part in sheet.iso.split("-"))
    said = {
        **asdict(sheet),
        "on": {"year": year, "month": month, "day": day},
        "happened": [[clock(each.at), each.words] for each in sheet.happened],
        "proof": [f"Entry {sheet.proof.sequence} of the ledger", sheet.proof.commitment] if sheet.proof else [],
    }
    data = _UNPRINTABLE.sub("\u25a1", json.dumps(said, ensure_ascii=False))
    made = typst.compile(
        str(_HERE / "decision.typ"),
        root=str(_HERE),
        sys_inputs={"data": data},
        pdf_standards="ua-1",
        font_paths=_FONTS,
        ignore_system_fonts=True,
    )
    if not isinstance(made, bytes):
        raise TypeError("typst gave pages where one file was asked for")
    return made
