"""Record an emergency: three facts, and what was done stands at once. Nothing is asked first; the rest comes later."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.decide import decide
from sharewell.casework.deciding import Deciding, Law, Weighed
from sharewell.casework.determine_request import write_determination
from sharewell.casework.grounds import law_of
from sharewell.casework.make_request import Wanted, write_request
from sharewell.casework.once import one_at_a_time
from sharewell.casework.refusal import Unfinished
from sharewell.casework.rules import Rules
from sharewell.policy.determination_form import determination_of
from sharewell.register.decision import Choice, Decision, Harm
from sharewell.register.request import Direction, Kind, Trigger

#: By when the record of an emergency has to be complete.
COMPLETE_WITHIN = timedelta(hours=24)
_PURPOSE = "Somebody was in danger"
_NOT_YET = "Not weighed then: somebody was in danger. To be written when this record is completed."


@dataclass(frozen=True, slots=True)
class Emergency:
    """The three facts: who is in danger, whom you told, what you told them. `kind` is one of the rules' recipients."""

    in_danger: str
    told: str
    what: str
    kind: str = ""
    told_at: datetime | None = None


def record_emergency(who: Acting, child: uuid.UUID, *, happened: Emergency, rules: Rules, once: uuid.UUID) -> Decision:
    """The decision that was made in the emergency, with the hour by which its record has to be completed.

    The same form sent twice makes one.

    Raises: MayNot, NotThere, Unfinished if one of the three facts is missing.
    """
    about = theirs(who, child, act=Act.DECIDE)
    one_at_a_time()
    if before := Decision.objects.filter(once=once).first():
        return before
    if problems := _problems(who, happened):
        raise Unfinished(problems)
    at = happened.told_at or who.at
    request = write_request(
        who,
        about,
        wanted=Wanted(
            direction=Direction.OURS, trigger=Trigger.EMERGENCY, kind=Kind.EMERGENCY, purpose=_PURPOSE,
            organisation_words=happened.told, why_they_need_it=happened.in_danger, received_at=at,
        ),
        once=uuid.uuid5(once, "request"),
    )  # fmt: skip
    facts = rules.edition.facts
    answers = {fact.name: "yes" for fact in facts.values() if fact.first}
    recipient = facts.get("recipient-kind")
    if recipient and happened.kind in recipient.domain:
        answers["recipient-kind"] = happened.kind
    determination = write_determination(who, request, rules=rules, answers=answers, known={})
    return decide(
        who,
        request.pk,
        deciding=Deciding(
            choice=Choice.SHARE,
            determination=determination.pk,
            rationale=f"{happened.in_danger.strip()}\n\nI told {happened.told.strip()}: {happened.what.strip()}",
            signature=who.practitioner.name,
            once=once,
            decided_at=at,
            emergency_since=at,
            complete_by=who.at + COMPLETE_WITHIN,
            law=law_of(determination_of(determination.says)) if answers else Law(),
            weighed=Weighed(
                harm=Harm.NOT_KNOWN, harm_of_sharing=_NOT_YET, harm_of_not_sharing=happened.in_danger.strip(),
                concern=happened.in_danger.strip(), concern_on=who.on, immediate_risk=happened.in_danger.strip(),
            ),
        ),
    )  # fmt: skip


def _problems(who: Acting, happened: Emergency) -> dict[str, str]:
    found = {}
    if not happened.in_danger.strip():
        found["in_danger"] = "Say who is in danger, and from what"
    if not happened.told.strip():
        found["told"] = "Say whom you told"
    if not happened.what.strip():
        found["what"] = "Say what you told them"
    if happened.told_at and happened.told_at > who.at:
        found["told_at"] = "This cannot be later than now"
    return found
