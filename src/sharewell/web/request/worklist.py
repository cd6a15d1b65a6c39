"""What requests, decisions, advice and emergencies put on the list of one's own work."""

from __future__ import annotations

from datetime import datetime, timedelta

from sharewell.casework.access import children_of
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.casework.approve import waiting_proposals
from sharewell.casework.give_advice import waiting_advice
from sharewell.casework.stage import Stage, stages_of
from sharewell.register.request import InformationRequest
from sharewell.register.voice import Review, ReviewKind
from sharewell.web.day import in_words
from sharewell.web.record.frame import address_of
from sharewell.web.record.part import Line, Part
from sharewell.web.request.decision_sheet import clock
from sharewell.web.request.hub import next_of
from sharewell.web.request.recipient import recipient_of

#: More than this is not listed; the child's record has them all.
_MOST = 100
#: Requests older than this no longer press.
_RECENT = timedelta(days=400)
#: Reviews are listed this long before they are due.
_AHEAD = timedelta(days=14)
_DONE = frozenset({Stage.DECIDED, Stage.REPLACED})


def requests_part(who: Acting) -> Part | None:
    """Requests that need something: emergencies first, then what is new, then the rest by age."""
    if not may(who, Act.DECIDE):
        return None
    found = (
        InformationRequest.objects.filter(
            agency=who.organisation, child__in=children_of(who), received_at__gt=who.at - _RECENT
        )
        .select_related("child", "organisation", "person")
        .order_by("-received_at")[:_MOST]
    )
    order = list(Stage)
    pressing = [each for each in stages_of(found) if each.stage not in _DONE]
    pressing.sort(key=lambda each: (order.index(each.stage), each.request.received_at))
    lines = []
    for each in pressing:
        step = next_of(each)
        by = each.request.needed_by
        if each.stage is Stage.TO_COMPLETE and each.decision:
            by = each.decision.complete_by
        words = f"{each.request.child.name}: {recipient_of(each.request)}"
        detail = f"{each.request.purpose.rstrip('.')}. {step.says}"
        lines.append(Line(words, step.address, detail, time_left(by, who.at), bool(by and by <= who.at)))
    return Part("Requests that need you", tuple(lines), "No request waits for you.")


def advice_part(who: Acting) -> Part | None:
    """Questions and proposals that wait for an adviser or approver."""
    if not may(who, Act.ADVISE):
        return None
    lines = [
        Line(
            f"Advice for {each.recorded_by.name}",
            address_of("advice-answer", each.pk),
            each.get_rota_display(),
            time_left(each.reply_by, who.at),
            each.reply_by <= who.at,
        )
        for each in waiting_advice(who)[:_MOST]
    ]
    if may(who, Act.APPROVE):
        lines += [
            Line(f"To approve, from {each.recorded_by.name}", address_of("approval", each.pk), clock(each.recorded_at))
            for each in waiting_proposals(who)[:_MOST]
        ]
    return Part("Advice and approvals", tuple(lines), "Nobody waits for your word.")


def reviews_part(who: Acting) -> Part | None:
    """Decisions to look at again, when the day comes near."""
    if not may(who, Act.DECIDE):
        return None
    found = (
        Review.objects.filter(
            agency=who.organisation, child__in=children_of(who), kind=ReviewKind.DECISION, done_at__isnull=True,
            due_at__lte=who.at + _AHEAD,
        )
        .select_related("child")
        .order_by("due_at")[:_MOST]
    )  # fmt: skip
    lines = tuple(
        Line(
            each.child.name,
            address_of("decision", each.about) if each.about else "#",
            "Look at a decision again",
            in_words(each.due_at.date()),
            each.due_at <= who.at,
        )
        for each in found
    )
    return Part("Decisions to look at again", lines, "No decision is due to be looked at again.")


def time_left(by: datetime | None, at: datetime) -> str:
    """`3 hours left`, `By 27 November 2026`, `Still to finish`."""
    if by is None:
        return ""
    left = by - at
    if left <= timedelta(0):
        return "Still to finish"
    if left < timedelta(hours=1):
        return f"{max(1, int(left.total_seconds() // 60))} minutes left"
    hours = int(left.total_seconds() // 3600)
    return f"{hours} hour{'' if hours == 1 else 's'} left" if hours < 48 else f"By {in_words(by.date())}"
