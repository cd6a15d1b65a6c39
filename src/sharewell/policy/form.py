"""Forms: how each type of the core is written in JSON and read back, worked out once from its declaration.

A dataclass is an object without the fields that equal their defaults; a day is `YYYY-MM-DD`; a tuple is a list; a set of
words is a sorted list; a condition is a finding's name, `{"fact", "is"}`, `{"all"}`, `{"any"}` or `{"not"}`.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from dataclasses import MISSING, dataclass, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not

T = TypeVar("T")
_DEEPEST = 60


class Malformed(ValueError):
    """JSON that does not have the form; `where` grows as it passes outwards."""

    def __init__(self, what: str, where: str = "") -> None:
        self.what = what
        self.where = where
        super().__init__(what)

    def inside(self, outer: str) -> Malformed:
        """The same fault seen from one level further out."""
        joined = outer + self.where if self.where.startswith("[") or not self.where else f"{outer}.{self.where}"
        return Malformed(self.what, joined)


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """How one type is written and read. `read` raises Malformed."""

    write: Callable[[T], object]
    read: Callable[[object], T]


_MADE: dict[type, Form[Any]] = {}


def form_of(cls: type[T], *, leave_out: tuple[str, ...] = ()) -> Form[T]:
    """The form of a dataclass; `leave_out` names fields that are not written."""
    fields = [field for field in dataclasses.fields(cls) if field.name not in leave_out]  # type: ignore[arg-type]
    defaults = {field.name: field.default for field in fields if field.default is not MISSING}
    needed = {field.name for field in fields} - defaults.keys()
    forms: dict[str, Form[Any]] = {}
    readers: dict[str, Callable[[object], Any]] = {}
    made: Form[T] = Form(
        lambda value: write(value), lambda raw: read(raw)
    )  # a type may hold itself: known before its fields
    if not leave_out:
        _MADE[cls] = made
    hints = get_type_hints(cls)
    forms.update({field.name: _form(hints[field.name]) for field in fields})
    readers.update({name: form.read for name, form in forms.items()})

    def write(value: T) -> object:
        told = {name: getattr(value, name) for name in forms}
        return {
            name: forms[name].write(each)
            for name, each in told.items()
            if not (name in defaults and each == defaults[name])
        }

    def read(raw: object) -> T:
        if type(raw) is not dict:
            raise Malformed(f"an object is needed, not {_kind(raw)}")
        told: dict[str, Any] = {}
        key = ""
        try:
            for key, each in raw.items():
                told[key] = readers[key](each)
        except Malformed as error:
            raise error.inside(key) from None
        except KeyError:
            raise Malformed(f"there is no key `{key}` here") from None
        if missing := needed - told.keys():
            raise Malformed(f"`{min(missing)}` is missing")
        return cls(**told)

    return made


def _form(hint: Any) -> Form[Any]:
    """The form of a field, by its type.

    Raises: TypeError for a type that releases have no form for.
    """
    origin, parts = get_origin(hint), get_args(hint)
    if hint == Condition:
        return Form(_write_condition, _read_condition)
    if hint in (str, int, bool):
        return _exactly(hint)
    if hint is date:
        return Form(date.isoformat, _read_day)
    if origin in (Union, types.UnionType) and len(parts) == 2 and type(None) in parts:
        return _or_nothing(_form(parts[0] if parts[1] is type(None) else parts[1]))
    if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
        return _list_of(_form(parts[0]), tuple)
    if origin is tuple:
        return _together([_form(part) for part in parts])
    if origin is frozenset:
        return _list_of(_form(parts[0]), frozenset)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _one_of(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return _MADE.get(hint) or form_of(hint)
    raise TypeError(f"a release has no form for {hint}")


def _or_nothing(form: Form[Any]) -> Form[Any]:
    return Form(
        lambda value: None if value is None else form.write(value), lambda raw: None if raw is None else form.read(raw)
    )


def _exactly(kind: type) -> Form[Any]:
    def read(raw: object) -> Any:
        if type(raw) is not kind:
            raise Malformed(f"{_KINDS[kind]} is needed, not {_kind(raw)}")
        return raw

    return Form(lambda value: value, read)


def _one_of(kind: type[Enum]) -> Form[Any]:
    members = {member.value: member for member in kind}

    def read(raw: object) -> Any:
        if type(raw) is not str or raw not in members:
            raise Malformed(f"one of {', '.join(members)} is needed")
        return members[raw]

    return Form(lambda member: member.value, read)


def _list_of(form: Form[Any], into: Callable[[list[Any]], Any]) -> Form[Any]:
    def write(value: Any) -> object:
        told = [form.write(each) for each in value]
        return sorted(told) if into is frozenset else told

    def read(raw: object) -> Any:
        if type(raw) is not list:
            raise Malformed(f"a list is needed, not {_kind(raw)}")
        told: list[Any] = []
        try:
            for each in raw:
                told.append(form.read(each))  # noqa: PERF401 - the length says where it stopped
        except Malformed as error:
            raise error.inside(f"[{len(told)}]") from None
        if into is frozenset and raw != sorted(set(raw)):
            raise Malformed("a set of words is in order, none of them twice")
        return into(told)

    return Form(write, read)


def _together(forms: list[Form[Any]]) -> Form[Any]:
    def read(raw: object) -> Any:
        if type(raw) is not list or len(raw) != len(forms):
            raise Malformed(f"a list of {len(forms)} is needed")
        return tuple(form.read(each) for form, each in zip(forms, raw, strict=True))

    return Form(lambda value: [form.write(each) for form, each in zip(forms, value, strict=True)], read)


def _read_day(raw: object) -> date:
    try:
        if type(raw) is str and len(raw) == 10:
            return date.fromisoformat(raw)
    except ValueError:
        pass
    raise Malformed("a day written YYYY-MM-DD is needed")


def _write_condition(condition: Condition) -> object:
    match condition:
        case FindingHolds(finding):
            return finding
        case FactIs(fact, answers):
            return {"fact": fact, "is": sorted(answers)}
        case AllOf(parts):
            return {"all": [_write_condition(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [_write_condition(part) for part in parts]}
        case Not(part):
            return {"not": _write_condition(part)}


def _read_condition(raw: object, room: int = _DEEPEST) -> Condition:
    if type(raw) is str:
        return FindingHolds(raw)
    if type(raw) is not dict or room == 0:
        raise Malformed("a condition is needed" if room else "a condition is nested too deeply")
    if len(raw) == 2 and type(fact := raw.get("fact")) is str and "is" in raw:
        try:
            return FactIs(fact, _ANSWERS.read(raw["is"]))
        except Malformed as error:
            raise error.inside("is") from None
    for key, kind in (("all", AllOf), ("any", AnyOf)):
        if key in raw and len(raw) == 1:
            return kind(_read_parts(raw[key], key, room))
    if "not" in raw and len(raw) == 1:
        try:
            return Not(_read_condition(raw["not"], room - 1))
        except Malformed as error:
            raise error.inside("not") from None
    raise Malformed("a condition is needed")


def _read_parts(raw: object, key: str, room: int) -> tuple[Condition, ...]:
    if type(raw) is not list:
        raise Malformed(f"a list is needed, not {_kind(raw)}", key)
    parts: list[Condition] = []
    try:
        for each in raw:
            parts.append(_read_condition(each, room - 1))  # noqa: PERF401 - the length says where it stopped
    except Malformed as error:
        raise error.inside(f"[{len(parts)}]").inside(key) from None
    return tuple(parts)


_KINDS: dict[type, str] = {str: "a text", int: "a whole number", bool: "true or false"}


def _kind(raw: object) -> str:
    names = {**_KINDS, list: "a list", dict: "an object", type(None): "null", float: "a number with a point"}
    return names.get(type(raw), "something else")


_ANSWERS = _list_of(_exactly(str), frozenset)
