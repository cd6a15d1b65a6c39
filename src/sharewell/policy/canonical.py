"""Canonical JSON (RFC 8785): one value, one sequence of bytes, so that a digest means the same everywhere."""

from __future__ import annotations

import json
from collections.abc import Mapping

#: JSON without floats. Whole numbers stay within what every JSON reader keeps exactly.
Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

_LARGEST = 2**53 - 1
_DEEPEST = 200


class CanonicalError(ValueError):
    """A value that has no canonical form here. `path` says where in it."""

    def __init__(self, what: str, path: str) -> None:
        self.what = what
        self.path = path
        super().__init__(f"{path or 'the value'}: {what}")


def canonical(value: object) -> bytes:
    """The canonical UTF-8 bytes of a value made of str, int, bool, None, list, tuple and dict.

    Keys are in the order of their UTF-16 code units; nothing but quotes, backslashes and control characters is escaped.

    Raises: CanonicalError for any other type, a whole number beyond 2^53 - 1, half a character, or nesting over 200.
    """
    ordered = _ordered(value, "", _DEEPEST)
    try:
        return json.dumps(ordered, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:
        raise CanonicalError("it holds half of a surrogate pair", _lone(ordered, "")) from None


def _ordered(value: object, path: str, room: int) -> Json:
    """The same value with every key in its place."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, int):
        if abs(value) > _LARGEST:
            raise CanonicalError("a whole number beyond 2^53 - 1", path)
        return value
    if room == 0:
        raise CanonicalError(f"nested more than {_DEEPEST} deep", path[:80])
    if isinstance(value, (list, tuple)):
        return [_ordered(each, f"{path}[{i}]", room - 1) for i, each in enumerate(value)]
    if isinstance(value, Mapping):
        for key in value:
            if not isinstance(key, str):
                raise CanonicalError(f"a key is a text, not {type(key).__name__}", path)
        keys = sorted(value, key=_utf_16)
        return {key: _ordered(value[key], f"{path}.{key}" if path else key, room - 1) for key in keys}
    raise CanonicalError(f"{type(value).__name__} has no canonical form", path)


def _utf_16(key: str) -> bytes:
    return key.encode("utf-16-be", "surrogatepass")


def _lone(value: Json, path: str) -> str:
    """Where the first text is that cannot be encoded."""
    match value:
        case str():
            return path if any("\ud800" <= letter <= "\udfff" for letter in value) else ""
        case list():
            return next((found for i, each in enumerate(value) if (found := _lone(each, f"{path}[{i}]"))), "")
        case dict():
            for key, each in value.items():
                if found := _lone(key, path or "a key") or _lone(each, f"{path}.{key}" if path else key):
                    return found
            return ""
        case _:
            return ""
