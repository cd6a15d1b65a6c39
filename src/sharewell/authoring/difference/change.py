"""What changed between two editions, as data and as plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sharewell.authoring.difference.block import Block, Side
from sharewell.authoring.difference.share import Share
from sharewell.authoring.difference.words import say, say_blocks
from sharewell.policy.condition import AllOf, Condition, FactIs
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect


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
        yield from say_blocks(self.blocks)
        if self.example and not self.when:
            more = f" (and {len(self.setting)} more answers)" if self.setting else ""
            yield f"for example: {', '.join(say(FactIs(n, frozenset({a}))) for n, a in self.example)}{more}"


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
