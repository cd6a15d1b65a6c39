"""The list of one's own work. Each room adds its part by a function here; a part with nothing to show says so."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sharewell.casework.access import children_of
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.web.child.worklist import glass_part, lifts_part
from sharewell.web.consent.worklist import due_part
from sharewell.web.record.door import signed_in
from sharewell.web.record.frame import address_of
from sharewell.web.record.part import Line, Part
from sharewell.web.request.worklist import advice_part, requests_part, reviews_part

#: How many children are shown; the rest are found by looking.
_MOST = 30


def _children(who: Acting) -> Part | None:
    if not may(who, Act.OPEN_RECORD):
        return None
    found = children_of(who).order_by("family_name", "given_name")[:_MOST]
    lines = tuple(Line(child.name, address_of("child", child.pk)) for child in found)
    return Part("Children I work with", lines, "No child’s record is open to you yet.")


#: The parts, in order. Each gives None where it does not concern the practitioner.
PARTS: tuple[Callable[[Acting], Part | None], ...] = (
    requests_part, advice_part, lifts_part, glass_part, reviews_part, due_part, _children,
)  # fmt: skip


@require_GET
@signed_in
def work(request: HttpRequest, who: Acting) -> HttpResponse:
    """The first page after signing in."""
    parts = [part for part in (make(who) for make in PARTS) if part is not None]
    return render(request, "sharewell/record/work.html", {"parts": parts, "section": "work"})
