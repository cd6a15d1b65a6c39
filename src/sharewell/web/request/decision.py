"""The page of a decision, and its record as a PDF and as text."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.casework.departs import gives
from sharewell.casework.known import known
from sharewell.casework.open_request import decision_of
from sharewell.casework.reconsider import changed_answers, news_since
from sharewell.casework.snapshot import snapshot_of
from sharewell.register.advice import Approval
from sharewell.register.decision import Choice, Decision
from sharewell.register.disclosure import Disclosure
from sharewell.web.guide import page
from sharewell.web.guide.form import reading_of
from sharewell.web.guide.trail import Rules
from sharewell.web.record.door import signed_in
from sharewell.web.request.decision_pdf import pdf_of
from sharewell.web.request.decision_sheet import sheet_of
from sharewell.web.request.decision_text import text_of
from sharewell.web.request.shown import shown


@require_GET
@signed_in
def decision_page(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """What the rules said, what was decided, what was given; and all that belongs to it."""
    decision = decision_of(who, pk, act=Act.OPEN_RECORD)
    child, right = open_child(who, decision.request.child_id, part="decision")
    later = Decision.objects.filter(replaces=decision).first()
    news = {} if later else news_since([decision])
    emergency = decision.emergency_since is not None
    return shown(
        request,
        "decision",
        {
            "decision": decision,
            "sheet": sheet_of(decision),
            "child": child,
            "right": right,
            "later": later,
            "news": news.get(decision.pk, []),
            "changed": [] if later else _changed(who, decision),
            "shares": gives(Choice(decision.choice)) and later is None,
            "to_complete": emergency and decision.replaces_id is None and later is None,
            "afterwards": emergency
            and may(who, Act.APPROVE)
            and decision.decided_by_id != who.practitioner.pk
            and not Approval.objects.filter(decision=decision).exists(),
            "disclosures": Disclosure.objects.filter(decision=decision, receipts__isnull=True),
            "may_decide": may(who, Act.DECIDE),
            "once": uuid4(),
        },
    )


@require_GET
@signed_in
def as_pdf(_: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """The whole record of a decision as a tagged PDF. Its name says nothing about anybody."""
    decision = _opened(who, pk, part="decision record (PDF)")
    made = HttpResponse(pdf_of(sheet_of(decision)), content_type="application/pdf")
    made.headers["Content-Disposition"] = 'attachment; filename="decision-record.pdf"'
    return made


@require_GET
@signed_in
def as_text(_: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """The same as plain text, to paste into another system."""
    decision = _opened(who, pk, part="decision record (text)")
    return HttpResponse(text_of(sheet_of(decision)), content_type="text/plain; charset=utf-8")


def _changed(who: Acting, decision: Decision) -> list[str]:
    """The questions that the record answers otherwise now than when the rules were asked."""
    facts = reading_of(Rules(settings.SHAREWELL_PACK)).edition.facts
    found = changed_answers(decision.determination, known(snapshot_of(who, decision.request), facts))
    return [page.plain(facts[fact]) for fact in found]


def _opened(who: Acting, pk: UUID, *, part: str) -> Decision:
    decision = decision_of(who, pk, act=Act.OPEN_RECORD)
    open_child(who, decision.request.child_id, part=part)
    return decision
