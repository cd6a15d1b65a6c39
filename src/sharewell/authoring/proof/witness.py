"""Cases found without a solver: imagined ones by the thousand on bit planes, and a pool that every day tries first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sharewell.authoring.proof.world import When, World
from sharewell.policy.ask import LANES, imagined
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.network import Node
from sharewell.policy.outcome import Outcome
from sharewell.policy.planes import Circuit, Run, circuit, planes_of, runner
from sharewell.policy.rule import Effect

#: What a witness is wanted for: a rule that stands, or a rule that decides.
Wanted = tuple[str, str]
STANDS, DECIDES = "stands", "decides"


@dataclass(frozen=True, slots=True)
class Day:
    """The rules of one day over many cases at once."""

    edition: Edition
    wanted: tuple[Wanted, ...]
    run: Run

    @staticmethod
    def of(edition: Edition) -> Day:
        """Build it: some tens of milliseconds."""
        made = circuit(edition)
        wanted: list[Wanted] = []
        nodes: list[Node] = []
        for rule, stands in zip(edition.rules, made.stands, strict=True):
            wanted += [(STANDS, rule.name), (DECIDES, rule.name)]
            nodes += [stands, made.network.both(stands, _decided(made, rule.effect))]
        return Day(edition, tuple(wanted), runner(made.network, nodes))


def _decided(made: Circuit, effect: Effect) -> Node:
    net = made.network
    said = made.outcomes[effect.outcome]
    if effect not in {Effect.PROHIBITS, Effect.REQUIRES}:
        return said
    both = net.both(_any(made, Effect.PROHIBITS), _any(made, Effect.REQUIRES))
    return net.either(said, net.both(both, made.outcomes[Outcome.REFER]))


def _any(made: Circuit, effect: Effect) -> Node:
    return made.network.any_of(
        [node for node, rule in zip(made.stands, made.edition.rules, strict=True) if rule.effect is effect]
    )


class Pool:
    """Consistent cases with real answers, each there because it once showed something."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.cases: list[dict[str, str]] = []
        self._days: dict[When, Day] = {}

    def day(self, when: When) -> Day:
        """The rules of a day, built once."""
        if when not in self._days:
            self._days[when] = Day.of(self.world.editions[when])
        return self._days[when]

    def shown(self, when: When) -> set[Wanted]:
        """What the pool shows on a day."""
        return self._shown(self.cases, when)

    def shown_by(self, answers: dict[str, str], when: When) -> set[Wanted]:
        """What one case shows on a day. One with *not-known* in it is of no use on planes and shows nothing."""
        return set() if NOT_KNOWN in answers.values() else self._shown([answers], when)

    def _shown(self, cases: list[dict[str, str]], when: When) -> set[Wanted]:
        if not cases:
            return set()
        day = self.day(when)
        planes, count = planes_of(day.edition, cases)
        said = day.run(planes, count)
        return {wanted for wanted, plane in zip(day.wanted, said, strict=True) if plane}

    def silent(self, when: When) -> float:
        """The share of imagined cases in which no rule stands, exclusions not looked at."""
        day = self.day(when)
        spoken = 0
        for (kind, _), plane in zip(day.wanted, day.run(imagined(day.edition), LANES), strict=True):
            spoken |= plane if kind == STANDS else 0
        return 1 - spoken.bit_count() / LANES

    def imagine(self, when: When) -> None:
        """Fill the pool from imagined cases: one for each thing that they show and the pool does not."""
        day = self.day(when)
        planes = imagined(day.edition)
        shown = self.shown(when)
        lanes: set[int] = set()
        for wanted, plane in zip(day.wanted, day.run(planes, LANES), strict=True):
            if plane and wanted not in shown:
                lanes.add((plane & -plane).bit_length() - 1)
        self.cases += _consistent(day.edition, (_case(day.edition, planes, lane) for lane in sorted(lanes)))


def _case(edition: Edition, planes: dict[tuple[str, int | str], int], lane: int) -> dict[str, str]:
    answers = {}
    for name, fact in edition.facts.items():
        width = sum(1 for bit in range(8) if (name, bit) in planes)
        code = sum((planes[name, bit] >> lane & 1) << bit for bit in range(width))
        answers[name] = fact.domain[code]
    return answers


def _consistent(edition: Edition, cases: Iterable[dict[str, str]]) -> Sequence[dict[str, str]]:
    """Quiet answers put in where nothing opens the fact, and cases that are still contradictory left out."""
    kept = []
    for case in cases:
        quiet = {name: case.pop(name) for name in edition.quiet_order}
        answers = dict(case)
        for name in edition.quiet_order:
            reader = Reader(edition, answers)
            answers[name] = reader.effective.get(name, quiet[name])
        if not Reader(edition, answers).contradictions():
            kept.append(answers)
    return kept
