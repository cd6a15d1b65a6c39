"""The guide of a request: one question a page, with what the record knows filled in; then the answer of the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from sharewell.casework.access import Right
from sharewell.casework.act import Act, may, require
from sharewell.casework.acting import Acting
from sharewell.casework.determine_request import determine_request
from sharewell.casework.open_request import open_request, request_of
from sharewell.casework.refusal import Unfinished
from sharewell.casework.sit import HeldElsewhere, colleagues_of, hand_over, save_sitting, take_over
from sharewell.policy.fact import Fact
from sharewell.register.request import InformationRequest
from sharewell.web.answer.compose import compose
from sharewell.web.guide import page
from sharewell.web.guide.said import said
from sharewell.web.record.door import signed_in
from sharewell.web.request.recipient import recipient_of
from sharewell.web.request.shown import shown
from sharewell.web.request.table import Table, lay


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def guide(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """The next question of a request, or the answer. What is sent is kept, and the page comes again."""
    require(who, Act.DECIDE)
    if request.method != "POST":
        about, _, right = open_request(who, pk, part="questions of a request")
        return _show(request, who, about, lay(who, about), _Shown(right=right))
    about = request_of(who, pk, act=Act.DECIDE)
    table = lay(who, about)
    what, _, which = request.POST.get("do", "")[:120].partition(" ")
    try:
        match what:
            case "take":
                take_over(who, pk)
            case "back":
                return _back(request, who, about, table)
            case "change" if which in table.reading.edition.facts:
                fact = table.reading.edition.facts[which]
                return _show(request, who, about, table, _Shown(fact))
            case "stop":
                return _show(request, who, about, table, _Shown(settled=True))
            case "decide":
                return _determined(who, about, table)
            case _ if request.POST.get("fact"):
                return _answered(request, who, about, table)
    except HeldElsewhere:
        pass  # the page that comes says who holds it
    return redirect("request-guide", pk)


def _answered(request: HttpRequest, who: Acting, about: InformationRequest, table: Table) -> HttpResponse:
    """Keep the answer to one question."""
    sitting = table.sitting
    fact = sitting.facts.get(request.POST.get("fact", ""))
    step = said(request.POST, sitting, fact) if fact else None
    if fact is None or step is None:
        return redirect("request-guide", about.pk)
    if not step.given:
        return _show(request, who, about, table, _Shown(fact, error=True))
    after = table.then(step)
    save_sitting(who, about.pk, trail=after.written, version=_version(request))
    return redirect("request-guide", about.pk)


def _back(request: HttpRequest, who: Acting, about: InformationRequest, table: Table) -> HttpResponse:
    """The question before, with the answer that was given to it. Nothing is lost until it is answered anew."""
    earlier, step = table.back()
    if step is None:
        return redirect("request", about.pk)
    save_sitting(who, about.pk, trail=earlier.written, version=_version(request))
    row = replace(earlier, row=lay(who, about).row)
    fact = table.reading.edition.facts[step.fact]
    return _show(request, who, about, row, _Shown(fact, dict(step.given)))


def _determined(who: Acting, about: InformationRequest, table: Table) -> HttpResponse:
    """Store what the rules say, and go on to the decision."""
    determine_request(who, about.pk, rules=table.reading, answers=table.sitting.answers, known=table.counted)
    return redirect("request-decide", about.pk)


@require_POST
@signed_in
def hand(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """Hand the answers to a colleague."""
    request_of(who, pk, act=Act.DECIDE)  # first, so that a form that says nothing tells nothing either
    try:
        hand_over(who, pk, to=UUID(request.POST.get("to", "")))
    except (ValueError, Unfinished, HeldElsewhere):
        return redirect("request-guide", pk)
    return redirect("request", pk)


def _version(request: HttpRequest) -> int:
    written = request.POST.get("version", "")
    return int(written) if written.isdecimal() and len(written) < 9 else 0


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a page shows other than the next question: one answered anew, a mistake, or how far it has come."""

    fact: Fact | None = None
    before: Mapping[str, str] = field(default_factory=dict)
    error: bool = False
    settled: bool = False
    right: Right | None = None


def _show(
    request: HttpRequest, who: Acting, about: InformationRequest, table: Table, at: _Shown | None = None
) -> HttpResponse:
    """The page: a question, or the answer."""
    at = at or _Shown()
    sitting, fact, child = table.sitting, at.fact, about.child
    asked = fact or (None if at.settled else sitting.next)
    mine = table.row.held_by_id == who.practitioner.pk
    context: dict[str, object] = {
        **page.carried(sitting.trail),
        "about": about,
        "child": child,
        "right": at.right,
        "to_whom": recipient_of(about),
        "row": table.row,
        "mine": mine and may(who, Act.DECIDE),
        "colleagues": colleagues_of(who, child.pk) if mine else (),
        "recorded": recorded_lines(table),
        "answered": sitting.asked(),
    }
    if asked is None:
        context |= {"sheet": compose(sitting), "open": sitting.next is not None, "dropped": page.dropped(sitting)}
        return shown(request, "answer", context)
    recorded = {each: one.answer for each, one in table.counted.items()}
    chosen = {**sitting.answers, **at.before} if fact else recorded
    question = page.question(sitting, asked, chosen=chosen if fact or asked.ticks else None, error=at.error)
    question["who_knows"] = question.pop("who")  # the frame round the page has a `who` of its own
    return shown(request, "question", {**question, **context, "anew": fact is not None})


def recorded_lines(table: Table) -> list[dict[str, str]]:
    """What the record answered, as the page says it: question, answer, where it stands."""
    facts = table.reading.edition.facts
    return [
        {
            "fact": name,
            "ask": page.plain(facts[name]),
            "says": page.says(facts[name], each.answer),
            "from": each.because,
        }
        for name, each in table.counted.items()
    ]
