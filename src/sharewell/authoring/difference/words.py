"""Conditions and blocks in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sharewell.authoring.difference.block import Block, Side
from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.rule import Effect


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


def say_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Blocks, a line for those of one side that are alike."""
    listed = list(blocks)
    for side in Side:
        for surely in (True, False):
            for holds in (True, False):
                alike = [b for b in listed if (b.side, b.holds, b.surely) == (side, holds, surely)]
                yield from (f"{side.value}: {said}" for said in _said(alike, holds=holds, surely=surely))


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
