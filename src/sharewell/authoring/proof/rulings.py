"""Which rules stand in a case and what comes of it, as formulas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sharewell.authoring.proof.cases import Reading
from sharewell.authoring.proof.formula import Formula, Rails, conj, disj, every, neg, opposite, some
from sharewell.policy.edition import Edition
from sharewell.policy.outcome import SHARING, Outcome
from sharewell.policy.rule import Effect, Rule

#: Who puts a rule out: rule name to names.
Overriders = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Standing rules and outcomes. `stands` by rule name, `effects` by effect, `outcomes` of complete cases."""

    rules: Mapping[str, Rule]
    stands: Mapping[str, Rails]
    effects: Mapping[Effect, Rails]
    outcomes: Mapping[Outcome, Formula]

    @property
    def sharing(self) -> Formula:
        """The rules say that the information can go."""
        return disj(self.outcomes[outcome] for outcome in SHARING)

    def decides(self, name: str) -> Formula:
        """The rule stands and is of the effect that decides; or is part of a conflict that makes it *refer*."""
        rule = self.rules[name]
        said = self.outcomes[rule.effect.outcome]
        if rule.effect in {Effect.PROHIBITS, Effect.REQUIRES}:
            said = disj([said, conj([self.effects[Effect.PROHIBITS].true, self.effects[Effect.REQUIRES].true])])
        return conj([self.stands[name].true, said])


def rulings(
    reading: Reading, rules: Iterable[Rule], overriders: Overriders, enabled: Mapping[str, Formula] | None = None
) -> Rulings:
    """The rules over cases. `enabled` says when a rule counts at all; without it they all do.

    Each rule is named before it is given its meaning: rules of different days may override each other in a circle, as
    long as those of any one day do not.
    """
    solver = reading.cases.solver
    by_name = {rule.name: rule for rule in rules}
    holds = {
        name: _counting(reading.rails(rule.when), (enabled or {}).get(name, True)) for name, rule in by_name.items()
    }
    exact = all(each.settled for each in holds.values())
    stands: dict[str, Rails] = {}
    for name in by_name:
        true = solver.truth(f"{name} stands")
        stands[name] = Rails(true, true if exact else solver.truth(f"{name} may stand"))
    for name, hold in holds.items():
        over = some(stands[other] for other in sorted(overriders.get(name, frozenset())) if other in stands)
        said = every([hold, opposite(over)])
        solver.define(stands[name].true, said.true)
        if not exact:
            solver.define(stands[name].may, said.may)
    effects = {
        effect: _named(reading, some(stands[n] for n, r in by_name.items() if r.effect is effect)) for effect in Effect
    }
    outcomes = {o: solver.named(o.value, f) for o, f in decide(effects).items()}
    return Rulings(by_name, stands, effects, outcomes)


def decide(effects: Mapping[Effect, Rails]) -> dict[Outcome, Formula]:
    """The outcome of complete cases.

    Where *not-known* leaves it unsettled it is *refer*, or the weakest of several that all let the information go.
    """
    prohibited, required = effects[Effect.PROHIBITS], effects[Effect.REQUIRES]
    said: dict[Outcome, Formula] = {Outcome.MUST_NOT_SHARE: conj([prohibited.true, required.false])}
    above: list[Effect] = []
    for effect in list(Effect)[1:]:
        shares = effect.outcome.sharing
        cleared = [neg(effects[e].true) if shares and e.outcome.sharing else effects[e].false for e in above]
        said[effect.outcome] = conj([prohibited.false, *cleared, effects[effect].true])
        above.append(effect)
    said[Outcome.REFER] = neg(disj(said.values()))
    return said


def overriders_of(editions: Iterable[Edition]) -> dict[str, frozenset[str]]:
    """Who overrides whom, over several editions of one pack.

    Whether one rule overrides another depends on those two alone, so what holds on one day on which both are in force
    holds on every such day.
    """
    over: dict[str, set[str]] = {}
    for edition in editions:
        for i, by in enumerate(edition.overriders):
            over.setdefault(edition.rules[i].name, set()).update(edition.rules[j].name for j in by)
    return {name: frozenset(by) for name, by in over.items()}


def _counting(hold: Rails, enabled: Formula) -> Rails:
    true = conj([enabled, hold.true])
    return Rails(true, true if hold.settled else conj([enabled, hold.may]))


def _named(reading: Reading, rails: Rails) -> Rails:
    solver = reading.cases.solver
    true = solver.named("effect", rails.true)
    return Rails(true, true if rails.settled else solver.named("effect may", rails.may))
