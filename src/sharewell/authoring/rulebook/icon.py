"""The shapes that repeat what a label says: outcomes and standings. Own drawings on a 24 grid."""

from __future__ import annotations

_SHAPES = {
    "must": '<path d="M3 12h13M11 6l6 6-6 6M21 4v16"/>',
    "should": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "may": '<path d="M4 12.5l5.5 5.5L20 6.5"/>',
    "ask": '<path d="M4 5h16v11h-8l-5 4v-4H4z"/>',
    "weigh": '<path d="M12 4v16M8 20h8M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z"/>',
    "no": '<circle cx="12" cy="12" r="9"/><path d="M7 12h10"/>',
    "not-yet": '<circle cx="12" cy="12" r="9"/><path d="M9.5 8.5v7M14.5 8.5v7"/>',
    "refer": '<path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2z"/>',
    "open": '<circle cx="12" cy="12" r="9" stroke-dasharray="3.2 3.08"/>',
    "read": '<circle cx="12" cy="12" r="8" class="solid"/>',
    "second-hand": '<circle cx="12" cy="12" r="8"/><path class="solid" d="M12 4a8 8 0 0 0 0 16z"/>',
    "recalled": '<circle cx="12" cy="12" r="8"/>',
    "awaiting": '<circle cx="12" cy="12" r="8" stroke-dasharray="3.2 3.08"/>',
}

MARK = (
    '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><circle cx="10.5" cy="16" r="9.1"/>'
    '<circle cx="21.5" cy="16" r="9.1"/>'
    '<path class="solid" d="M16 8.75a9.1 9.1 0 0 1 0 14.5a9.1 9.1 0 0 1 0-14.5z"/></svg>'
)


def icon(look: str) -> str:
    """The shape of a look, hidden from a screen reader: the words beside it say the same."""
    return f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{_SHAPES[look]}</svg>'
