"""The pieces of an SVG: text that stays text, boxes and lines with classes, and the document around them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from sharewell.authoring.drawing.measure import wrapped

SIZE, SMALL, LEADING, SMALL_LEADING = 14, 12, 18, 16
_BAD = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(text: str) -> str:
    """A text for XML: escaped, characters that XML cannot hold left out."""
    return escape(_BAD.sub("", text))


def number(value: float) -> str:
    """A coordinate, short and always written the same way."""
    return f"{round(value, 1):g}"


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of a box, with their height."""

    says: tuple[str, ...]
    note: tuple[str, ...]
    bold: bool = False

    @staticmethod
    def of(says: str, note: str, room: float, *, bold: bool = False) -> Words:
        """Wrap what a box says, and its note, into the room there is."""
        return Words(wrapped(says, SIZE, room, bold=bold), wrapped(note, SMALL, room), bold)

    @property
    def height(self) -> float:
        """How high the lines are together."""
        return len(self.says) * LEADING + (3 if self.says and self.note else 0) + len(self.note) * SMALL_LEADING

    def drawn(self, x: float, y: float) -> str:
        """The lines from the top at `y`."""
        said = _text(self.says, x, y + SIZE, LEADING, "says bold" if self.bold else "says")
        top = y + len(self.says) * LEADING + (3 if self.says else 0)
        return said + _text(self.note, x, top + SMALL, SMALL_LEADING, "note")


def _text(lines: Sequence[str], x: float, y: float, leading: float, look: str) -> str:
    spans = "".join(
        f'<tspan x="{number(x)}" y="{number(y + i * leading)}">{safe(line)}</tspan>' for i, line in enumerate(lines)
    )
    return f'<text class="{look}">{spans}</text>' if spans else ""


def box(x: float, y: float, width: float, height: float, look: str, *, round_by: float = 8) -> str:
    """A box with the look of its kind."""
    return (
        f'<rect class="box is-{safe(look)}" x="{number(x)}" y="{number(y)}" width="{number(width)}" '
        f'height="{number(height)}" rx="{number(round_by)}"/>'
    )


def line(points: Sequence[tuple[float, float]], *, arrow: bool = False) -> str:
    """A line through some points; with `arrow`, a head at its end."""
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    drawn = f'<path class="line" d="{path}"/>'
    if arrow:
        (x0, y0), (x, y) = points[-2:]
        dx, dy = (x > x0) - (x < x0), (y > y0) - (y < y0)
        back, side = 7, 4
        left = f"{number(x - dx * back - dy * side)} {number(y - dy * back - dx * side)}"
        right = f"{number(x - dx * back + dy * side)} {number(y - dy * back + dx * side)}"
        drawn += f'<path class="head" d="M{number(x)} {number(y)}L{left}L{right}Z"/>'
    return drawn


def document(title: str, about: str, width: float, height: float, inner: str, *, standalone: bool) -> str:
    """A whole drawing, named and described. `standalone`: with its stylesheet in it, for a file of its own."""
    key = "c" + hashlib.sha256(f"{title}\n{inner}".encode()).hexdigest()[:10]
    style = f"<style>\n{safe_css(stylesheet())}</style>\n" if standalone else ""
    size = f'viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-labelledby="{key}-t {key}-d" {size}>\n'
        f'<title id="{key}-t">{safe(title)}</title>\n<desc id="{key}-d">{safe(about)}</desc>\n{style}{inner}\n</svg>\n'
    )


def stylesheet() -> str:
    """The sheet of the charts."""
    return files("sharewell.authoring.drawing").joinpath("drawing.css").read_text(encoding="utf-8")


def safe_css(sheet: str) -> str:
    """A sheet inside XML."""
    return sheet.replace("&", "&amp;").replace("<", "&lt;")
