"""Packs: everything the rules say, for every day, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharewell.policy.case import Case
from sharewell.policy.claim import NO_CLAIMS, Claims
from sharewell.policy.condition import Condition
from sharewell.policy.edition import Edition
from sharewell.policy.fact import Fact
from sharewell.policy.rule import Advice, Basis, InForce, Myth, Rule, Safeguard
from sharewell.policy.source import Citation, Source


@dataclass(frozen=True, slots=True)
class Finding:
    """A named intermediate conclusion in the field's words, so that no condition is written twice."""

    name: str
    means: str
    when: Condition
    cites: tuple[Citation, ...] = ()
    layer: str = ""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Answers that cannot be true together. Where it is definitely true, a sharing outcome becomes *refer*."""

    name: str
    never: Condition
    because: str
    layer: str = ""


@dataclass(frozen=True, slots=True)
class ConflictFamily:
    """Prohibitions and duties that may both stand; the outcome is then *refer*. Written as rule ids, `@tags` or `*`."""

    name: str
    prohibits: tuple[str, ...]
    requires: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class ProofException:
    """A rule that is allowed to break a named proof, with the reason."""

    rule: str
    proof: str
    because: str


@dataclass(frozen=True, slots=True)
class PackId:
    """Which pack said it: name, version and the SHA-256 digest of its canonical release."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack with all its days.

    A local pack holds the content of the pack it extends as well; `layer` tells which is whose.
    """

    name: str
    version: str
    title: str
    first_day: date
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...]
    sources: tuple[Source, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    bases: tuple[Basis, ...] = ()
    advice: tuple[Advice, ...] = ()
    myths: tuple[Myth, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    families: tuple[ConflictFamily, ...] = ()
    exceptions: tuple[ProofException, ...] = ()
    claims: Claims = NO_CLAIMS
    cases: tuple[Case, ...] = ()
    extends: str = ""
    changes: str = ""
    digest: str = ""

    @property
    def id(self) -> PackId:
        """Name, version and digest."""
        return PackId(self.name, self.version, self.digest)

    @property
    def layers(self) -> tuple[str, ...]:
        """Names of the layers, national first."""
        return (self.extends, self.name) if self.extends else (self.name,)

    def on(
        self,
        day: date,
        *,
        preview: bool = False,
        known_on: date | None = None,
        without: frozenset[str] = frozenset(),
        up_to_layer: str | None = None,
    ) -> Edition:
        """The rules in force on a day.

        `preview` adds dormant law; `known_on` leaves out what was learned later; `without` leaves out rules by name or
        `@tag`; `up_to_layer` leaves out the layers above it. Before `first_day` no rule is in force: every outcome is
        *refer*.
        """
        keep = set(self.layers[: self.layers.index(up_to_layer) + 1]) if up_to_layer else set(self.layers) | {""}

        def counts(in_force: InForce, layer: str) -> bool:
            return (
                day >= self.first_day
                and (layer in keep or not layer)
                and in_force.on(day, preview=preview, known_on=known_on)
            )

        dropped = {name for name in without if not name.startswith("@")}
        tags = {name[1:] for name in without if name.startswith("@")}
        return Edition.of(
            pack=self.id,
            day=day,
            facts=self.facts,
            findings=self.findings,
            rules=tuple(
                rule
                for rule in self.rules
                if counts(rule.in_force, rule.layer) and rule.name not in dropped and not tags & set(rule.tags)
            ),
            safeguards=tuple(each for each in self.safeguards if counts(each.in_force, each.layer)),
            bases=tuple(each for each in self.bases if counts(each.in_force, each.layer)),
            advice=tuple(each for each in self.advice if each.layer in keep or not each.layer),
            myths=tuple(each for each in self.myths if counts(each.in_force, each.layer)),
            exclusions=self.exclusions,
        )

    def days_of_change(self) -> tuple[date, ...]:
        """Every day on which a rule, safeguard, basis or myth begins or ends, from the first day on, in order."""
        spans = [each.in_force for group in (self.rules, self.safeguards, self.bases, self.myths) for each in group]
        days = {day for span in spans for day in (span.start, span.end) if day is not None}
        return tuple(sorted({self.first_day} | {day for day in days if day > self.first_day}))
