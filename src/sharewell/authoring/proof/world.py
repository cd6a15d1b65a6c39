"""All cases of a pack on all its days at once: the day is one more small number, one question for all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sharewell.authoring.proof.cases import Cases, Reading, codes_of
from sharewell.authoring.proof.formula import Formula, conj, disj, neg
from sharewell.authoring.proof.rulings import Rulings, overriders_of, rulings
from sharewell.authoring.proof.solver import Solver
from sharewell.policy.claim import Claims
from sharewell.policy.condition import Condition
from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.pack import Pack
from sharewell.policy.rule import InForce

#: Facts with their answers.
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class When:
    """A day, with or without the preview of dormant law."""

    day: date
    preview: bool = False

    @property
    def says(self) -> str:
        """In words."""
        return f"{self.day.isoformat()}{', with dormant law previewed' if self.preview else ''}"


class World:
    """A pack over all cases and days."""

    def __init__(self, pack: Pack, claims: Claims) -> None:
        self.pack = pack
        self.claims = claims
        self.days = pack.days_of_change()
        spans = [*(rule.in_force for rule in pack.rules), *(basis.in_force for basis in pack.bases)]
        dormant = any(span.start is None for span in spans)
        self.whens = tuple(
            When(day, preview) for preview in ((False, True) if dormant else (False,)) for day in self.days
        )
        self.editions = {when: pack.on(when.day, preview=when.preview) for when in self.whens}
        self.solver = Solver()
        self.cases = Cases(self.solver, codes_of(self.latest, *(rule.when for rule in pack.rules)))
        self.reading = Reading(self.latest, self.cases)
        self._when = self.solver.number("when", len(self.whens))
        self.overriders = overriders_of(self.editions.values())
        self.enabled = {rule.name: self.in_force(rule.in_force) for rule in pack.rules}
        self.solver.require(self.reading.consistent())

    @property
    def latest(self) -> Edition:
        """The edition of the last day. Facts, findings and exclusions are the same on every day."""
        return self.editions[self.now]

    @property
    def now(self) -> When:
        """The last day on which something changes, without preview."""
        return When(self.days[-1])

    def on(self, whens: Iterable[When]) -> Formula:
        """It is one of these days."""
        wanted = set(whens)
        indexes = [i for i, when in enumerate(self.whens) if when in wanted]
        return disj(self._when == i for i in indexes) if len(indexes) < len(self.whens) else True

    def in_force(self, span: InForce) -> Formula:
        """It counts on the day."""
        listed = [when for when in self.whens if span.on(when.day, preview=when.preview)]
        return self.solver.named("in force", self.on(listed))

    @cached_property
    def all_known(self) -> Formula:
        """No answer is *not-known*."""
        known = [
            neg(self.cases.among(name, [NOT_KNOWN])) for name, codes in self.cases.codes.items() if NOT_KNOWN in codes
        ]
        return self.solver.named("all known", conj(known))

    @cached_property
    def rulings(self) -> Rulings:
        """All layers."""
        return self.rulings_over(self.reading)

    @cached_property
    def national(self) -> Rulings:
        """The layers below the pack's own."""
        return self.rulings_over(self.reading, layers=self.pack.layers[:-1])

    def rulings_over(self, reading: Reading, layers: tuple[str, ...] | None = None) -> Rulings:
        """The rules of some layers over some cases."""
        rules = [rule for rule in self.pack.rules if layers is None or rule.layer in layers or not rule.layer]
        return rulings(reading, rules, self.overriders, self.enabled)

    def holds(self, condition: Condition) -> Formula:
        """The condition surely holds."""
        return self.reading.rails(condition).true

    def excused(self, proof: str, said: Rulings | None = None) -> Formula:
        """A rule stands that is a named exception to the proof."""
        names = {each.rule for each in self.pack.exceptions if each.proof == proof}
        stands = (said or self.rulings).stands
        return disj(rails.true for name, rails in stands.items() if name in names)

    def find(self, *claims: Formula) -> tuple[When, dict[str, str]] | None:
        """A day and a case in which the claims hold, today's law first; None when there is none on any day."""
        claim = self.solver.named("claim", conj(claims))
        if not (self.solver.possible(claim, self.on([self.now])) or self.solver.possible(claim)):
            return None
        return self.whens[self.solver.value(self._when)], self.cases.example()

    def placed(self, telling: Mapping[str, str], rules: Iterable[str]) -> tuple[Pairs, Pairs]:
        """Answers that some rules read, and the others."""
        by_name = {rule.name: rule for rule in self.pack.rules}
        read = {fact for name in rules if name in by_name for fact in self.latest.facts_in(by_name[name].when)}
        if not read & set(telling):
            return tuple(telling.items()), ()
        return tuple(e for e in telling.items() if e[0] in read), tuple(e for e in telling.items() if e[0] not in read)

    def telling(self, when: When, answers: Mapping[str, str], *claims: Formula) -> dict[str, str]:
        """Only those answers that make the claims hold, whatever the other answers are."""
        names = sorted(answers, key=lambda name: (name in self.latest.quiet_order, -len(self.cases.codes[name])))
        literals = [self.cases.among(name, [answers[name]]) for name in names]
        against = conj([self.on([when]), neg(conj(claims))])
        kept = self.solver.needed(literals, against=self.solver.named("against", against))
        wanted = {names[i] for i in kept}
        return {name: answer for name, answer in answers.items() if name in wanted}
