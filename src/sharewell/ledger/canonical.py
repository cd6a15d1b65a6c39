"""Canonical JSON (RFC 8785) without fractions: one value, one sequence of bytes, so a digest means the same anywhere.

`policy` has the same for releases. The two rooms do not import each other, so that the ledger can be checked with this
room alone; a test holds them to the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from sharewell.ledger.error import LedgerError

#: Whole numbers up to here are exact in every JSON reader, and are written without a point or an exponent.
LARGEST = 2**53 - 1
DEEPEST = 100


class CanonicalError(LedgerError):
    """A value that has no canonical form here. `path` says where in it; the value itself is never quoted."""

    code = "canonical"

    def __init__(self, what: str, path: str) -> None:
        self.path = path
        super().__init__(f"{path or 'the value'}: {what}")


def canonical(value: object) -> bytes:
    """The canonical UTF-8 bytes of a value made of str, int, bool, None, list, tuple and mappings with text keys.

    Keys are in the order of their UTF-16 code units; only quotes, backslashes and control characters are escaped.

    Raises: CanonicalError for a fraction (write it as text), any other type, a whole number
    beyond 2^53 - 1, half a surrogate pair, or nesting over 100.
    """
    return json.dumps(_ordered(value, "", DEEPEST), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _ordered(value: object, path: str, room: int) -> object:
    """The same value with every key in its place."""
    match value:
        case None | bool():
            return value
        case str():
            return _whole(value, path)
        case int():
            if abs(value) > LARGEST:
                raise CanonicalError("a whole number beyond 2^53 - 1", path)
            return int(value)
        case float():
            raise CanonicalError("a fraction; write it as text or as a whole number of a smaller unit", path)
    if room == 0:
        raise CanonicalError(f"nested more than {DEEPEST} deep", path[:80])
    if isinstance(value, (list, tuple)):
        return [_ordered(each, f"{path}[{i}]", room - 1) for i, each in enumerate(value)]
    if isinstance(value, Mapping):
        for key in value:
            if not isinstance(key, str):
                raise CanonicalError(f"a key is a text, not {type(key).__name__}", path)
            _whole(key, f"{path}: a key" if path else "a key")
        keys = sorted(value, key=_utf_16)
        return {key: _ordered(value[key], f"{path}.{key}" if path else key, room - 1) for key in keys}
    raise CanonicalError(f"{type(value).__name__} has no canonical form", path)


def _whole(text: str, path: str) -> str:
    """The text, if it can be encoded."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise CanonicalError("it holds half of a surrogate pair", path) from None
    return text


def _utf_16(key: str) -> bytes:
    return key.encode("utf-16-be")
