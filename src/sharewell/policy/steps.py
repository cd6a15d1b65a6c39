"""Steps that are not settled with the outcome: safeguards whose condition an unanswered fact still leaves open.

The outcome is settled as soon as nothing can change it, and some steps may then still depend on facts that nobody
asked. They are told as such, and can be asked about: a step is never left out in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader
from sharewell.policy.outcome import Outcome
from sharewell.policy.relevance import askable, facts_left_in
from sharewell.policy.rule import Safeguard
from sharewell.policy.truth import Truth


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step that may be needed. `facts` are those that would tell, in the order of the pack."""

    safeguard: Safeguard
    facts: tuple[str, ...]


def open_steps(edition: Edition, answers: Mapping[str, str], outcome: Outcome) -> tuple[OpenStep, ...]:
    """The steps that may go with an outcome, blocking ones and those that leave something out first.

    Steps that only *not-known* answers leave open are not among them: nothing that can be asked would settle those.

    Raises: UnknownFactError for a name that the pack does not have.
    """
    reader = Reader(edition, answers)
    found = []
    for each in edition.safeguards:
        if (not each.outcomes or outcome in each.outcomes) and reader.truth(each.when) is Truth.OPEN:
            facts = facts_left_in(reader, each.when)
            if facts:
                found.append(OpenStep(each, facts))
    return tuple(sorted(found, key=lambda step: not (step.safeguard.blocks or step.safeguard.leaves_out)))


def next_for_steps(edition: Edition, answers: Mapping[str, str], steps: Sequence[OpenStep]) -> str | None:
    """The fact to ask so that most steps are settled; None when there is none to ask."""
    reader = Reader(edition, answers)
    counts = Counter(fact for step in steps for fact in step.facts)
    ready = [name for name in counts if askable(reader, name)]
    now = [name for name in ready if not set(edition.facts[name].after) & set(ready)] or ready
    order = list(edition.facts)
    return min(now, key=lambda name: (-counts[name], order.index(name)), default=None)
