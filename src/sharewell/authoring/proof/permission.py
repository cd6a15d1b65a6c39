"""How far each outcome lets information go: the one order that "less permitted" and "relaxed" mean."""

from __future__ import annotations

from sharewell.policy.outcome import Outcome

#: From least to most. Alike are: *not-yet* and *refer*, since neither is a no and something or somebody comes first;
#: *ask-first* and *weigh*, since either way it is the practitioner's to take on from there; *must* and *should*, since
#: both say share.
ORDER: tuple[frozenset[Outcome], ...] = (
    frozenset({Outcome.MUST_NOT_SHARE}),
    frozenset({Outcome.NOT_YET, Outcome.REFER}),
    frozenset({Outcome.ASK_FIRST, Outcome.WEIGH}),
    frozenset({Outcome.MAY_SHARE}),
    frozenset({Outcome.SHOULD_SHARE, Outcome.MUST_SHARE}),
)


def level(outcome: Outcome) -> int:
    """The place of an outcome in the order.

    Raises: ValueError for *incomplete*, which is no answer yet.
    """
    for place, outcomes in enumerate(ORDER):
        if outcome in outcomes:
            return place
    raise ValueError(outcome)


def below(outcome: Outcome) -> tuple[Outcome, ...]:
    """The outcomes that let less go."""
    return tuple(each for outcomes in ORDER[: level(outcome)] for each in sorted(outcomes))
