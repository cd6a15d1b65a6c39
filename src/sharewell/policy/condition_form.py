"""How a condition is written in a release.

A finding is its name, a fact test `{"fact": ..., "is": [...]}`, the rest `{"all": [...]}`, `{"any": [...]}` and
`{"not": ...}`.
"""

from __future__ import annotations

from typing import Any

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.form import Form, MalformedError, kind_of, read_text, same, set_of

#: How deep a condition may go; every reading walks it part inside part.
DEEPEST = 60

_WORDS = set_of(Form(same, read_text))


def write_condition(condition: Condition, room: int = DEEPEST) -> Any:
    """A condition as JSON.

    Raises: MalformedError for one that is nested too deeply.
    """
    if room == 0:
        raise MalformedError(f"a condition is nested more than {DEEPEST} deep")
    match condition:
        case FindingHolds(finding):
            return finding
        case FactIs(fact, answers):
            return {"fact": fact, "is": sorted(answers)}
        case AllOf(parts):
            return {"all": [write_condition(part, room - 1) for part in parts]}
        case AnyOf(parts):
            return {"any": [write_condition(part, room - 1) for part in parts]}
        case Not(part):
            return {"not": write_condition(part, room - 1)}


def read_condition(raw: Any, room: int = DEEPEST) -> Condition:
    """A condition from JSON.

    Raises: MalformedError, saying where.
    """
    if type(raw) is str:
        return FindingHolds(raw)
    if room == 0:
        raise MalformedError(f"a condition is nested more than {DEEPEST} deep")
    if type(raw) is not dict or not 1 <= len(raw) <= 2:
        raise MalformedError(f"a condition is needed, not {kind_of(raw)}")
    key = next(iter(raw))
    if key == "fact" and "is" in raw and type(raw[key]) is str:
        try:
            return FactIs(raw[key], _WORDS.read(raw["is"]))
        except MalformedError as error:
            raise error.inside("is") from None
    if key not in ("all", "any", "not") or len(raw) != 1:
        raise MalformedError("a condition has `fact` and `is`, or one of `all`, `any`, `not`")
    try:
        if key == "not":
            return Not(read_condition(raw[key], room - 1))
        parts = _parts(raw[key], room - 1)
    except MalformedError as error:
        raise error.inside(key) from None
    return AllOf(parts) if key == "all" else AnyOf(parts)


def _parts(raw: Any, room: int) -> tuple[Condition, ...]:
    if type(raw) is not list:
        raise MalformedError(f"a list is needed, not {kind_of(raw)}")
    parts: list[Condition] = []
    try:
        for each in raw:
            parts.append(read_condition(each, room))  # noqa: PERF401 - its length says where it stopped
    except MalformedError as error:
        raise error.inside(f"[{len(parts)}]") from None
    return tuple(parts)


CONDITION: Form[Condition] = Form(write_condition, read_condition)
