"""The place that runs it: its name, its duty desk and advice lines, from a small file that it writes itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

from sharewell.web.place import Line, Place


def place_from(path: str) -> Place:
    """The place described in a TOML file; nowhere in particular if none is named.

    Raises: KeyError or ValueError for a file that leaves a name or a number out.
    """
    if not path:
        return Place()
    written = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    return Place(
        organisation=written.get("organisation", ""),
        duty=_line(written["duty"]) if "duty" in written else None,
        out_of_hours=_line(written["out-of-hours"]) if "out-of-hours" in written else None,
        advice=tuple(_line(each) for each in written.get("advice", ())),
    )


def _line(written: dict[str, str]) -> Line:
    return Line(
        name=written["name"],
        number=written["number"],
        hours=written.get("hours", ""),
        opens=written.get("opens", ""),
        closes=written.get("closes", ""),
    )
