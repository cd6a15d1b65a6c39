"""Advice and approvals: asking a rota, the inbox of those who answer, and a second person's word."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, may, require
from sharewell.casework.acting import Acting
from sharewell.casework.approve import approve, decline, take_up, waiting_proposals
from sharewell.casework.ask_advice import ask_advice
from sharewell.casework.deciding import deciding_of
from sharewell.casework.give_advice import give_advice, read_question, waiting_advice, was_answered
from sharewell.casework.open_request import open_request
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.register.advice import AdviceRequest, Approval, Proposal
from sharewell.register.decision import Harm
from sharewell.register.holding import InformationItem
from sharewell.register.person import Person
from sharewell.web.record.door import signed_in
from sharewell.web.request.advice_form import AnswerForm, ApprovalForm, AskForm, blank
from sharewell.web.request.as_it_stood import as_it_stood
from sharewell.web.request.recipient import recipient_of
from sharewell.web.request.shown import shown


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def ask(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """Ask for advice about a request."""
    require(who, Act.MAKE_REQUEST)
    about, child, right = open_request(who, pk, part="asking for advice")
    form = AskForm(request.POST if request.method == "POST" else None, initial=blank(who.at))
    if request.method == "POST" and form.is_valid():
        try:
            ask_advice(who, pk, asking=form.asking(), once=form.cleaned_data["once"])
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("request", pk)
    context = {"about": about, "child": child, "right": right, "to_whom": recipient_of(about), "form": form}
    return shown(request, "ask", context)


@require_GET
@signed_in
def inbox(request: HttpRequest, who: Acting) -> HttpResponse:
    """What waits for an adviser or an approver."""
    questions = list(waiting_advice(who)[:100])
    proposals = list(waiting_proposals(who)[:100]) if may(who, Act.APPROVE) else []
    context = {
        "questions": [{"row": each, "late": each.reply_by <= who.at} for each in questions],
        "proposals": proposals,
        "approves": may(who, Act.APPROVE),
        "section": "advice",
    }
    return shown(request, "inbox", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def answer(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """Read a question and answer it."""
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"once": uuid4()})
    if request.method == "POST" and form.is_valid():
        try:
            give_advice(who, pk, text=form.cleaned_data["text"], once=form.cleaned_data["once"])
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("advice")
    if was_answered(who, pk):
        return redirect("advice")
    asked = read_question(who, pk)
    return shown(request, "advise", {"asked": asked, "form": form, **_named(who, asked)})


def _named(who: Acting, asked: AdviceRequest) -> dict[str, object]:
    """The child and the request, where the question was asked with names; nothing that names anybody otherwise."""
    if asked.without_names == "yes":
        return {}
    child, right = open_child(who, asked.request.child_id, part="question for advice")
    return {"child": child, "right": right, "about": asked.request, "to_whom": recipient_of(asked.request)}


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def approval(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """Read a proposal and agree to it, or send it back."""
    proposal = take_up(who, pk)
    before = Approval.objects.filter(proposal=proposal).first()
    if before:
        return redirect("request", proposal.request_id)
    form = ApprovalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            if said["word"] == "approved":
                return redirect("decision", approve(who, pk, reason=said["reason"]).pk)
            decline(who, pk, reason=said["reason"])
            return redirect("advice")
        except AlreadyDone:
            return redirect("request", proposal.request_id)
        except Unfinished as refused:
            form.take(refused)
    child, right = open_child(who, proposal.request.child_id, part="proposal to approve")
    context = {"proposal": proposal, "child": child, "right": right, "form": form, **_proposed(proposal)}
    return shown(request, "approval", context)


def _proposed(proposal: Proposal) -> dict[str, object]:
    """What is proposed, in words."""
    said = deciding_of(proposal.content)
    stood = as_it_stood(proposal.determination)
    titles = dict(InformationItem.objects.filter(pk__in=[each.item for each in said.items]).values_list("pk", "title"))
    people = {each.pk: each.name for each in Person.objects.filter(pk__in=[each.person for each in said.told])}
    return {
        "said": said,
        "choice": said.choice.label,
        "harm": Harm(said.weighed.harm).label,
        "stood": stood,
        "to_whom": recipient_of(proposal.request),
        "items": [(titles.get(each.item, ""), each) for each in said.items],
        "told": [
            (people.get(each.person, each.described) if each.person else each.described, each) for each in said.told
        ],
    }
