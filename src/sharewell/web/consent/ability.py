"""Can they decide this? Two pages: one for a child, one from 16 on."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from sharewell.casework.access import open_child
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.assess_capacity import assess_capacity
from sharewell.casework.assess_competence import assess_competence
from sharewell.web.consent.ability_form import CapacityForm, CompetenceForm, ability, understanding
from sharewell.web.consent.words import words
from sharewell.web.record.door import signed_in
from sharewell.web.record.writing import Sheet, writing


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def competence_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Under 16: can they decide this?"""
    opened = open_child(who, child, part="competence", act=Act.ASSESS)
    sheet = _sheet(child, "Can the child decide this?", "competence")
    form = CompetenceForm(request.POST or None, child=opened[0], initial={"assessed_on": who.on})

    def do(data: dict[str, object]) -> None:
        assess_competence(who, child, found=understanding(data))

    return writing(request, opened, sheet, form=form, do=do)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def capacity_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """From 16: can they decide this?"""
    opened = open_child(who, child, part="capacity", act=Act.ASSESS)
    sheet = _sheet(child, "Can the young person decide this?", "capacity")
    form = CapacityForm(request.POST or None, child=opened[0], initial={"assessed_on": who.on})

    def do(data: dict[str, object]) -> None:
        assess_capacity(who, child, found=ability(data))

    return writing(request, opened, sheet, form=form, do=do)


def _sheet(child: UUID, title: str, test: str) -> Sheet:
    said = words()[test]
    return Sheet(
        title,
        "Save",
        reverse("consents", args=(child,)),
        said["lead"],
        template="sharewell/consent/write.html",
        more={"source": said["source"]},
    )
