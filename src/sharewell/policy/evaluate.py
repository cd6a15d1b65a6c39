"""The plain reading: walk the rules. It is the meaning of a pack; every faster reading is tested against it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sharewell.policy.certain import Look, certain, outcome_of_standing
from sharewell.policy.condition import Condition, FactIs, FindingHolds, atoms, truth_of, truth_of_answer
from sharewell.policy.determination import Contradiction, Declared, Determination
from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN, Quiet
from sharewell.policy.outcome import Outcome
from sharewell.policy.relevance import relevant_facts
from sharewell.policy.standing import Standings, capped, final, possible_outcomes, standings
from sharewell.policy.truth import Truth


class UnknownFactError(ValueError):
    """An answer to a fact that the pack does not have, or an answer that the fact does not have."""

    def __init__(self, fact: str, answer: str | None = None) -> None:
        self.fact = fact
        self.answer = answer
        super().__init__(f"no fact `{fact}`" if answer is None else f"fact `{fact}` has no answer `{answer}`")


@dataclass
class Reader:
    """Reads conditions against some answers, quiet answers filled in.

    Raises: UnknownFactError for a name that the pack does not have.
    """

    edition: Edition
    answers: Mapping[str, str]
    declared: list[Declared] = field(default_factory=list)
    effective: dict[str, str] = field(default_factory=dict)
    _findings: dict[str, Truth] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, answer in self.answers.items():
            if name not in self.edition.facts:
                raise UnknownFactError(name)
            if answer != NOT_KNOWN and answer not in self.edition.domains[name]:
                raise UnknownFactError(name, answer)
        self.effective.update(self.answers)
        for name in self.edition.quiet_order:
            quiet = self._quiet(name) if name not in self.answers else None
            if quiet:
                self.effective[name] = quiet.answer
                self.declared.append(Declared(name, quiet.answer))

    def _quiet(self, name: str) -> Quiet | None:
        """The quiet answer that nothing opens, if there is one."""
        for quiet in self.edition.facts[name].declared:
            opened = self.truth(quiet.unless)
            if opened is not Truth.TRUE:
                return quiet if opened is Truth.FALSE else None
        return None

    def atom(self, atom: FactIs | FindingHolds) -> Truth:
        """The truth of one fact test or finding."""
        if isinstance(atom, FactIs):
            domain = self.edition.domains[atom.fact]
            return truth_of_answer(self.effective.get(atom.fact), atom, domain, NOT_KNOWN)
        if atom.finding not in self._findings:
            self._findings[atom.finding] = self.truth(self.edition.findings[atom.finding].when)
        return self._findings[atom.finding]

    def truth(self, condition: Condition) -> Truth:
        """The truth of a condition."""
        return truth_of(condition, self.atom)

    def contradictions(self) -> tuple[Contradiction, ...]:
        """Answers that cannot be true together."""
        found = []
        for name in self.edition.quiet_order:
            given = self.answers.get(name)
            quiet = self._quiet(name) if given not in (None, NOT_KNOWN) else None
            if quiet and given != quiet.answer:
                facts = (name, *sorted(self.edition.facts_in(quiet.unless)))
                found.append(Contradiction(facts, f"`{name}` would be `{quiet.answer}` by the other answers"))
        for exclusion in self.edition.exclusions:
            if self.truth(exclusion.never) is Truth.TRUE:
                facts = tuple(dict.fromkeys(a.fact for a in atoms(exclusion.never) if isinstance(a, FactIs)))
                found.append(Contradiction(facts, exclusion.because))
        return tuple(found)


def determine(edition: Edition, answers: Mapping[str, str]) -> Determination:
    """What the rules of the day say about these answers.

    `answers`: fact name to answer; an absent fact was not asked yet, `not-known` cannot be known now. Danger to a
    child is never made to wait: a rule that overrides everything settles the outcome whatever else is open.

    Raises: UnknownFactError for a name that the pack does not have.
    """
    reader = Reader(edition, answers)
    truths = [reader.truth(rule.when) for rule in edition.rules]

    def look(further: Mapping[str, str]) -> Look:
        other = Reader(edition, further)
        standing = standings(edition, [other.truth(rule.when) for rule in edition.rules])
        return Look(possible_outcomes(edition, standing), bool(other.contradictions()))

    return conclude(reader, standings(edition, truths), look)


def conclude(reader: Reader, standing: Standings, look: Callable[[Mapping[str, str]], Look]) -> Determination:
    """Put a determination together once it is known which rules stand; `look` reads a case with further answers."""
    edition = reader.edition
    possible = possible_outcomes(edition, standing)
    open_facts: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    contradictions = reader.contradictions()
    settled: Outcome | None = None
    if len(possible) > 1:
        live = relevant_facts(reader, standing)
        expected = None if contradictions else outcome_of_standing(edition, standing)
        if certain(edition, reader.answers, live, expected, look):
            settled = expected
        else:
            not_known = tuple(name for name in live if reader.effective.get(name) == NOT_KNOWN)
            open_facts = tuple(name for name in live if name not in reader.effective)
    at_once = any("*" in edition.rules[i].overrides for i in standing.sure)
    outcome = settled or (Outcome.INCOMPLETE if open_facts else final(possible))
    outcome = capped(outcome, contradicted=bool(contradictions), at_once=at_once)
    applied = sorted(standing.sure)
    rules = edition.rules

    def collects(when: Condition, outcomes: frozenset[Outcome]) -> bool:
        return (not outcomes or outcome in outcomes) and reader.truth(when) is Truth.TRUE

    return Determination(
        outcome=outcome,
        on=edition.day,
        pack=edition.pack,
        applied=tuple(rules[i] for i in applied),
        overridden=tuple(rules[i] for i in sorted(standing.out)),
        safeguards=tuple(each for each in edition.safeguards if collects(each.when, each.outcomes)),
        bases=tuple(each for each in edition.bases if collects(each.when, frozenset())),
        advice=tuple(each for each in edition.advice if collects(each.when, each.outcomes)),
        myths=tuple(each for each in edition.myths if collects(each.when, each.outcomes)),
        instead=tuple(dict.fromkeys(kind for i in applied for kind in rules[i].instead)),
        open_facts=open_facts,
        not_known=not_known,
        declared=tuple(reader.declared),
        contradictions=contradictions,
        possible=possible,
    )
