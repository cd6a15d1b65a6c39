"""The first page of a child’s record."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sharewell.casework.access import open_child
from sharewell.casework.acting import Acting
from sharewell.web.record.door import signed_in


@require_GET
@signed_in
def overview(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """The child’s record, opened: the viewing is kept."""
    person, right = open_child(who, child, part="overview")
    return render(request, "sharewell/child/overview.html", {"child": person, "right": right, "section": "work"})
