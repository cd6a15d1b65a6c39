"""Forms of dataclasses, worked out once from their declarations: a field that is added to the core is in its releases.

A dataclass is an object without the fields that equal their defaults.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from sharewell.policy.form import (
    PAIRS,
    PLAIN,
    Form,
    MalformedError,
    kind_of,
    list_of,
    one_of,
    or_nothing,
    read_text,
    set_of,
    together,
)

T = TypeVar("T")
Read = Callable[[Any], Any]


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
        if isinstance(hint, type) and hint in PLAIN:
            return PLAIN[hint]
        if isinstance(hint, type) and issubclass(hint, Enum):
            return one_of(hint)
        if is_dataclass(hint) and isinstance(hint, type):
            return self._made.get(hint) or self.of(hint)
        return self._several(hint)

    def _several(self, hint: Any) -> Form[Any]:
        origin, parts = get_origin(hint), get_args(hint)
        if hint == tuple[tuple[str, str], ...]:
            return PAIRS
        if origin in (Union, UnionType) and len(parts) == 2 and type(None) in parts:
            return or_nothing(self._field(parts[0] if parts[1] is type(None) else parts[1]))
        if origin is frozenset:
            return set_of(self._field(parts[0]))
        if origin is tuple and parts[1:] == (...,):
            return list_of(self._field(parts[0]))
        if origin is tuple:
            return together([self._field(part) for part in parts])
        raise TypeError(f"a release has no form for {hint}")
