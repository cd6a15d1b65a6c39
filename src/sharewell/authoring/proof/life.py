"""No rule is dead, no finding is idle, no answer is asked for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from sharewell.authoring.proof.cases import conditions_of
from sharewell.authoring.proof.formula import Formula
from sharewell.authoring.proof.report import Proof, Remark, Weight
from sharewell.authoring.proof.witness import DECIDES, STANDS, Pool, Wanted
from sharewell.authoring.proof.world import When, World
from sharewell.policy.condition import FactIs, FindingHolds, atoms
from sharewell.policy.rule import Effect


def dead_rules(world: World) -> Iterator[Remark]:
    """On every day each rule in force can stand and can decide. Dormant rules are tried on the last day, previewed."""
    pool = Pool(world)
    pool.imagine(world.now)
    missing = _missing(world, pool)
    while missing:
        wanted, whens = missing.popitem()
        claim = (_claim(world, wanted), world.on(whens))
        found = world.find(*claim, world.all_known) or world.find(*claim)
        if found is None:
            yield _dead(world, wanted, whens)
            if wanted[0] == STANDS:
                missing.pop((DECIDES, wanted[1]), None)
            continue
        when, answers = found
        left = {each for each in whens - {when} if wanted not in pool.shown_by(answers, each)}
        if left:
            missing[wanted] = left


def _missing(world: World, pool: Pool) -> dict[Wanted, set[When]]:
    """What no case of the pool shows, and on which days. Standing comes last, so that it is looked at first."""
    missing: dict[Wanted, set[When]] = {}
    for when in world.whens:
        if when.preview and when.day != world.now.day:
            continue
        shown = pool.shown(when)
        for rule in world.editions[when].rules:
            if when.preview == (rule.in_force.start is None):
                for kind in (DECIDES, STANDS):
                    if (kind, rule.name) not in shown:
                        missing.setdefault((kind, rule.name), set()).add(when)
    return dict(sorted(missing.items()))


def _claim(world: World, wanted: Wanted) -> Formula:
    kind, name = wanted
    return world.rulings.stands[name].true if kind == STANDS else world.rulings.decides(name)


def _dead(world: World, wanted: Wanted, whens: set[When]) -> Remark:
    kind, name = wanted
    first, last = (pick(whens, key=lambda each: each.day) for pick in (min, max))
    span = f"on {first.says}" if first == last else f"from {first.says} to {last.says}"
    if kind == DECIDES:
        above = _swallowed(world, name, last)
        return Remark(Proof.NO_DEAD_RULE, Weight.FAILURE, f"`{name}` stands but never decides {span}{above}", (name,))
    rule = world.rulings.rules[name]
    if world.find(world.holds(rule.when)) is None:
        return Remark(
            Proof.NO_DEAD_RULE, Weight.FAILURE, f"`{name}` can never hold: its condition contradicts itself", (name,)
        )
    return Remark(Proof.NO_DEAD_RULE, Weight.FAILURE, f"`{name}` holds but is always overridden {span}", (name,))


def _swallowed(world: World, name: str, when: When) -> str:
    """Where one other rule always stands above it, say which."""
    rules = world.rulings.rules
    effects = list(Effect)
    mine = effects.index(rules[name].effect)
    for other in (rule for rule in world.editions[when].rules if effects.index(rule.effect) < mine):
        stands = world.rulings.stands
        if not world.solver.possible(world.on([when]), stands[name].true, stands[other.name].false):
            return f": `{other.name}` ({other.effect.value}) always stands with it"
    return ""


def idle_findings(world: World) -> Iterator[Remark]:
    """A finding that is never true or never false says nothing."""
    for name in world.latest.findings:
        rails = world.reading.rails(FindingHolds(name))
        for claim, says in ((rails.true, "never true"), (rails.false, "never false")):
            if not world.solver.possible(claim):
                yield Remark(Proof.FINDINGS_VARY, Weight.FAILURE, f"finding `{name}` is {says}", (name,))


def unread_answers(world: World) -> Iterator[Remark]:
    """Facts and answers that nothing reads on any day: asked for nothing.

    Answers that nothing tells apart are said for information: the record may want them where the rules do not.
    """
    tests = [atom for edition in world.editions.values() for each in conditions_of(edition) for atom in atoms(each)]
    read = {(atom.fact, atom.answers) for atom in tests if isinstance(atom, FactIs)}
    for name, fact in world.latest.facts.items():
        lists = [answers for tested, answers in read if tested == name]
        if not lists:
            yield Remark(Proof.ANSWERS_ARE_READ, Weight.WARNING, f"nothing reads fact `{name}`", (name,))
            continue
        alike: dict[tuple[bool, ...], list[str]] = {}
        for answer in fact.domain:
            alike.setdefault(tuple(answer in answers for answers in lists), []).append(answer)
        for same in alike.values():
            if len(same) > 1:
                says = f"nothing tells these answers of `{name}` apart: {', '.join(same)}"
                yield Remark(Proof.ANSWERS_ARE_READ, Weight.INFORMATION, says, (name,))
