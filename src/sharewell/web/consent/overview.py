"""Consent and voice of a child on one page: what they say first, then what stands, who may not be told, what is due."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.casework.birthday import age_on
from sharewell.casework.consent_standing import answers_about
from sharewell.casework.told_to import not_told
from sharewell.casework.whose_answer import whose_answer
from sharewell.casework.within import around
from sharewell.register.consent import NotAsked
from sharewell.register.person import Person
from sharewell.register.voice import Review, ReviewKind, View, ViewResponse, Wish
from sharewell.web.child.parts import shown
from sharewell.web.consent.answer import state_of
from sharewell.web.consent.grid import grids
from sharewell.web.consent.paper import KINDS
from sharewell.web.consent.words import words
from sharewell.web.record.door import signed_in

#: How many of each list are shown.
_MOST = 40


@require_GET
@signed_in
def consents(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """The page."""
    person, right = open_child(who, child, part="consent")
    answers = answers_about(person)
    age = age_on(person.born_on, who.on)
    presumed = min(tier.from_age for tier in whose_answer().tiers if tier.needs == "capacity")
    more = {
        "ask": words()["before"]["ask"],
        "grids": grids(answers, on=who.on),
        "answers": [(each, state_of(each, who.on)) for each in reversed(answers.consents)][:_MOST],
        "competence": answers.around.competence[::-1][:_MOST],
        "capacity": answers.around.capacity[::-1][:_MOST],
        "of_age": age is None or age >= presumed,
        "too_young": age is None or age < presumed,
        "views": _views(person),
        "wishes": Wish.objects.filter(child=person, end__isnull=True).select_related("not_told")[:_MOST],
        "barred": _barred(person, who),
        "reviews": _reviews(person, who.at),
        "not_asked": NotAsked.objects.filter(request__child=person).select_related("request", "person", "agreed_by"),
        "kinds": KINDS,
        "writes": may(who, Act.RECORD_CONSENT),
        "assesses": may(who, Act.ASSESS),
    }
    return render(request, "sharewell/consent/overview.html", shown((person, right), "consents", **more))


def _views(child: Person) -> list[View]:
    """The child's own first, then the others', each with what was done."""
    told = Prefetch("responses", queryset=ViewResponse.objects.order_by("recorded_at"))
    rows = View.objects.filter(child=child).select_related("by_person").prefetch_related(told)
    newest = list(rows.order_by("-said_on", "-recorded_at")[:_MOST])
    return sorted(newest, key=lambda view: view.by_person_id != child.pk)


def _barred(child: Person, who: Acting) -> list[tuple[Person, list[tuple[str, str]]]]:
    """Everybody near the child who may not be told, with why."""
    bars = not_told(child, on=who.on)
    near = Person.objects.filter(pk__in=list(bars), agency=who.organisation) if bars else around(child).none()
    return [(each, [(bar.says, bar.about) for bar in bars[each.pk]]) for each in near]


def _reviews(child: Person, at: datetime) -> list[tuple[Review, bool]]:
    rows = Review.objects.filter(child=child, done_at__isnull=True).exclude(kind=ReviewKind.GLASS)
    rows = rows.order_by("due_at")[:_MOST]
    return [(each, each.due_at <= at) for each in rows]
