"""Approve: a second person agrees to a proposal, and it becomes a decision; or says so of an emergency afterwards."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.db.models import QuerySet

from sharewell.casework.access import children_of
from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.decide import decide
from sharewell.casework.deciding import deciding_of
from sharewell.casework.keep import keep
from sharewell.casework.once import one_at_a_time
from sharewell.casework.open_request import decision_of
from sharewell.casework.refusal import AlreadyDone, MayNot, NotThere, Unfinished
from sharewell.register.advice import Approval, Proposal
from sharewell.register.decision import Decision
from sharewell.register.relationship import LegitimateRelationship, Tie

#: For how long somebody who was asked to approve, or for advice, may open the record.
ASKED_FOR = timedelta(days=7)


def take_up(who: Acting, proposal: uuid.UUID) -> Proposal:
    """Take up a proposal of one's own organisation: from now on the record it is about is open, and says who looked.

    Raises: MayNot for somebody without the role, or for the proposer; NotThere.
    """
    require(who, Act.APPROVE)
    found = (
        Proposal.objects.select_related("request__child", "request__organisation", "recorded_by", "determination")
        .filter(pk=proposal, agency=who.organisation)
        .first()
    )
    if found is None:
        raise NotThere("proposal", proposal)
    if found.recorded_by_id == who.practitioner.pk:
        raise MayNot(Act.APPROVE.value)
    if not Approval.objects.filter(proposal=found).exists():  # one that was answered opens nothing any more
        open_for(who, found.request.child_id, tie=Tie.APPROVER, reason="Asked to approve a decision")
    return found


def open_for(who: Acting, child: uuid.UUID, *, tie: Tie, reason: str) -> None:
    """Open a record to somebody who was asked. A restricted record stays closed to all but those it names.

    Raises: NotThere where it stays closed.
    """
    if not children_of(who).filter(pk=child).exists():
        row = LegitimateRelationship(
            practitioner=who.practitioner, child_id=child, tie=tie, reason=reason, from_at=who.at,
            until_at=who.at + ASKED_FOR,
        )  # fmt: skip
        keep(who, row, "relationship-begun")
    if not children_of(who).filter(pk=child).exists():
        raise NotThere("child", child)


def approve(who: Acting, proposal: uuid.UUID, *, reason: str = "") -> Decision:
    """The decision that a proposal becomes: the proposer's, approved by `who`.

    Raises: MayNot, NotThere, AlreadyDone if it was answered, and as `decide`.
    """
    found = _open(who, proposal)
    keep(who, Approval(proposal=found, word="approved", reason=reason.strip(), position=who.title), "approval-given")
    return decide(who, found.request_id, deciding=deciding_of(found.content), proposal=found)


def decline(who: Acting, proposal: uuid.UUID, *, reason: str) -> Approval:
    """Send a proposal back, with the reason. Nothing was decided.

    Raises: as `approve`, and Unfinished without a reason.
    """
    if not reason.strip():
        raise Unfinished({"reason": "Say what is missing or wrong"})
    found = _open(who, proposal)
    row = Approval(proposal=found, word="declined", reason=reason.strip(), position=who.title)
    return keep(who, row, "approval-declined")


def approve_afterwards(who: Acting, decision: uuid.UUID, *, word: str, reason: str = "") -> Approval:
    """A second person's word on a decision that waited for nobody, because somebody was in danger.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    found = decision_of(who, decision, act=Act.APPROVE)
    if found.decided_by_id == who.practitioner.pk or found.emergency_since is None:
        raise MayNot(Act.APPROVE.value)
    if word != "approved" and not reason.strip():
        raise Unfinished({"reason": "Say what is missing or wrong"})
    one_at_a_time()
    if before := Approval.objects.filter(decision=found).first():
        raise AlreadyDone(before.pk)
    row = Approval(decision=found, word=word, reason=reason.strip(), position=who.title)
    return keep(who, row, "approval-given" if word == "approved" else "approval-declined")


def _open(who: Acting, proposal: uuid.UUID) -> Proposal:
    found = take_up(who, proposal)
    one_at_a_time()
    if before := Approval.objects.filter(proposal=found).first():
        raise AlreadyDone(before.pk)
    return found


def waiting_proposals(who: Acting) -> QuerySet[Proposal]:
    """The proposals that wait for somebody else than whoever made them, the oldest first.

    Raises: MayNot.
    """
    require(who, Act.APPROVE)
    return (
        Proposal.objects.filter(agency=who.organisation, approval__isnull=True)
        .exclude(recorded_by=who.practitioner)
        .select_related("recorded_by")
        .order_by("recorded_at")
    )
