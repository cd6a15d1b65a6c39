"""What the proofs found, as data and as plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from sharewell.authoring.proof.world import When
from sharewell.policy.fact import NOT_KNOWN


class Weight(StrEnum):
    """How much it matters: a failure breaks the build, a warning wants a look, information is only said."""

    FAILURE = "failure"
    WARNING = "warning"
    INFORMATION = "information"


class Proof(StrEnum):
    """The properties, by the names that `families.yaml` uses for exceptions."""

    TOTAL = "total"
    NO_CONFLICT = "no-conflict"
    NO_DEAD_RULE = "no-dead-rule"
    FINDINGS_VARY = "findings-vary"
    ANSWERS_ARE_READ = "answers-are-read"
    LOCAL_ONLY_NARROWS = "local-only-narrows"
    MORE_DANGER_NEVER_LESS = "more-danger-never-less"
    EMERGENCY_NEVER_STOPPED = "emergency-never-stopped"
    NEVER_TO = "never-to"
    NEVER_BASIS = "never-basis"
    COVERS = "covers"
    GAP = "gap"


Answers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A case that breaks a property: only the answers that matter, and one day on which it does.

    `instead` are answers that the second of two cases gives instead; everything else is equal in both. `setting` are
    answers that matter only because they keep other rules out of the way.
    """

    when: When
    answers: Answers
    instead: Answers = ()
    outcomes: tuple[str, ...] = ()
    setting: Answers = ()

    def says(self) -> str:
        """In words."""
        said = " and ".join(_answer(*each) for each in self.answers) or "whatever the answers are"
        if self.instead:
            said += "; then instead " + " and ".join(_answer(*each) for each in self.instead)
        come = f" -> {', then '.join(self.outcomes)}" if self.outcomes else ""
        setting = "; nothing else applies because " + ", ".join(_answer(*each) for each in self.setting)
        return f"on {self.when.says}: {said}{come}{setting if self.setting else ''}"


def _answer(fact: str, answer: str) -> str:
    return f"{fact} is not known" if answer == NOT_KNOWN else f"{fact} is {answer}"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing found about a pack. `rules` are the rules, findings, facts or bases that it is about."""

    proof: Proof
    weight: Weight
    says: str
    rules: tuple[str, ...] = ()
    example: Counterexample | None = None

    def lines(self) -> Iterator[str]:
        """Plain text."""
        yield f"{self.weight.value}: {self.proof.value}: {self.says}"
        if self.example:
            yield f"  {self.example.says()}"


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a proof took, and how many questions it put to the solver."""

    proof: str
    seconds: float
    questions: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the proofs found about a pack."""

    pack: str
    days: int
    remarks: tuple[Remark, ...] = ()
    timings: tuple[Timing, ...] = field(default=(), compare=False)

    @property
    def failures(self) -> tuple[Remark, ...]:
        """What breaks the build."""
        return tuple(each for each in self.remarks if each.weight is Weight.FAILURE)

    @property
    def holds(self) -> bool:
        """Whether every property holds."""
        return not self.failures

    def of(self, proof: Proof) -> tuple[Remark, ...]:
        """What one proof found."""
        return tuple(each for each in self.remarks if each.proof is proof)

    def lines(self) -> Iterator[str]:
        """Plain text, failures first."""
        order = list(Weight)
        for remark in sorted(self.remarks, key=lambda each: order.index(each.weight)):
            yield from remark.lines()
        count = len(self.failures)
        yield f"{self.pack}: {self.days} days, {count} failure{'' if count == 1 else 's'}"
