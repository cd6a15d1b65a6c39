"""`{% icon "tick" %}` and `{% mark %}`: our own drawings. Always beside words, and hidden from readers."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from sharewell.web.icons import ICONS, MARK

register = template.Library()
_OPEN = '<svg class="sw-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">'
_DRAWN = {name: mark_safe(f"{_OPEN}{drawing}</svg>") for name, drawing in ICONS.items()}  # noqa: S308 - our own text


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of our drawings."""
    return _DRAWN[name]


@register.simple_tag
def mark() -> SafeString:
    """The mark: two circles and the part they have in common."""
    return MARK
