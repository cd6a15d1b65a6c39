"""After a decision: what was given, that it arrived, what came of it, looking at it again, a second word afterwards."""

from __future__ import annotations

from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from sharewell.casework.access import open_child
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.approve import approve_afterwards
from sharewell.casework.open_request import decision_of, disclosure_of
from sharewell.casework.reconsider import let_stand, news_since, reconsider
from sharewell.casework.record_disclosure import follow_up, record_disclosure, record_receipt
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.register.decision import Decision, DecisionItem
from sharewell.register.disclosure import FollowUpKind
from sharewell.web.record.door import signed_in
from sharewell.web.request.after_form import AfterForm, AgainForm, GivenForm, ReceiptForm
from sharewell.web.request.recipient import recipient_of
from sharewell.web.request.shown import shown


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def given(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """Record what was given."""
    decision = decision_of(who, pk, act=Act.DISCLOSE)
    pieces = list(DecisionItem.objects.filter(decision=decision).exclude(given="none").select_related("item"))
    first = {"once": uuid4(), "recipient_name": decision.request.person_name, "why_they_need_it": ""}
    form = GivenForm(request.POST if request.method == "POST" else None, pieces=pieces, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            said = form.given(decision.request.organisation_id)
            record_disclosure(who, pk, given=said, once=form.cleaned_data["once"])
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("decision", pk)
    return _page(request, who, decision, form, "What was given?", "Record it")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def receipt(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """Record that it arrived."""
    disclosure = disclosure_of(who, pk, act=Act.DISCLOSE)
    decision = disclosure.decision
    form = ReceiptForm(
        request.POST if request.method == "POST" else None,
        initial={"once": uuid4(), "confirmed_by": disclosure.recipient_name},
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            record_receipt(
                who, pk, confirmed_by=said["confirmed_by"], confirmed_at=said["confirmed_at"] or who.at,
                reference=said["reference"], once=said["once"],
            )  # fmt: skip
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("decision", decision.pk)
    return _page(request, who, decision, form, "Did it arrive?", "Record it")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def after(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """Record what came of it."""
    decision = decision_of(who, pk, act=Act.DECIDE)
    form = AfterForm(request.POST if request.method == "POST" else None, initial={"once": uuid4()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            follow_up(
                who, pk, kind=FollowUpKind(said["kind"]), text=said["text"], due_on=said["due_on"], once=said["once"]
            )
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("decision", pk)
    return _page(request, who, decision, form, "What came of it?", "Write it down")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def again(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """Look at a decision again: it stands, or the questions come again with what is new."""
    decision = decision_of(who, pk, act=Act.DECIDE)
    form = AgainForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            if said["again"] == "stands":
                let_stand(who, pk, reason=said["reason"])
                return redirect("decision", pk)
            reconsider(who, pk, because=said["reason"])
            return redirect("request-guide", decision.request_id)
        except Unfinished as refused:
            form.take(refused)
    news = news_since([decision]).get(pk, [])
    return _page(request, who, decision, form, "Look at this again", "Go on", news=news)


@require_POST
@signed_in
def afterwards(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """A second person's word on what was done in an emergency."""
    word = "approved" if request.POST.get("word") == "approved" else "declined"
    try:
        approve_afterwards(who, pk, word=word, reason=request.POST.get("reason", "")[:4000])
    except (AlreadyDone, Unfinished):
        return redirect("decision", pk)
    return redirect("decision", pk)


def _page(
    request: HttpRequest, who: Acting, decision: Decision, form: forms.Form, title: str, button: str, **more: object
) -> HttpResponse:
    child, right = open_child(who, decision.request.child_id, part="after a decision")
    context = {
        "decision": decision, "child": child, "right": right, "to_whom": recipient_of(decision.request), "form": form,
        "title": title, "button": button, **more,
    }  # fmt: skip
    return shown(request, "after", context)
