"""More danger never makes sharing with those who protect less permitted."""

from __future__ import annotations

from collections.abc import Iterator

from sharewell.authoring.proof.cases import Reading
from sharewell.authoring.proof.formula import Formula, conj, disj, neg
from sharewell.authoring.proof.permission import below
from sharewell.authoring.proof.report import Counterexample, Proof, Remark, Weight
from sharewell.authoring.proof.rulings import Rulings
from sharewell.authoring.proof.world import World
from sharewell.policy.claim import Danger
from sharewell.policy.determination import Determination
from sharewell.policy.evaluate import determine
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect

#: So many different pairs of rules are shown for one fact; each further one would be another search.
SHOWN = 8


def more_danger_never_less(world: World) -> Iterator[Remark]:
    """Two cases that differ in one answer about danger: the graver one does not let less go."""
    for danger in world.claims.dangers:
        yield from _one_fact(world, danger)


def _one_fact(world: World, danger: Danger) -> Iterator[Remark]:
    if danger.fact not in world.cases.codes:
        says = f"`{danger.fact}` is no fact"
        yield Remark(Proof.MORE_DANGER_NEVER_LESS, Weight.FAILURE, says, (danger.fact,))
        return
    twin = world.cases.twin(danger.fact)
    graver = Reading(world.latest, twin)
    less, more = world.rulings, world.rulings_over(graver)
    rises = disj(
        conj([world.cases.among(danger.fact, low), twin.among(danger.fact, high)])
        for i, low in enumerate(danger.order)
        for high in danger.order[i + 1 :]
    )
    claim = conj([
        rises,
        graver.consistent(),
        world.holds(world.claims.protects),
        graver.rails(world.claims.protects).true,
        _falls(less, more),
        neg(world.excused(Proof.MORE_DANGER_NEVER_LESS, more)),
        neg(world.excused(Proof.MORE_DANGER_NEVER_LESS, less)),
    ])  # fmt: skip
    claim = world.solver.named("danger", claim)
    seen: list[Formula] = []
    while len(seen) < SHOWN and (found := world.find(claim, *(neg(each) for each in seen))):
        when, answers = found
        second = {**answers, danger.fact: twin.example()[danger.fact]}
        before, after = (determine(world.editions[when], each) for each in (answers, second))
        names = _blamed(after)
        seen.append(conj([*(more.stands[name].true for name in names), more.outcomes[after.outcome]]))
        pair = twin.among(danger.fact, [second[danger.fact]])
        telling = world.telling(
            when, answers, disj([conj([claim, _falling(less, more, before.outcome, after.outcome)]), neg(pair)])
        )
        near = {danger.fact: answers[danger.fact]}
        main, setting = world.placed(telling, [*names, *(rule.name for rule in before.deciding)])
        example = Counterexample(
            when,
            tuple(near.items()) + tuple(each for each in main if each[0] != danger.fact),
            ((danger.fact, second[danger.fact]),),
            (before.outcome.value, after.outcome.value),
            tuple(each for each in setting if each[0] != danger.fact),
        )
        by = f" by {', '.join(names)}" if names else ""
        says = f"more `{danger.fact}` lowers {before.outcome.value} to {after.outcome.value}{by}"
        yield Remark(Proof.MORE_DANGER_NEVER_LESS, Weight.FAILURE, says, names, example)
    if len(seen) == SHOWN and world.find(claim, *(neg(each) for each in seen)):
        says = f"more `{danger.fact}` lowers the outcome in other ways too: the first {SHOWN} are shown"
        yield Remark(Proof.MORE_DANGER_NEVER_LESS, Weight.FAILURE, says, (danger.fact,))


def _blamed(after: Determination) -> tuple[str, ...]:
    """The deciding rules; of a conflict the prohibitions, or each of many duties would be a failure of its own."""
    bans = tuple(rule.name for rule in after.deciding if rule.effect is Effect.PROHIBITS)
    return bans or tuple(rule.name for rule in after.deciding)


def _falls(less: Rulings, more: Rulings) -> Formula:
    return disj(
        conj([less.outcomes[outcome], disj(more.outcomes[lower] for lower in below(outcome))])
        for outcome in less.outcomes
    )


def _falling(less: Rulings, more: Rulings, before: Outcome, after: Outcome) -> Formula:
    return conj([less.outcomes[before], more.outcomes[after]])
