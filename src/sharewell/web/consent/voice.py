"""What a child says and wants: views and what was done about them, wishes and their end, reviews, and not asking."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from sharewell.casework.access import Right, open_child
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.finish_review import finish_review
from sharewell.casework.record_not_asked import record_not_asked
from sharewell.casework.record_view import Voice, answer_view, record_view
from sharewell.casework.record_wish import Wanted, end_wish, record_wish
from sharewell.casework.refusal import Unfinished
from sharewell.casework.within import of_child
from sharewell.register.consent import NotAskedReason
from sharewell.register.person import Person
from sharewell.register.voice import Obtained, Review, View, Wish
from sharewell.web.consent.voice_form import NotAskedForm, ResponseForm, ReviewForm, ViewForm, WishEndForm, WishForm
from sharewell.web.consent.words import words
from sharewell.web.record.door import signed_in
from sharewell.web.record.writing import Sheet, writing

Data = dict[str, Any]


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def view_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Write down what somebody wants or thinks."""
    opened = _open(who, child, "new view")
    form = ViewForm(request.POST or None, child=opened[0], initial={"said_on": who.on})

    def do(data: Data) -> None:
        voice = Voice(
            by_person=UUID(data["by_person"]),
            about=data["about"],
            obtained=Obtained(data["obtained"]),
            said_on=data["said_on"],
            own_words=data["own_words"],
            support=data["support"],
            why_not=data["why_not"],
            request=_one(data, "request"),
            once=data["once"],
        )
        record_view(who, child, voice=voice)

    return writing(request, opened, _sheet(child, "Write down what they say"), form=form, do=do)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def view_answer(request: HttpRequest, who: Acting, child: UUID, view: UUID) -> HttpResponse:
    """Say what was done about it."""
    opened = _open(who, child, "what was done")
    row = of_child(who, View, view, act=Act.RECORD_CONSENT)
    sheet = _sheet(row.child_id, "What was done about it", f"They said: “{row.own_words or row.why_not}”")

    def do(data: Data) -> None:
        answer_view(who, row.pk, done=data["done"], told_on=data["told_on"], told_how=data["told_how"])

    return writing(request, opened, sheet, form=ResponseForm(request.POST or None), do=do)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def wish_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Write down whom they do not want told."""
    opened = _open(who, child, "new wish")
    said = words()["wish"]
    sheet = Sheet(
        "Somebody they do not want told",
        "Save",
        reverse("consents", args=(child,)),
        said["lead"],
        template="sharewell/consent/write.html",
        more={"source": said["source"]},
    )

    def do(data: Data) -> None:
        if "not_told" not in data:  # nobody to choose from, so there was no such field
            raise Unfinished({"not_told": "First write down who that is, on the page of the family"})
        wanted = Wanted(
            not_told=UUID(data["not_told"]),
            about=data["about"],
            own_words=data["own_words"],
            review_on=data["review_on"],
            competence=_one(data, "competence"),
            once=data["once"],
        )
        record_wish(who, child, wanted=wanted)

    return writing(request, opened, sheet, form=WishForm(request.POST or None, child=opened[0]), do=do)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def wish_end(request: HttpRequest, who: Acting, child: UUID, wish: UUID) -> HttpResponse:
    """Say that it ended."""
    opened = _open(who, child, "end a wish")
    row = of_child(who, Wish, wish, act=Act.RECORD_CONSENT)
    lead = "From then on that person may be told. Tell the young person first, unless that is not safe."

    def do(data: Data) -> None:
        end_wish(
            who,
            row.pk,
            kind=data["kind"],
            reason=data["reason"],
            agreed_by=_one(data, "agreed_by"),
            young_person_told_on=data["young_person_told_on"],
        )

    form = WishEndForm(request.POST or None, who=who)
    return writing(request, opened, _sheet(row.child_id, "End this wish", lead), form=form, do=do)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def review_done(request: HttpRequest, who: Acting, child: UUID, review: UUID) -> HttpResponse:
    """Say what came of looking again."""
    opened = open_child(who, child, part="review", act=Act.CHANGE_RECORD)
    row = of_child(who, Review, review, act=Act.CHANGE_RECORD)

    def do(data: Data) -> None:
        finish_review(who, row.pk, note=data["note"])

    sheet = _sheet(row.child_id, "Look at this again", row.get_kind_display())
    return writing(request, opened, sheet, form=ReviewForm(request.POST or None), do=do)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def not_asked(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Say why somebody was not asked."""
    opened = _open(who, child, "not asked")

    def do(data: Data) -> None:
        record_not_asked(
            who,
            UUID(data["request"]),
            reason=NotAskedReason(data["reason"]),
            words=data["words"],
            person=_one(data, "person"),
            agreed_by=_one(data, "agreed_by"),
            ask_again_on=data["ask_again_on"],
        )

    form = NotAskedForm(request.POST or None, child=opened[0], who=who)
    return writing(request, opened, _sheet(child, "Somebody was not asked", words()["before"]["ask"]), form=form, do=do)


def _open(who: Acting, child: UUID, part: str) -> tuple[Person, Right]:
    return open_child(who, child, part=part, act=Act.RECORD_CONSENT)


def _sheet(child: UUID, title: str, lead: str = "") -> Sheet:
    return Sheet(title, "Save", reverse("consents", args=(child,)), lead)


def _one(data: Data, name: str) -> UUID | None:
    return UUID(data[name]) if data.get(name) else None
