"""Forms: how each type of the core is written in JSON and read back, worked out once from its declaration.

A dataclass is an object without the fields that equal their defaults; a day is `YYYY-MM-DD`; a tuple is a list; a set
of words is a sorted list; answers to facts are a list of `fact=answer`. Conditions have a form of their own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, dataclass, is_dataclass
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Read = Callable[[Any], Any]
_PAIRS = tuple[tuple[str, str], ...]
_KINDS: dict[type, str] = {
    str: "a text", int: "a whole number", bool: "true or false", list: "a list", dict: "an object",
    type(None): "null", float: "a number with a point",
}  # fmt: skip


class MalformedError(ValueError):
    """A value that does not have the form, or has none; `where` grows as it passes outwards."""

    def __init__(self, what: str, where: str = "") -> None:
        self.what = what
        self.where = where
        super().__init__(f"{where}: {what}" if where else what)

    def inside(self, outer: str) -> MalformedError:
        """The same fault seen from one level further out."""
        joined = outer + self.where if self.where.startswith("[") or not self.where else f"{outer}.{self.where}"
        return MalformedError(self.what, joined)


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """How one type is written and read. Both raise MalformedError."""

    write: Callable[[T], object]
    read: Callable[[Any], T]


class Forms:
    """The forms of some types. `own`: types with forms of their own, such as conditions."""

    def __init__(self, own: dict[Any, Form[Any]]) -> None:
        self._own = own
        self._made: dict[type, Form[Any]] = {}

    def of(self, cls: type[T], *, leave_out: frozenset[str] = frozenset()) -> Form[T]:
        """The form of a dataclass; `leave_out` names fields that are not written.

        Raises: TypeError for a field of a type that has no form.
        """
        fields = [field for field in dataclasses.fields(cls) if field.name not in leave_out]  # type: ignore[arg-type]
        defaults = {field.name: field.default for field in fields if field.default is not MISSING}
        needed = {field.name for field in fields} - defaults.keys()
        writers: dict[str, Callable[[Any], object]] = {}
        readers: dict[str, Read] = {}

        def write(value: T) -> object:
            told = {}
            for name, writer in writers.items():
                each = getattr(value, name)
                if name not in defaults or each != defaults[name]:
                    told[name] = writer(each)
            return told

        def read(raw: Any) -> T:
            if type(raw) is not dict:
                raise MalformedError(f"an object is needed, not {kind_of(raw)}")
            told: dict[str, Any] = {}
            for key, each in raw.items():
                reader = readers.get(key)
                if reader is None:
                    raise MalformedError(f"there is no key `{key}` here")
                if reader is read_text and type(each) is str:
                    told[key] = each
                    continue
                try:
                    told[key] = reader(each)
                except MalformedError as error:
                    raise error.inside(key) from None
            if needed - told.keys():
                raise MalformedError(f"`{min(needed - told.keys())}` is missing")
            return cls(**told)

        made = Form(write, read)
        self._made[cls] = made  # before its fields, for a type may hold itself
        hints = get_type_hints(cls)
        for field in fields:
            form = self._field(hints[field.name])
            writers[field.name], readers[field.name] = form.write, form.read
        return made

    def _field(self, hint: Any) -> Form[Any]:
        if hint in self._own:
            return self._own[hint]
        if isinstance(hint, type) and hint in _PLAIN:
            return _PLAIN[hint]
        if isinstance(hint, type) and issubclass(hint, Enum):
            return _one_of(hint)
        if is_dataclass(hint) and isinstance(hint, type):
            return self._made.get(hint) or self.of(hint)
        return self._several(hint)

    def _several(self, hint: Any) -> Form[Any]:
        origin, parts = get_origin(hint), get_args(hint)
        if hint == _PAIRS:
            return Form(_write_pairs, _read_pairs)
        if origin in (Union, UnionType) and len(parts) == 2 and type(None) in parts:
            return _or_nothing(self._field(parts[0] if parts[1] is type(None) else parts[1]))
        if origin is frozenset:
            return set_of(self._field(parts[0]))
        if origin is tuple and parts[1:] == (...,):
            return list_of(self._field(parts[0]))
        if origin is tuple:
            return _together([self._field(part) for part in parts])
        raise TypeError(f"a release has no form for {hint}")


def kind_of(raw: object) -> str:
    """What a JSON value is, in plain words."""
    return _KINDS.get(type(raw), "something else")


def same(value: Any) -> Any:
    """What is written as itself."""
    return value


def read_text(raw: Any) -> Any:
    """A text and nothing else."""
    return _exactly(raw, str)


def _exactly(raw: Any, kind: type) -> Any:
    if type(raw) is not kind:
        raise MalformedError(f"{_KINDS[kind]} is needed, not {kind_of(raw)}")
    return raw


def _read_day(raw: Any) -> date:
    try:
        if type(raw) is str and len(raw) == 10:
            return date.fromisoformat(raw)
    except ValueError:
        pass
    raise MalformedError("a day written YYYY-MM-DD is needed")


_PLAIN: dict[type, Form[Any]] = {
    str: Form(same, read_text),
    int: Form(same, lambda raw: _exactly(raw, int)),
    bool: Form(same, lambda raw: _exactly(raw, bool)),
    date: Form(date.isoformat, _read_day),
}


def _one_of(kind: type[Enum]) -> Form[Any]:
    members = {member.value: member for member in kind}

    def read(raw: Any) -> Any:
        if type(raw) is not str or raw not in members:
            raise MalformedError(f"one of {', '.join(members)} is needed")
        return members[raw]

    return Form(lambda member: member.value, read)


def _or_nothing(form: Form[Any]) -> Form[Any]:
    return Form(
        lambda value: None if value is None else form.write(value), lambda raw: None if raw is None else form.read(raw)
    )


def read_list(raw: Any, read: Read) -> tuple[Any, ...]:
    """A list, each of its parts read; a fault says which."""
    if type(raw) is not list:
        raise MalformedError(f"a list is needed, not {kind_of(raw)}")
    if read is read_text and set(map(type, raw)) <= {str}:
        return tuple(raw)
    told: list[Any] = []
    try:
        for each in raw:
            told.append(read(each))  # noqa: PERF401 - its length says where it stopped
    except MalformedError as error:
        raise error.inside(f"[{len(told)}]") from None
    return tuple(told)


def list_of(form: Form[Any]) -> Form[Any]:
    """A tuple of any length."""
    write, read = form.write, form.read
    return Form(lambda value: [write(each) for each in value], lambda raw: read_list(raw, read))


def set_of(form: Form[Any]) -> Form[Any]:
    """A set, written in order."""

    def read(raw: Any) -> frozenset[Any]:
        told = frozenset(read_list(raw, form.read))
        if len(raw) > 1 and raw != sorted(set(raw)):
            raise MalformedError("a set is written in order, nothing in it twice")
        return told

    return Form(lambda value: sorted([form.write(each) for each in value], key=str), read)


def _together(forms: list[Form[Any]]) -> Form[Any]:
    def read(raw: Any) -> Any:
        if type(raw) is not list or len(raw) != len(forms):
            raise MalformedError(f"a list of {len(forms)} is needed")
        return tuple(form.read(each) for form, each in zip(forms, raw, strict=True))

    return Form(lambda value: [form.write(each) for form, each in zip(forms, value, strict=True)], read)


def _write_pairs(pairs: tuple[tuple[str, str], ...]) -> list[str]:
    if any("=" in fact for fact, _ in pairs):
        raise MalformedError("a fact with `=` in its name cannot be written")
    return [f"{fact}={answer}" for fact, answer in pairs]


def _read_pairs(raw: Any) -> tuple[tuple[str, str], ...]:
    pairs = []
    for word in read_list(raw, read_text):
        fact, equals, answer = word.partition("=")
        if not equals:
            raise MalformedError("`fact=answer` is needed")
        pairs.append((fact, answer))
    return tuple(pairs)
