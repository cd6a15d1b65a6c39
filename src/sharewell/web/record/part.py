"""What the list of one's own work is made of: parts with lines, each a thing to do and where it leads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do: words, where it leads, a detail, and when it is due."""

    words: str
    address: str
    detail: str = ""
    due: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One list of the page, and what to say when it is empty."""

    title: str
    lines: tuple[Line, ...]
    empty: str
