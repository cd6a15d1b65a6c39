"""Names, date of birth, language, ways of communicating, and numbers of a child."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.casework.add_identifier import add_identifier
from sharewell.casework.change_person import change_person
from sharewell.casework.end_identifier import end_identifier
from sharewell.casework.within import person_around
from sharewell.register.person import FormerName, Identifier, IdentifierKind
from sharewell.web.child.name_form import NumberEndForm, NumberForm, PersonForm, known_of
from sharewell.web.child.parts import shown
from sharewell.web.record.door import signed_in
from sharewell.web.record.writing import Sheet, writing

_WRITES = ("GET", "HEAD", "POST")


def _back(child: UUID) -> str:
    return reverse("child-names", args=(child,))


@require_GET
@signed_in
def names(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """What is written of the child."""
    opened = open_child(who, child, part="names and numbers")
    context = shown(
        opened,
        "child-names",
        numbers=Identifier.objects.filter(person=opened[0]).select_related("end").order_by("kind", "recorded_at"),
        former=FormerName.objects.filter(person=opened[0]).order_by("-recorded_at"),
        writes=may(who, Act.CHANGE_RECORD),
    )
    return render(request, "sharewell/child/names.html", context)


@require_http_methods(_WRITES)
@signed_in
def person_change(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:
    """Put right what is written of the child, or of somebody in their life."""
    opened = open_child(who, child, part="names and numbers, writing", act=Act.CHANGE_RECORD)
    person = person_around(opened[0], row)
    initial = {name: getattr(person, name) for name in PersonForm.base_fields if hasattr(person, name)}
    form = PersonForm(request.POST or None, initial={**initial, "seen": person.version})

    def do(data: Any) -> object:
        seen = int(str(data.pop("seen")))
        died = data.pop("died_on")
        return change_person(who, child, person=row, known=known_of(data), seen=seen, died_on=died)

    return writing(request, opened, Sheet(f"Put right: {person.name}", "Save", _back(child)), form=form, do=do)


@require_http_methods(_WRITES)
@signed_in
def number_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """A number of the child."""
    opened = open_child(who, child, part="names and numbers, writing", act=Act.CHANGE_RECORD)
    form = NumberForm(request.POST or None)
    return writing(
        request,
        opened,
        Sheet("Add a number", "Save", _back(child)),
        form=form,
        do=lambda data: add_identifier(
            who, child, kind=IdentifierKind(data["kind"]), value=data["value"], source=data["source"]
        ),
    )


@require_http_methods(_WRITES)
@signed_in
def number_end(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:
    """A number that is wrong."""
    opened = open_child(who, child, part="names and numbers, writing", act=Act.CHANGE_RECORD)
    form = NumberEndForm(request.POST or None)
    sheet = Sheet("This number is wrong", "Save", _back(child))
    return writing(request, opened, sheet, form=form, do=lambda data: end_identifier(who, row, reason=data["reason"]))
