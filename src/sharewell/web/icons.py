"""Own drawings on a grid of 24: the same picture for the same meaning, everywhere. Colour comes from the sheet."""

from __future__ import annotations

from django.utils.safestring import mark_safe

from sharewell.policy.outcome import Outcome
from sharewell.policy.source import Standing

ICONS = {
    "must": '<path d="M3 12h13M11 6l6 6-6 6M21 4v16"/>',
    "should": '<path d="M4 12h15M13 6l6 6-6 6"/>',
    "may": '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
    "tick": '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
    "ask": '<path d="M4 5h16v11h-8l-5 4v-4H4z"/>',
    "weigh": '<path d="M12 4v16M8 20h8M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z"/>',
    "no": '<circle cx="12" cy="12" r="9"/><path d="M7.5 12h9"/>',
    "wait": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.5l3.5 2"/>',
    "refer": '<path d="M6 3h3l2 5-2.5 2a12 12 0 0 0 5.5 5.5L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"'
    "/>",
    "open": '<circle cx="12" cy="12" r="9" stroke-dasharray="3.5 3.57"/>',
    "out": '<path d="M6 12h12"/>',
    "note": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.1"/>',
    "alarm": '<path d="M12 3.5L22 20H2zM12 10v4.5M12 17v.1"/>',
    "read": '<circle cx="12" cy="12" r="8" class="solid"/>',
    "second-hand": '<circle cx="12" cy="12" r="8"/><path class="solid" d="M12 4a8 8 0 0 0 0 16z"/>',
    "recalled": '<circle cx="12" cy="12" r="8"/>',
    "awaiting-sign-off": '<circle cx="12" cy="12" r="8" stroke-dasharray="3.2 3.08"/>',
    "pdf": '<path d="M6 2h8l5 5v15H6zM14 2v5h5M12 11v7M9 15.5l3 3 3-3"/>',
    "text": '<path d="M4 6h16M4 11h16M4 16h10"/>',
    "print": '<path d="M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z"/>',
}

#: Outcome to the name of its picture and of its colours: `must` is drawn by `must` and coloured by `is-must`.
PICTURE = {
    Outcome.MUST_SHARE: "must",
    Outcome.SHOULD_SHARE: "should",
    Outcome.MAY_SHARE: "may",
    Outcome.ASK_FIRST: "ask",
    Outcome.WEIGH: "weigh",
    Outcome.MUST_NOT_SHARE: "no",
    Outcome.NOT_YET: "wait",
    Outcome.REFER: "refer",
    Outcome.INCOMPLETE: "open",
}
STANDING = {standing: standing.value for standing in Standing}

MARK = mark_safe(
    '<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" '
    'stroke-width="2.75">'
    '<circle cx="10.5" cy="16" r="9.1"/><circle cx="21.5" cy="16" r="9.1"/>'
    '<path fill="currentColor" stroke="none" d="M16 8.75a9.1 9.1 0 0 1 0 14.5a9.1 9.1 0 0 1 0-14.5z"/></svg>'
)
