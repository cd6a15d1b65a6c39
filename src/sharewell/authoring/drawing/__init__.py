"""The flowchart of an edition: an overview, or one theme, rule or finding; as SVG, Mermaid or a nested list."""

from sharewell.authoring.drawing.chart import NothingToDrawError
from sharewell.authoring.drawing.draw import draw

__all__ = ["NothingToDrawError", "draw"]
