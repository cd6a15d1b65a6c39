"""What has happened with a request, newest first: asked, advised, decided, given, received."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from sharewell.register.advice import Advice, Approval
from sharewell.register.decision import Decision, ReconsiderationAnswer
from sharewell.register.disclosure import Disclosure, FollowUp


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened, and when."""

    words: str
    at: datetime


def happened(decision: Decision, disclosures: Sequence[Disclosure]) -> tuple[Happened, ...]:
    """The history of a decision and of what led to it."""
    request = decision.request
    found = [
        Happened("The request came in" if request.direction == "theirs" else "We began this", request.received_at),
        Happened("The rules were asked", decision.determination.recorded_at),
        Happened(f"Decided by {decision.decided_by.name}", decision.decided_at),
    ]
    advice = Advice.objects.filter(asked__request=request, recorded_at__lte=decision.recorded_at)
    found += [
        Happened(f"Advice from {each.recorded_by.name}: “{each.text[:160]}”", each.recorded_at)
        for each in advice.select_related("recorded_by")
    ]
    words = Approval.objects.filter(Q(proposal__request=request) | Q(decision=decision)).select_related("recorded_by")
    found += [Happened(_word(each), each.recorded_at) for each in words]
    for given in disclosures:
        found.append(Happened(f"Given to {given.recipient_name}, {given.get_channel_display().lower()}", given.sent_at))
        found += [Happened(f"Received: {each.confirmed_by}", each.confirmed_at) for each in given.receipts.all()]
    found += [
        Happened(f"{each.get_kind_display()}: {each.text}", each.recorded_at)
        for each in FollowUp.objects.filter(decision=decision)
    ]
    found += [
        Happened(f"Looked at again: {each.reason}", each.recorded_at)
        for each in ReconsiderationAnswer.objects.filter(reconsideration__decision=decision)
    ]
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def _word(approval: Approval) -> str:
    """What a second person said: before it was decided, or of an emergency afterwards."""
    said = {"approved": "Approved", "declined": "Sent back"}[approval.word]
    after = "Looked at afterwards. " if approval.decision_id else ""
    return f"{after}{said} by {approval.recorded_by.name}. {approval.reason}".strip()
