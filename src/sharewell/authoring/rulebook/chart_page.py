"""The page of the flowchart: how an answer is found, then one chart for each theme."""

from __future__ import annotations

from datetime import date

from sharewell.authoring.drawing import draw
from sharewell.authoring.rulebook.block import Figure, Page, Section
from sharewell.authoring.rulebook.book import Rulebook
from sharewell.authoring.wording.day import said
from sharewell.authoring.wording.label import named
from sharewell.policy.edition import Edition


def chart_page(book: Rulebook) -> Page:
    """The flowchart of the day of reading, or of the last day of change."""
    day = book.on or book.pack.days_of_change()[-1]
    edition = book.pack.on(day)
    themes = tuple(dict.fromkeys(rule.theme for rule in edition.rules if rule.theme))
    charts = tuple(
        Section(f"chart-{theme}", named(theme), (_figure(edition, day, theme),), in_contents=True)
        for theme in sorted(themes)
    )
    return Page(
        "flowchart",
        "The flowchart",
        f"In which order the rules decide, with the rules of {said(day)}. Danger comes first.",
        (Section("chart", "How an answer is found", (_figure(edition, day, None),), in_contents=True), *charts),
    )


def _figure(edition: Edition, day: date, theme: str | None) -> Figure:
    return Figure(
        f"{named(theme) if theme else 'The order in which rules decide'}, on {said(day)}",
        draw(edition, theme=theme, format="svg", standalone=False),
        draw(edition, theme=theme, format="mermaid"),
        draw(edition, theme=theme, format="text"),
    )
