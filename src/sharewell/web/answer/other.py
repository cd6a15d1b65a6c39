"""The same answers under other rules: without a duty that rests on weak standing, with dormant law, on another day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sharewell.policy.determination import Determination
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect, Rule
from sharewell.web.answer.cite import strongest
from sharewell.web.clock import today
from sharewell.web.guide.form import day_of
from sharewell.web.guide.sitting import Sitting
from sharewell.web.reading.shelf import reading

#: Days ahead on which rules change, looked at for this answer.
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What the answer would be. `on`: the day from which, if it is about a day; `rules`: those that would count."""

    outcome: Outcome
    same: bool
    on: date | None = None
    rules: tuple[Rule, ...] = ()


def weak_duties(said: Determination) -> tuple[Rule, ...]:
    """Duties that decide and that nobody here has read in the source."""
    if said.outcome is not Outcome.MUST_SHARE:
        return ()
    duties = [rule for rule in said.deciding if rule.effect is Effect.REQUIRES]
    weak = [rule for rule in duties if (found := strongest(rule.cites)) is None or found.weak]
    return tuple(weak) if len(weak) == len(duties) else ()


def if_dormant_law_starts(sitting: Sitting, said: Determination) -> Otherwise | None:
    """The answer if law that was passed but not started did start; None where no such law would count."""
    rules = sitting.trail.rules
    other = reading(rules.pack, day_of(rules), without=rules.without, preview=True)
    then = other.compiled.determine(_known(sitting, other.edition.facts))
    new = tuple(rule for rule in then.applied if rule.in_force.start is None)
    return Otherwise(then.outcome, then.outcome is said.outcome, None, new) if new else None


def from_another_day(sitting: Sitting, said: Determination) -> Otherwise | None:
    """The next day on which this answer becomes another, as the rules are known now."""
    rules = sitting.trail.rules
    day = day_of(rules)
    if rules.without:
        return None
    ahead = [each for each in sitting.reading.pack.days_of_change() if each > day][:_AHEAD]
    for each in ahead:
        then = reading(rules.pack, each).compiled.determine(sitting.answers)
        if then.outcome is not said.outcome:
            return Otherwise(then.outcome, same=False, on=each, rules=then.deciding)
    return None


def today_instead(sitting: Sitting, said: Determination) -> Otherwise | None:
    """Today's answer, where the rules of another day are being read."""
    rules = sitting.trail.rules
    if rules.on is None or rules.on == today():
        return None
    then = reading(rules.pack, today()).compiled.determine(sitting.answers)
    return Otherwise(then.outcome, then.outcome is said.outcome)


def _known(sitting: Sitting, facts: Mapping[str, object]) -> dict[str, str]:
    return {name: answer for name, answer in sitting.answers.items() if name in facts}
