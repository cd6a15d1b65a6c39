"""Flips: each single answer that would change the outcome, and to what."""

from __future__ import annotations

from collections.abc import Mapping

from sharewell.policy.compile import Compiled
from sharewell.policy.determination import Determination, Flip
from sharewell.policy.evaluate import Reader
from sharewell.policy.outcome import Outcome


def flips(compiled: Compiled, answers: Mapping[str, str], said: Determination) -> tuple[Flip, ...]:
    """Every single answer that would change the outcome, in the order of the pack.

    Answers given and quiet answers declared are each changed to every other real answer, open facts are given each
    answer; the rest stays. Changes after which more would have to be asked are left out, as are contradictions.
    """
    found = []
    effective = Reader(compiled.edition, answers).effective
    for name, fact in compiled.edition.facts.items():
        given = effective.get(name)
        for answer in fact.domain:
            if answer == given:
                continue
            verdict = compiled.partial({**answers, name: answer})
            if verdict.outcome in (None, said.outcome) or (verdict.checked and verdict.outcome is Outcome.REFER):
                continue
            if verdict.outcome is not None:
                found.append(Flip(name, answer, given, verdict.outcome))
    return tuple(found)
