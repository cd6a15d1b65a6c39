"""Danger now: what to do at once, and what the rules say about those who can help. No question is waited for."""

from __future__ import annotations

from sharewell.web.guide.sitting import Sitting


def emergency(sitting: Sitting) -> dict[str, object]:
    """The page that stands at once when somebody is in danger."""
    from sharewell.web.guide.page import around, carried  # noqa: PLC0415

    return {**carried(sitting.trail), **around(sitting)}
