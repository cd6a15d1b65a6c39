"""Propose a decision to a second person, where the rules ask for one. All of it waits as the form said it."""

from __future__ import annotations

import uuid

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.check_deciding import problems_of
from sharewell.casework.deciding import Deciding, plain_of
from sharewell.casework.determine_request import newest
from sharewell.casework.keep import keep
from sharewell.casework.once import done_before
from sharewell.casework.open_request import request_of, standing_decision
from sharewell.casework.refusal import ChangedMeanwhile, Unfinished
from sharewell.casework.second_person import calls_for_a_second
from sharewell.register.advice import Proposal


def propose(who: Acting, request: uuid.UUID, *, deciding: Deciding) -> Proposal:
    """The proposal. The same form sent twice makes one.

    Raises: MayNot, NotThere, Unfinished, ChangedMeanwhile as `decide` does.
    """
    about = request_of(who, request, act=Act.DECIDE)
    if before := done_before(who, Proposal, deciding.once):
        return before
    determination, standing = newest(about), standing_decision(about)
    if determination is None or determination.pk != deciding.determination:
        raise ChangedMeanwhile
    if (standing.pk if standing else None) != deciding.replaces:
        raise ChangedMeanwhile
    if problems := problems_of(who, about, determination, deciding):
        raise Unfinished(problems)
    return keep(
        who,
        Proposal(
            id=deciding.once,
            request=about,
            determination=determination,
            content={**plain_of(deciding), "position": who.title},
            because=list(calls_for_a_second(determination, deciding.choice)),
        ),
        "decision-proposed",
    )
