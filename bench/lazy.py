"""The order of questions that falls out of running the rules: stop at the first fact without an answer, and ask it.

So docassemble does it. Rules are run in deciding order, tier by tier where a policy has tiers; a rule that holds is
looked at together with the rules that override it; conditions stop as soon as they are settled.
"""

from __future__ import annotations

from collections.abc import Mapping

from bench.subject import Subject
from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.rule import Effect


class Ask(Exception):  # noqa: N818 - not an error: a question
    """A fact is needed that nobody answered."""

    def __init__(self, fact: str) -> None:
        self.fact = fact
        super().__init__(fact)


class Lazy:
    """Runs a policy from the top, again for each answer."""

    def __init__(self, policy: Subject) -> None:
        self.edition = policy.edition
        names = {rule.name: i for i, rule in enumerate(self.edition.rules)}
        self.tiers = [[names[name] for name in tier] for tier in policy.tiers]

    def next(self, answers: Mapping[str, str]) -> str | None:
        """The first fact met without an answer, or None when the run comes to its end."""
        try:
            self._tiers(answers) if self.tiers else self._effects(answers)
        except Ask as ask:
            return ask.fact
        return None

    def _tiers(self, answers: Mapping[str, str]) -> None:
        for tier in self.tiers:
            for i in tier:
                if self._holds(self.edition.rules[i].when, answers):
                    return

    def _effects(self, answers: Mapping[str, str]) -> None:
        for i, rule in enumerate(self.edition.rules):
            if self._stands(i, answers):
                if rule.effect is Effect.PROHIBITS:  # refer, if a duty stands as well
                    required = (j for j, each in enumerate(self.edition.rules) if each.effect is Effect.REQUIRES)
                    any(self._stands(j, answers) for j in required)
                return

    def _stands(self, i: int, answers: Mapping[str, str]) -> bool:
        return self._holds(self.edition.rules[i].when, answers) and not any(
            self._stands(j, answers) for j in self.edition.overriders[i]
        )

    def _holds(self, condition: Condition, answers: Mapping[str, str]) -> bool:
        match condition:
            case FactIs(fact, among):
                return self._answer(fact, answers) in among
            case FindingHolds(name):
                return self._holds(self.edition.findings[name].when, answers)
            case Not(part):
                return not self._holds(part, answers)
            case AllOf(parts):
                return all(self._holds(part, answers) for part in parts)
            case AnyOf(parts):
                return any(self._holds(part, answers) for part in parts)

    def _answer(self, fact: str, answers: Mapping[str, str]) -> str:
        if fact in answers:
            return answers[fact]
        for quiet in self.edition.facts[fact].declared:
            if not self._holds(quiet.unless, answers):
                return quiet.answer
        raise Ask(fact)
