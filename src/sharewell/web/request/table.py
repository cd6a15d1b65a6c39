"""The guide of a request: what the record knows and what the practitioner answered, laid on one table.

What the record knows is read anew each time. Where the person answered the same question, their answer counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.conf import settings

from sharewell.casework.acting import Acting
from sharewell.casework.known import known
from sharewell.casework.known_fact import Known
from sharewell.casework.sit import sit
from sharewell.casework.snapshot import snapshot_of
from sharewell.policy.checklist import usual
from sharewell.policy.edition import Edition
from sharewell.register.request import InformationRequest
from sharewell.register.request import Sitting as Row
from sharewell.web.guide.form import reading_of
from sharewell.web.guide.sitting import Sitting
from sharewell.web.guide.trail import Rules, Step, Trail, steps_from
from sharewell.web.reading.shelf import Reading


@dataclass(frozen=True, slots=True)
class Table:
    """What lies there: the row that keeps the answers, the person's own steps, what the record says."""

    row: Row
    reading: Reading
    own: tuple[Step, ...]
    recorded: Mapping[str, Known]

    @property
    def sitting(self) -> Sitting:
        """What it comes to."""
        return Sitting(self.reading, self.trail)

    @property
    def trail(self) -> Trail:
        """All steps. What the record says of a line on a checklist is said again after it, unless it was changed."""
        edition = self.reading.edition
        facts = [fact for fact in edition.facts if fact in self.recorded]
        steps = {fact: Step(((fact, self.recorded[fact].answer),), filled=True) for fact in facts}
        changed = _changed(edition, self.own)
        behind = {name for step in self.own for tick in edition.facts[step.fact].ticks for name in [tick.fact]}
        again = [steps[fact] for fact in facts if fact in behind and fact not in changed]
        return Trail(Rules(settings.SHAREWELL_PACK), (*steps.values(), *self.own, *again))

    def then(self, step: Step) -> Table:
        """With one answer more."""
        return replace(self, own=(*self.own, step))

    def back(self) -> tuple[Table, Step | None]:
        """Without the last answer of their own, and that answer."""
        return (replace(self, own=self.own[:-1]), self.own[-1]) if self.own else (self, None)

    @property
    def counted(self) -> Mapping[str, Known]:
        """What of the record counts: the rest was answered otherwise, or does not fit."""
        sitting = self.sitting
        filled = sitting.trail.filled
        return {
            fact: each
            for fact, each in self.recorded.items()
            if fact in filled and sitting.answers.get(fact) == each.answer
        }

    @property
    def written(self) -> list[str]:
        """As the row keeps it."""
        return [step.written for step in self.trail.steps]


def lay(who: Acting, request: InformationRequest) -> Table:
    """The table of a request that was opened."""
    reading = reading_of(Rules(settings.SHAREWELL_PACK))
    row = sit(who, request, pack=settings.SHAREWELL_PACK)
    recorded = known(snapshot_of(who, request), reading.edition.facts)
    own, _ = steps_from(reading.edition, [step for step in row.trail if not step.startswith("~")])
    return Table(row, reading, own, recorded)


def _changed(edition: Edition, own: tuple[Step, ...]) -> set[str]:
    """Facts that the person answered: by themselves, or by a tick that says something out of the usual."""
    found = {step.fact for step in own}
    for step in own:
        found |= {fact for fact, answer in step.given[1:] if answer != usual(edition, fact)}
    return found
