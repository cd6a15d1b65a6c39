"""Two editions over the same cases: which rules are the same in both, and every formula about either."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sharewell.authoring.difference.block import Block, Side
from sharewell.authoring.proof.cases import Cases, Reading, codes_of
from sharewell.authoring.proof.formula import Formula, Rails, conj, disj, neg, some
from sharewell.authoring.proof.rulings import Rulings, overriders_of, rulings
from sharewell.authoring.proof.solver import Solver
from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two editions."""

    side: Side
    edition: Edition
    reading: Reading
    rulings: Rulings
    others: Mapping[Effect, Rails]
    changed: tuple[str, ...]


class Pair:
    """Two editions over the cases that both can be told."""

    def __init__(self, before: Edition, after: Edition) -> None:
        self.solver = Solver()
        self.codes = common_codes(before, after)
        self.cases = Cases(self.solver, self.codes)
        self.same = same_rules(before, after)
        self.before = self._half(Side.BEFORE, before)
        self.after = self._half(Side.AFTER, after)
        both = [self.solver.named("consistent", half.reading.consistent()) for half in (self.before, self.after)]
        self.not_compared = self.solver.possible(neg(both[0]), both[1]) or self.solver.possible(both[0], neg(both[1]))
        self.solver.require(conj(both))

    @cached_property
    def all_known(self) -> Formula:
        """No answer is *not-known*."""
        return conj(neg(self.cases.among(n, [NOT_KNOWN])) for n, codes in self.codes.items() if NOT_KNOWN in codes)

    @property
    def halves(self) -> tuple[Half, Half]:
        """Before and after."""
        return self.before, self.after

    def _half(self, side: Side, edition: Edition) -> Half:
        reading = Reading(edition, self.cases)
        said = rulings(reading, edition.rules, overriders_of([edition]))
        others = {
            effect: some(said.stands[r.name] for r in edition.rules if r.effect is effect and r.name in self.same)
            for effect in Effect
        }
        changed = tuple(rule.name for rule in edition.rules if rule.name not in self.same)
        return Half(side, edition, reading, said, others, changed)

    def moved(self, before: Outcome, after: Outcome) -> Formula:
        """The outcome went from one to the other."""
        return conj([self.before.rulings.outcomes[before], self.after.rulings.outcomes[after]])

    def differs(self) -> Formula:
        """The outcome is another one."""
        return disj(
            conj([formula, neg(self.after.rulings.outcomes[outcome])])
            for outcome, formula in self.before.rulings.outcomes.items()
        )

    def block(self, block: Block) -> Formula:
        """A block as a formula."""
        half = self.before if block.side is Side.BEFORE else self.after
        rails = half.others[block.about] if isinstance(block.about, Effect) else half.rulings.stands[block.about]
        true = rails.true if block.surely is block.holds else rails.may
        return true if block.holds else neg(true)

    def condition(self, condition: Condition) -> Formula:
        """A condition as the later edition reads it, or the earlier where only that one can."""
        half = self.after if readable(self.after.edition, condition) else self.before
        return half.reading.rails(condition).true


def readable(edition: Edition, condition: Condition) -> bool:
    """Whether an edition has every fact and finding that a condition names."""
    match condition:
        case FactIs(fact):
            return fact in edition.facts
        case FindingHolds(finding):
            return finding in edition.findings
        case AllOf(parts) | AnyOf(parts):
            return all(readable(edition, part) for part in parts)
        case Not(part):
            return readable(edition, part)


def alike(before: Edition, after: Edition) -> tuple[Edition, Edition]:
    """Both editions, each taking *not-known* as an answer of its own for every fact for which either names it."""
    named = before.names_not_known | after.names_not_known
    return replace(before, names_not_known=named), replace(after, names_not_known=named)


def common_codes(before: Edition, after: Edition) -> dict[str, tuple[str, ...]]:
    """The answers that both editions have; of a fact that only one has, its own."""
    one, two = codes_of(before), codes_of(after)
    named = {name for codes in (one, two) for name, each in codes.items() if NOT_KNOWN in each}
    codes = {}
    for name in [*one, *(name for name in two if name not in one)]:
        known = [e.facts[name].domain for e in (before, after) if name in e.facts]
        shared = tuple(answer for answer in known[0] if all(answer in domain for domain in known))
        if shared:
            codes[name] = (*shared, NOT_KNOWN) if name in named else shared
    return codes


def same_rules(before: Edition, after: Edition) -> frozenset[str]:
    """Rules that mean the same in both: effect, condition with findings opened, and who of the others overrides them.

    Where none of the rest stands on either side, the same rules stand on both, and the outcome is the same.
    """
    one, two = ({rule.name: rule for rule in edition.rules} for edition in (before, after))
    alike = {
        name
        for name in one.keys() & two.keys()
        if one[name].effect is two[name].effect and opened(before, one[name].when) == opened(after, two[name].when)
    }
    over_one, over_two = overriders_of([before]), overriders_of([after])
    return frozenset(name for name in alike if over_one[name] & alike == over_two[name] & alike)


def opened(edition: Edition, condition: Condition) -> Condition:
    """A condition with its findings written out."""
    match condition:
        case FindingHolds(name):
            return opened(edition, edition.findings[name].when)
        case AllOf(parts):
            return AllOf(tuple(opened(edition, part) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(opened(edition, part) for part in parts))
        case Not(part):
            return Not(opened(edition, part))
        case FactIs():
            return condition
