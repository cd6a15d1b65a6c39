"""Which role may do what: for everybody to read, from the one table that decides it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sharewell.casework.act import MATRIX, Act
from sharewell.casework.acting import Acting
from sharewell.register.practitioner import Role
from sharewell.web.people.act_words import words_of
from sharewell.web.record.door import signed_in


@require_GET
@signed_in
def roles(request: HttpRequest, who: Acting) -> HttpResponse:
    """The table, and which roles are one’s own."""
    rows = [(words_of(act), [(role, act in MATRIX[role]) for role in Role]) for act in Act]
    mine = [role.label for role in Role if role in who.roles]
    return render(request, "sharewell/people/roles.html", {"roles": list(Role), "rows": rows, "mine": mine})
