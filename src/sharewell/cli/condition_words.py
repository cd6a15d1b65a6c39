"""Conditions on one line, as they are written in a pack: for looking things up, not for reading aloud."""

from __future__ import annotations

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not


def in_words(condition: Condition, *, within: bool = False) -> str:
    """A condition on one line."""
    match condition:
        case FactIs(fact, answers):
            return f"{fact} is {' or '.join(sorted(answers))}" if answers else "never"
        case FindingHolds(finding):
            return finding
        case Not(part):
            return f"not {in_words(part, within=True)}"
        case AllOf(parts) | AnyOf(parts):
            if not parts:
                return "always" if isinstance(condition, AllOf) else "never"
            word = " and " if isinstance(condition, AllOf) else " or "
            text = word.join(in_words(part, within=len(parts) > 1) for part in parts)
            return f"({text})" if within and len(parts) > 1 else text
