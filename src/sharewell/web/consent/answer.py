"""One answer: written down, read with what came of it, taken back, found not valid."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.casework.consent_cells import State
from sharewell.casework.consent_weight import surroundings, tier_of
from sharewell.casework.invalidate_consent import invalidate_consent
from sharewell.casework.keep_file import TOO_BIG
from sharewell.casework.record_consent import record_consent
from sharewell.casework.refusal import NotThere
from sharewell.casework.withdraw_consent import what_went_out, withdraw_consent
from sharewell.register.consent import Consent
from sharewell.register.holding import Category
from sharewell.register.person import Person
from sharewell.web.child.parts import shown
from sharewell.web.consent.answer_form import AnswerForm, InvalidateForm, WithdrawForm, reply
from sharewell.web.consent.paper import KINDS
from sharewell.web.consent.words import state_words, words
from sharewell.web.holding.upload import takes_a_file, was_too_big, with_file
from sharewell.web.record.door import signed_in
from sharewell.web.record.writing import Sheet, writing


@require_http_methods(["GET", "HEAD", "POST"])
@takes_a_file
@signed_in
def answer_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Write down what somebody answered, on paper or not."""
    person, right = open_child(who, child, part="new answer", act=Act.RECORD_CONSENT)
    form = AnswerForm(child=person, initial={"answered_on": who.on}, **with_file(request))
    sheet = Sheet(
        "Write down an answer", "Save the answer", reverse("consents", args=(child,)), words()["before"]["ask"]
    )
    if was_too_big(request):
        form.add_error("scan", TOO_BIG)
    return writing(
        request,
        (person, right),
        sheet,
        form=form,
        do=lambda data: address(person, record_consent(who, child, reply=reply(data)).pk),
    )


@require_GET
@signed_in
def answer(request: HttpRequest, who: Acting, child: UUID, consent: UUID) -> HttpResponse:
    """One answer, whole: what it counts for today, what it covers, what went out under it."""
    person, right = open_child(who, child, part="answer")
    row = _row(person, consent)
    tier, why = tier_of(row, surroundings(person), who.on)
    more = {
        "row": row,
        "cells": [(cell, Category(cell.category).label if cell.category else "") for cell in row.cells.all()],
        "end": getattr(row, "end", None),
        "after": getattr(row, "superseded_by", None),
        "state": state_of(row, who.on),
        "reason": why or (tier.reason if tier else None),
        "counts": tier is not None,
        "out": what_went_out(row),
        "undone": words()["before"]["undone"],
        "kinds": KINDS,
        "writes": may(who, Act.RECORD_CONSENT),
    }
    return render(request, "sharewell/consent/answer.html", shown((person, right), "consents", **more))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def withdraw(request: HttpRequest, who: Acting, child: UUID, consent: UUID) -> HttpResponse:
    """Take it back: nothing more goes, and what went is listed."""
    person, right = open_child(who, child, part="take back", act=Act.RECORD_CONSENT)
    row = _row(person, consent)
    lead = "From now on nothing more goes out on this yes. On the next page you will see what has gone already."
    sheet = Sheet(f"{row.by_person.name} takes it back", "Save", address(person, row.pk), lead)
    form = WithdrawForm(request.POST or None, initial={"on": who.on})

    def do(data: dict[str, Any]) -> None:
        withdraw_consent(who, row.pk, by_person=row.by_person_id, on=data["on"], reason=data["reason"])

    return writing(request, (person, right), sheet, form=form, do=do)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def invalidate(request: HttpRequest, who: Acting, child: UUID, consent: UUID) -> HttpResponse:
    """Find that it was never valid."""
    person, right = open_child(who, child, part="not valid", act=Act.RECORD_CONSENT)
    row = _row(person, consent)
    sheet = Sheet("This was not a valid answer", "Save", address(person, row.pk))
    form = InvalidateForm(request.POST or None, initial={"on": who.on})

    def do(data: dict[str, Any]) -> None:
        invalidate_consent(who, row.pk, on=data["on"], reason=data["reason"])

    return writing(request, (person, right), sheet, form=form, do=do)


def address(child: Person, consent: UUID) -> str:
    """The page of one answer."""
    return reverse("consent-answer", args=(child.pk, consent))


def _row(child: Person, consent: UUID) -> Consent:
    row = (
        Consent.objects.filter(pk=consent, child=child)
        .select_related("by_person", "end", "superseded_by", "supersedes", "recorded_by", "competence", "paper")
        .prefetch_related("cells__recipient", "cells__item")
        .first()
    )
    if row is None:
        raise NotThere("consent", consent)
    return row


def state_of(row: Consent, on: date) -> str:
    """The state of the answer as a whole."""
    end = getattr(row, "end", None)
    if end is not None:
        return state_words(State(end.kind))
    if getattr(row, "superseded_by", None) is not None:
        return state_words(State.SUPERSEDED)
    if row.until_on is not None and row.until_on < on:
        return state_words(State.EXPIRED)
    return state_words(State(row.answer))
