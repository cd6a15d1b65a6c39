"""What changed between two editions, as data and as plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect


class Side(StrEnum):
    """Which of the two editions something is said of."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Block:
    """Something about the rules of one side: a rule stands or does not, or some other rule of an effect does.

    *Other* rules are those that are the same in both editions. Not `surely`: as far as can be known.
    """

    side: Side
    about: str | Effect
    holds: bool
    surely: bool = True


@dataclass(frozen=True, slots=True)
class Share:
    """How much of all situations.

    `exact`: counted among all `of` situations. Otherwise a sample of `of` situations drawn from a fixed stream in which
    every question that is asked has each of its answers equally often; `margin` is two standard errors. `everyday` is
    the same with the pack's own weights of answers, where it has any.
    """

    part: float
    of: int
    exact: bool
    margin: float = 0.0
    everyday: float | None = None

    @property
    def says(self) -> str:
        """In words."""
        if self.exact:
            return f"{round(self.part * self.of):,} of {self.of:,} situations"
        drawn = f"of {self.of:,} drawn situations"
        if self.part == 0:
            said = f"none {drawn}: fewer than 1 in {max(1, self.of // 3):,}"
        else:
            said = f"{_percent(self.part)} {drawn} (± {_percent(self.margin)})"
        return said if self.everyday is None else f"{said}; {_percent(self.everyday)} with everyday weights"


def _percent(part: float) -> str:
    return f"{100 * part:.3g} %"


@dataclass(frozen=True, slots=True)
class Situation:
    """One set of situations whose outcome changed: exactly those where all of `when` and all of `blocks` hold.

    `ended` are changed rules that stood before, `begun` those that stand after: in all of it or, where there is none
    such, in some of it. `example` are answers that the changed rules read; `setting` are those that matter beside them
    because they keep other rules out of the way.
    """

    before: Outcome
    after: Outcome
    when: tuple[Condition, ...] = ()
    blocks: tuple[Block, ...] = ()
    ended: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    example: tuple[tuple[str, str], ...] = ()
    setting: tuple[tuple[str, str], ...] = ()

    def lines(self) -> Iterator[str]:
        """Plain text."""
        if self.when:
            yield f"where {say(AllOf(self.when))}"
        stood, stand = (" or ".join(f"`{name}`" for name in names) for names in (self.ended, self.begun))
        if stood or stand:
            yield "through " + ", ".join([f"{stood} before"] * bool(stood) + [f"{stand} after"] * bool(stand))
        for side in Side:
            mine = [block for block in self.blocks if block.side is side]
            for surely in (True, False):
                for holds in (True, False):
                    alike = [block for block in mine if (block.holds, block.surely) == (holds, surely)]
                    yield from (f"{side.value}: {said}" for said in _said(alike, holds=holds, surely=surely))
        if self.example and not self.when:
            more = f" (and {len(self.setting)} more answers)" if self.setting else ""
            yield f"for example: {', '.join(say(FactIs(n, frozenset({a}))) for n, a in self.example)}{more}"


def _said(blocks: list[Block], *, holds: bool, surely: bool) -> Iterator[str]:
    """Blocks of one side that are alike."""
    names = " and ".join(f"`{block.about}`" for block in blocks if not isinstance(block.about, Effect))
    listed = " or ".join(block.about.value for block in blocks if isinstance(block.about, Effect))
    doubt = "" if surely else "as far as is known, " if holds else "not surely: "
    if names:
        one = len([block for block in blocks if not isinstance(block.about, Effect)]) == 1
        verb = ("stands" if one else "stand") if holds or not surely else ("does not stand" if one else "do not stand")
        yield f"{doubt}{names} {verb}"
    if listed:
        yield f"{doubt}{'some' if holds or not surely else 'no'} other rule {listed} it"


@dataclass(frozen=True, slots=True)
class Change:
    """All situations that went from one outcome to another. `only_not_known`: only where something is not known."""

    before: Outcome
    after: Outcome
    share: Share
    situations: tuple[Situation, ...]
    complete: bool
    only_not_known: bool = False


@dataclass(frozen=True, slots=True)
class AlteredRule:
    """A rule that is not the same in both: *ended*, *begun* or *altered* (then as it is after)."""

    name: str
    kind: str
    effect: Effect
    when: Condition


@dataclass(frozen=True, slots=True)
class Difference:
    """Precisely the situations whose outcome is another one, over complete and consistent answers.

    A situation has a real answer to every fact, or *not-known* where a condition names it. `complete`: the solver
    showed that no changed situation is left out; each that is described has been shown to be changed. `only_before` and
    `only_after` are facts and answers (`fact`, `fact: answer`) that the other edition does not have; situations with
    such answers cannot be compared, nor can those that only one edition takes for consistent (`not_compared`).
    """

    changes: tuple[Change, ...]
    share: Share
    rules: tuple[AlteredRule, ...] = ()
    only_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()
    not_compared: bool = False

    @property
    def complete(self) -> bool:
        """Whether it is shown that nothing is left out."""
        return all(change.complete for change in self.changes)

    def lines(self) -> Iterator[str]:
        """Plain text."""
        for rule in self.rules:
            yield f"rule {rule.kind}: `{rule.name}` {rule.effect.value}: {say(rule.when)}"
        for side, names in ((Side.BEFORE, self.only_before), (Side.AFTER, self.only_after)):
            if names:
                yield f"only {side.value}, so not compared: {', '.join(names)}"
        if self.not_compared:
            yield "some situations are consistent on one side only; they are not compared"
        if not self.changes:
            yield "no situation has another outcome"
            return
        yield f"another outcome: {self.share.says}"
        for change in self.changes:
            share = "only where something is not known" if change.only_not_known else change.share.says
            yield f"{change.before.value} -> {change.after.value}: {share}"
            for situation in change.situations:
                first, *rest = tuple(situation.lines()) or ("everywhere",)
                yield f"  - {first}"
                yield from (f"    {line}" for line in rest)
            if not change.complete:
                yield "  - and further situations that are not described here"
        yield "Nothing is left out." if self.complete else "Not complete: some changed situations are not described."


def say(condition: Condition) -> str:
    """A condition in words."""
    match condition:
        case FactIs(fact, answers):
            said = sorted("not known" if answer == NOT_KNOWN else answer for answer in answers)
            return f"{fact} is {' or '.join(said)}"
        case FindingHolds(finding):
            return finding
        case AllOf(parts):
            return " and ".join(f"({say(p)})" if isinstance(p, AnyOf) else say(p) for p in parts) or "always"
        case AnyOf(parts):
            return " or ".join(f"({say(p)})" if isinstance(p, AllOf) else say(p) for p in parts) or "never"
        case Not(part):
            return f"not {say(part)}" if isinstance(part, FindingHolds) else f"not ({say(part)})"
