"""Decide: the only function that makes a decision, with its law, harms, items and tellings, in one transaction.

Not sharing is a decision like sharing. A decision is never edited: another one replaces it.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, time

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.check_deciding import problems_of
from sharewell.casework.deciding import Deciding
from sharewell.casework.determine_request import newest
from sharewell.casework.keep import change, keep
from sharewell.casework.once import one_at_a_time
from sharewell.casework.open_request import request_of, standing_decision
from sharewell.casework.reconsider import was_replaced
from sharewell.casework.refusal import AlreadyDone, ChangedMeanwhile, Refusal, Unfinished
from sharewell.casework.second_person import calls_for_a_second
from sharewell.register.advice import AdviceFollowed, Proposal
from sharewell.register.decision import Decision, DecisionItem, Grounds, Telling, Weighing
from sharewell.register.request import Determination, InformationRequest
from sharewell.register.voice import Review, ReviewKind

#: The hour, in UTC, at which a day's reviews are due: the day has come for everybody in England.
_MORNING = time(6, 0, tzinfo=UTC)


class NeedsApproval(Refusal):
    """The rules want a second person for this; `because` are the safeguards that say so. It can be proposed."""

    code = "needs-approval"

    def __init__(self, because: tuple[str, ...]) -> None:
        self.because = because
        super().__init__(f"{self.code}: {', '.join(because)}")


def decide(who: Acting, request: uuid.UUID, *, deciding: Deciding, proposal: Proposal | None = None) -> Decision:
    """The decision. With a proposal, it is the proposer's, and `who` is the second person who approves it.

    The same form sent twice gives the one decision that it made.

    Raises: MayNot, NotThere, Unfinished with what is missing, NeedsApproval, ChangedMeanwhile if somebody decided or
    new answers were given meanwhile, AlreadyDone if the form was used for something else.
    """
    about = request_of(who, request, act=Act.APPROVE if proposal else Act.DECIDE)
    one_at_a_time()
    if before := Decision.objects.filter(once=deciding.once).first():
        if before.request_id != about.pk:
            raise AlreadyDone(before.pk)
        return before
    determination = _still_so(about, deciding)
    if problems := problems_of(who, about, determination, deciding):
        raise Unfinished(problems)
    because = () if deciding.emergency_since else calls_for_a_second(determination, deciding.choice)
    if because and proposal is None:
        raise NeedsApproval(because)
    decision = keep(who, _row(who, about, deciding, determination, proposal), "decision-made")
    _with_it(who, decision, deciding, determination)
    return decision


def _still_so(request: InformationRequest, deciding: Deciding) -> Determination:
    """The determination that the form was filled in on, if it is still the newest and no other decision came between.

    Raises: ChangedMeanwhile.
    """
    standing = standing_decision(request)
    determination = newest(request)
    if (standing.pk if standing else None) != deciding.replaces:
        raise ChangedMeanwhile
    if determination is None or determination.pk != deciding.determination:
        raise ChangedMeanwhile
    return determination


def _row(
    who: Acting, request: InformationRequest, deciding: Deciding, determination: Determination, by: Proposal | None
) -> Decision:
    return Decision(
        request=request,
        determination=determination,
        choice=deciding.choice,
        rationale=deciding.rationale.strip(),
        departs_because=deciding.departs_because.strip(),
        decided_at=deciding.decided_at or who.at,
        decided_by=by.recorded_by if by else who.practitioner,
        position=by.content["position"] if by else who.title,
        signature=deciding.signature.strip(),
        approved_by=who.practitioner if by else None,
        review_on=deciding.review_on,
        reconsider_if=deciding.reconsider_if.strip(),
        told_requester=deciding.told_requester.strip(),
        emergency_since=deciding.emergency_since,
        complete_by=deciding.complete_by,
        replaces_id=deciding.replaces,
        replaces_because=deciding.replaces_because.strip(),
        once=deciding.once,
        retention=deciding.retention.strip(),
    )


def _with_it(who: Acting, decision: Decision, deciding: Deciding, determination: Determination) -> None:
    """Everything that belongs to the decision, each with its entry in the ledger."""
    version = f"{determination.pack} {determination.version} ({determination.release})"
    law = {name: getattr(deciding.law, name) for name in deciding.law.__slots__}
    keep(who, Grounds(decision=decision, policy_version=version, **law), "decision-grounds-kept")
    weighed = {name: getattr(deciding.weighed, name) for name in deciding.weighed.__slots__}
    keep(who, Weighing(decision=decision, **{**weighed, "factors": list(deciding.weighed.factors)}), "harms-weighed")
    for item in deciding.items:
        keep(
            who,
            DecisionItem(
                decision=decision, item_id=item.item, given=item.given, why=item.why, protected=item.protected
            ),
            "decision-item-kept",
        )
    for each in deciding.told:
        keep(
            who,
            Telling(
                decision=decision, person_id=each.person, described=each.described, told=each.told,
                told_on=each.told_on, told_how=each.told_how, what=each.what, why_not=each.why_not,
                ask_again_on=each.ask_again_on,
            ),
            "telling-kept",
        )  # fmt: skip
    for said in deciding.advice:
        keep(
            who,
            AdviceFollowed(
                advice_id=said.advice, decision=decision, followed=said.followed, why_not=said.why_not.strip()
            ),
            "advice-weighed",
        )
    _reviews(who, decision)


def _reviews(who: Acting, decision: Decision) -> None:
    """The day to look again is on the worklist; reviews of the decision that it replaces are done with."""
    if decision.replaces_id:
        was_replaced(who, decision)
        for review in Review.objects.filter(about=decision.replaces_id, done_at__isnull=True):
            change(who, review, "review-done", done_at=who.at, done_by=who.practitioner, note="Replaced")
    due, kind = _due(decision)
    if due:
        keep(
            who,
            Review(
                child_id=decision.request.child_id, kind=kind, about=decision.pk, due_at=due,
                for_practitioner=decision.decided_by,
            ),
            "review-set",
        )  # fmt: skip


def _due(decision: Decision) -> tuple[datetime | None, ReviewKind]:
    if decision.emergency_since and not decision.replaces_id:
        return decision.complete_by, ReviewKind.RECORD
    return (datetime.combine(decision.review_on, _MORNING) if decision.review_on else None), ReviewKind.DECISION
