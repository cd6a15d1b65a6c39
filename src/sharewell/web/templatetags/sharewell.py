"""`{% icon "tick" %}` and `{% mark %}`: our own drawings, hidden from readers. `{% book_url %}`: rulebook links."""

from __future__ import annotations

from django import template
from django.template import RequestContext
from django.utils.safestring import SafeString, mark_safe

from sharewell.web.icons import ICONS, MARK
from sharewell.web.rulebook.choice import address, asked

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


@register.simple_tag(takes_context=True)
def book_url(context: RequestContext, name: str, *args: object) -> str:
    """The address of a page of the rulebook that is being read, as `{% url %}` would give it for the usual one."""
    return address(asked(context.request), name, *args)
