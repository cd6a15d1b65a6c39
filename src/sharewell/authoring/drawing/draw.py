"""Draw an edition."""

from __future__ import annotations

from sharewell.authoring.drawing.branch import finding_tree, rule_tree, theme_tree
from sharewell.authoring.drawing.chart import Chart
from sharewell.authoring.drawing.layout import svg
from sharewell.authoring.drawing.mermaid import mermaid
from sharewell.authoring.drawing.outline import outline
from sharewell.authoring.drawing.overview import overview
from sharewell.policy.edition import Edition

FORMATS = ("svg", "mermaid", "text")


def draw(
    edition: Edition,
    *,
    theme: str | None = None,
    rule: str | None = None,
    finding: str | None = None,
    format: str = "svg",  # noqa: A002 - the word on the command line and in the house's other writers
    standalone: bool = True,
) -> str:
    """A chart: of one rule, finding or theme if named, else the order in which the rules decide.

    `format`: `svg`, `mermaid` or `text` (a nested list). `standalone`: an SVG carries its stylesheet; without, the page
    around it holds `drawing.css`.

    Raises: NothingToDrawError for a name the edition does not have; ValueError for another format or two names.
    """
    if format not in FORMATS:
        raise ValueError(f"no format {format}: there are {', '.join(FORMATS)}")
    if sum(each is not None for each in (theme, rule, finding)) > 1:
        raise ValueError("one of theme, rule and finding at a time")
    chart = _chart(edition, theme, rule, finding)
    if format == "svg":
        return svg(chart, standalone=standalone)
    return mermaid(chart) if format == "mermaid" else outline(chart)


def _chart(edition: Edition, theme: str | None, rule: str | None, finding: str | None) -> Chart:
    if rule is not None:
        return rule_tree(edition, rule)
    if finding is not None:
        return finding_tree(edition, finding)
    return overview(edition) if theme is None else theme_tree(edition, theme)
