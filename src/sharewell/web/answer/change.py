"""What would change an answer: of all flips, the few that a person could come to learn and that matter most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sharewell.policy.determination import Flip
from sharewell.policy.fact import Fact
from sharewell.policy.outcome import Outcome

SHOWN = 4
#: The outcomes in order of how much they protect.
_PROTECTING = (
    Outcome.MUST_SHARE,
    Outcome.SHOULD_SHARE,
    Outcome.MUST_NOT_SHARE,
    Outcome.NOT_YET,
    Outcome.REFER,
    Outcome.ASK_FIRST,
    Outcome.WEIGH,
    Outcome.MAY_SHARE,
)
#: A fact with more answers than this says what the question is; changing it asks another one.
_LEARNABLE = 8


def telling(flips: Sequence[Flip], facts: Mapping[str, Fact], answers: Mapping[str, str]) -> tuple[Flip, ...]:
    """A few flips: for each outcome the likeliest first, no fact twice, what protects before what does not."""

    def rank(flip: Flip) -> tuple[bool, bool, float]:
        fact = facts[flip.fact]
        return (len(fact.domain) > _LEARNABLE, not (fact.first or flip.fact in answers), -_share(fact, flip.answer))

    chosen: list[Flip] = []
    waiting = {
        outcome: sorted((flip for flip in flips if flip.outcome is outcome), key=rank) for outcome in _PROTECTING
    }
    while len(chosen) < SHOWN and any(waiting.values()):
        for outcome in _PROTECTING:
            taken = {flip.fact for flip in chosen}
            waiting[outcome] = [flip for flip in waiting[outcome] if flip.fact not in taken]
            if waiting[outcome] and len(chosen) < SHOWN:
                chosen.append(waiting[outcome].pop(0))
    return tuple(sorted(chosen, key=lambda flip: _PROTECTING.index(flip.outcome)))


def _share(fact: Fact, answer: str) -> float:
    """How usual an answer is, as the pack has it."""
    likely = fact.likely or (1,) * len(fact.answers)
    return likely[fact.domain.index(answer)] / (sum(likely) or 1)
