"""Who looked at a child’s record, and why."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sharewell.casework.access import right_of
from sharewell.casework.acting import Acting
from sharewell.casework.who_looked import MOST, who_looked
from sharewell.web.child.parts import parts_of
from sharewell.web.record.door import signed_in


@require_GET
@signed_in
def looked(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """The list, the latest first. Somebody who checks it without a relationship is not led to the rest."""
    person, looks = who_looked(who, child)
    right = right_of(who, person)
    parts = parts_of(person, "child-looked") if right else ()
    context = {"child": person, "right": right, "parts": parts, "looks": looks, "most": MOST, "section": "work"}
    return render(request, "sharewell/child/looked.html", context)
