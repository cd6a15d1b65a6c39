"""Forms: how a value of some type is written in JSON and read back.

A day is `YYYY-MM-DD`; a tuple is a list; a set of words is a sorted list; answers to facts are a list of `fact=answer`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Read = Callable[[Any], Any]
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


#: Types that are written as they are, or nearly.
PLAIN: dict[type, Form[Any]] = {
    str: Form(same, read_text),
    int: Form(same, lambda raw: _exactly(raw, int)),
    bool: Form(same, lambda raw: _exactly(raw, bool)),
    date: Form(date.isoformat, _read_day),
}


def one_of(kind: type[Enum]) -> Form[Any]:
    """A word of a fixed list."""
    members = {member.value: member for member in kind}

    def read(raw: Any) -> Any:
        if type(raw) is not str or raw not in members:
            raise MalformedError(f"one of {', '.join(members)} is needed")
        return members[raw]

    return Form(lambda member: member.value, read)


def or_nothing(form: Form[Any]) -> Form[Any]:
    """A value that may be missing: null."""
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


def together(forms: list[Form[Any]]) -> Form[Any]:
    """A tuple of a fixed length."""

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


#: Answers to facts, in the order in which they were given.
PAIRS: Form[tuple[tuple[str, str], ...]] = Form(_write_pairs, _read_pairs)
