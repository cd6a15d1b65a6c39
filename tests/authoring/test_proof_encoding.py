"""The solver's reading of a pack against the plain one, on drawn packs, case by case."""

from __future__ import annotations

from itertools import product

import pytest

from sharewell.authoring.proof.cases import codes_of
from sharewell.authoring.proof.world import World
from sharewell.policy.claim import Claims
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader, determine
from sharewell.policy.fact import NOT_KNOWN
from tests.policy.drawn import drawn_pack


def consistent_cases(edition: Edition) -> list[dict[str, str]]:
    """Every complete case of the proofs: *not-known* only where some condition names it."""
    codes = codes_of(edition)
    found = []
    for choice in product(*codes.values()):
        answers = dict(zip(codes, choice, strict=True))
        reader = Reader(edition, answers)
        idle = any(answers[n] == NOT_KNOWN and _quiet(edition, answers, n) is not None for n in edition.quiet_order)
        if not reader.contradictions() and not idle:
            found.append(answers)
    return found


def _quiet(edition: Edition, answers: dict[str, str], name: str) -> str | None:
    rest = {fact: answer for fact, answer in answers.items() if fact != name}
    return Reader(edition, rest).effective.get(name)


@pytest.mark.parametrize("seed", range(8))
def test_the_solver_reads_a_pack_as_the_plain_reading_does(seed: int) -> None:
    world = World(drawn_pack(seed, facts=4), Claims())
    rulings = world.rulings
    consistent = {tuple(case.items()) for case in consistent_cases(world.latest)}
    for choice in product(*world.cases.codes.values()):
        answers = dict(zip(world.cases.codes, choice, strict=True))
        given = [world.cases.among(name, [answer]) for name, answer in answers.items()]
        assert world.solver.possible(*given) is (tuple(answers.items()) in consistent)
        if tuple(answers.items()) not in consistent:
            continue
        said = determine(world.latest, answers)
        assert [o for o, f in rulings.outcomes.items() if world.solver.holds(f)] == [said.outcome]
        stands = {name for name, rails in rulings.stands.items() if world.solver.holds(rails.true)}
        assert stands == {rule.name for rule in said.applied}
