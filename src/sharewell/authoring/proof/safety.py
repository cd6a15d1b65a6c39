"""Claims about safety: an emergency is never stopped, some never receive, some bases never serve, gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sharewell.authoring.proof.formula import Formula, conj, disj, neg
from sharewell.authoring.proof.report import Counterexample, Proof, Remark, Weight
from sharewell.authoring.proof.witness import Pool
from sharewell.authoring.proof.world import World
from sharewell.policy.claim import Emergency
from sharewell.policy.evaluate import determine
from sharewell.policy.outcome import Outcome

#: So many answers can still be read as one situation.
FEW = 12


def shown(world: World, *claims: Formula) -> Counterexample | None:
    """A counter-example with only the answers that matter, or None where the claims never hold together."""
    found = world.find(*claims)
    if found is None:
        return None
    when, answers = found
    telling = world.telling(when, answers, *claims)
    said = determine(world.editions[when], answers)
    main, setting = world.placed(telling, [rule.name for rule in said.deciding])
    return Counterexample(when, main, outcomes=(said.outcome.value,), setting=setting)


def emergencies(world: World) -> Iterator[Remark]:
    """In an emergency the outcome is that the information goes, whatever else is answered and whatever is not."""
    said = world.rulings
    for claim in world.claims.emergencies:
        meant = [world.holds(claim.when), neg(world.reading.rails(claim.unless).may)]
        stopped = [neg(said.sharing), neg(world.excused(Proof.EMERGENCY_NEVER_STOPPED))]
        example = shown(world, *meant, *stopped)
        if example:
            names = _standing(world, example)
            yield Remark(
                Proof.EMERGENCY_NEVER_STOPPED,
                Weight.FAILURE,
                f"{claim.name} is stopped by {', '.join(names)}",
                names,
                example,
            )
        yield from _at_once(world, claim)


def _standing(world: World, example: Counterexample) -> tuple[str, ...]:
    """The deciding rules with the answers that matter."""
    said = determine(world.editions[example.when], dict(example.answers + example.setting))
    wanted = [rule.name for rule in said.applied if rule.effect.outcome.value in example.outcomes]
    return tuple(wanted or [rule.name for rule in said.applied]) or ("no rule",)


def _at_once(world: World, claim: Emergency) -> Iterator[Remark]:
    for known in claim.known:
        for when in world.whens:
            said = determine(world.editions[when], dict(known))
            if not said.outcome.sharing:
                example = Counterexample(when, known, outcomes=(said.outcome.value,))
                waits = f"{claim.name} waits for {', '.join(said.open_facts[:5]) or 'nothing'}"
                yield Remark(Proof.EMERGENCY_NEVER_STOPPED, Weight.FAILURE, waits, said.open_facts, example)
                break


def never_to(world: World) -> Iterator[Remark]:
    """What may not reach a named person is never permitted to them."""
    for claim in world.claims.never_to:
        excused = world.excused(Proof.NEVER_TO)
        example = shown(world, world.holds(claim.when), world.rulings.sharing, neg(excused))
        if example:
            names = _standing(world, example)
            says = f"{claim.name}: {', '.join(names)} lets it go" + (f", but {claim.because}" if claim.because else "")
            yield Remark(Proof.NEVER_TO, Weight.FAILURE, says, names, example)


def never_bases(world: World) -> Iterator[Remark]:
    """Some bases are traps: they never serve where the law does not let them."""
    bases = {basis.name: basis for basis in world.pack.bases}
    for claim in world.claims.never_bases:
        for name in claim.bases:
            if name not in bases:
                yield Remark(
                    Proof.NEVER_BASIS, Weight.FAILURE, f"{claim.name} names `{name}`, which is no basis", (name,)
                )
                continue
            counts = world.in_force(bases[name].in_force)
            found = world.find(world.holds(claim.when), counts, world.holds(bases[name].when))
            if found:
                when, answers = found
                telling = world.telling(when, answers, world.holds(claim.when), world.holds(bases[name].when))
                example = Counterexample(when, tuple(telling.items()))
                because = f": {claim.because}" if claim.because else ""
                yield Remark(
                    Proof.NEVER_BASIS, Weight.FAILURE, f"{claim.name}: `{name}` is offered{because}", (name,), example
                )


def total(world: World) -> Iterator[Remark]:
    """Every complete set of answers has one outcome and only one."""
    outcomes = list(world.rulings.outcomes.values())
    several = disj(conj([a, b]) for i, a in enumerate(outcomes) for b in outcomes[i + 1 :])
    example = shown(world, disj([several, neg(disj(outcomes))]))
    if example:
        yield Remark(Proof.TOTAL, Weight.FAILURE, "a case has no outcome, or more than one", (), example)


def gaps(world: World) -> Iterator[Remark]:
    """Cases in which no rule stands: said for information, and a failure where the pack claims to cover them."""
    silent = conj(rails.false for rails in world.rulings.effects.values())
    for claim in world.claims.covers:
        example = shown(world, silent, world.holds(claim.when))
        if example:
            yield Remark(Proof.COVERS, Weight.FAILURE, f"{claim.name} is not covered: no rule stands", (), example)
    found = world.find(silent)
    if found:
        when, answers = found
        shown_few = _placed(world, world.telling(when, answers, silent))
        example = Counterexample(when, shown_few, outcomes=(Outcome.REFER.value,))
        share = Pool(world).silent(world.now)
        says = f"in some cases no rule stands and the outcome is refer: {100 * share:.2g} % of imagined everyday cases"
        yield Remark(Proof.GAP, Weight.INFORMATION, says, (), example)


def _placed(world: World, telling: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Of too many answers those to facts that most rules read: they place a case."""
    if len(telling) <= FEW:
        return tuple(telling.items())
    read = Counter(fact for rule in world.latest.rules for fact in world.latest.facts_in(rule.when))
    chosen = {name for name, _ in sorted(telling.items(), key=lambda each: -read[each[0]])[:FEW]}
    return tuple(each for each in telling.items() if each[0] in chosen)


#: The claims of this module, in the order in which they are proved.
PROOFS = (total, emergencies, never_to, never_bases, gaps)
