"""Blocks: what a description says of rules instead of answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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
