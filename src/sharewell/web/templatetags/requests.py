"""`{{ moment|clock }}`: a moment as the pages say it, in England."""

from __future__ import annotations

from datetime import datetime

from django import template

from sharewell.web.request.decision_sheet import clock as said

register = template.Library()


@register.filter
def clock(at: datetime | None) -> str:
    """`10:42am on 17 November 2026`; nothing for no moment."""
    return said(at) if at else ""
