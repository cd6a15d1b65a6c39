"""No two standing rules conflict: what prohibits with what requires, except in the families that the pack lists."""

from __future__ import annotations

from collections.abc import Iterator

from sharewell.authoring.proof.formula import disj
from sharewell.authoring.proof.report import Counterexample, Proof, Remark, Weight
from sharewell.authoring.proof.world import World
from sharewell.policy.pack import ConflictFamily
from sharewell.policy.rule import Effect, Rule


def conflicts(world: World) -> Iterator[Remark]:
    """Every prohibition that can stand with a duty outside the families: one remark a prohibition, with every duty."""
    said = world.rulings
    duties = [rule for rule in world.pack.rules if rule.effect is Effect.REQUIRES]
    for ban in (rule for rule in world.pack.rules if rule.effect is Effect.PROHIBITS):
        left = [duty for duty in duties if not _listed(world.pack.families, ban, duty)]
        met: list[Rule] = []
        while left and world.solver.possible(said.stands[ban.name].true, disj(said.stands[d.name].true for d in left)):
            standing = [duty for duty in left if world.solver.holds(said.stands[duty.name].true)]
            met += standing
            left = [duty for duty in left if duty not in standing]
        if met:
            yield _remark(world, ban, met)


def _remark(world: World, ban: Rule, met: list[Rule]) -> Remark:
    order = {rule.name: place for place, rule in enumerate(world.pack.rules)}
    duties = sorted(met, key=lambda rule: order[rule.name])
    stands = world.rulings.stands
    found = world.find(stands[ban.name].true, disj(stands[duty.name].true for duty in duties))
    example = None
    if found:
        when, answers = found
        one = next(duty for duty in duties if world.solver.holds(stands[duty.name].true))
        telling = world.telling(when, answers, stands[ban.name].true, stands[one.name].true)
        main, setting = world.placed(telling, (ban.name, one.name))
        example = Counterexample(when, main, outcomes=("refer",), setting=setting)
    says = f"`{ban.name}` prohibits while {_listing([rule.name for rule in duties])} requires it"
    return Remark(Proof.NO_CONFLICT, Weight.FAILURE, says, (ban.name, *(rule.name for rule in duties)), example)


def _listing(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _listed(families: tuple[ConflictFamily, ...], ban: Rule, duty: Rule) -> bool:
    return any(_named(family.prohibits, ban) and _named(family.requires, duty) for family in families)


def _named(written: tuple[str, ...], rule: Rule) -> bool:
    return any(each in {"*", rule.name} or (each.startswith("@") and each[1:] in rule.tags) for each in written)
