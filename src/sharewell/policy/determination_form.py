"""A determination as canonical JSON and back: what a record keeps, to be read years later without the pack."""

from __future__ import annotations

import hashlib
import json

from sharewell.policy.canonical import canonical
from sharewell.policy.condition import Condition
from sharewell.policy.condition_form import CONDITION
from sharewell.policy.determination import Determination
from sharewell.policy.form import MalformedError, kind_of
from sharewell.policy.record_form import Forms

#: The form of what is kept. A change that an older reader would misread gets another number.
FORMAT = "sharewell-determination/1"

_FORM = Forms({Condition: CONDITION}).of(Determination)


def text_of(said: Determination) -> str:
    """All of a determination in canonical JSON: the same determination always gives the same text."""
    written = _FORM.write(said)
    assert isinstance(written, dict)  # noqa: S101  the form of a dataclass is an object
    return canonical({"format": FORMAT, **written}).decode("utf-8")


def digest_of(text: str) -> str:
    """The SHA-256 of the text, 64 hexadecimal figures."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def determination_of(text: str) -> Determination:
    """The determination that a text holds.

    Raises: MalformedError for anything else.
    """
    try:
        read = json.loads(text)
    except json.JSONDecodeError:
        raise MalformedError("it is not JSON") from None
    if not isinstance(read, dict):
        raise MalformedError(f"a determination is an object, not {kind_of(read)}")
    if read.pop("format", None) != FORMAT:
        raise MalformedError(f"the format is not {FORMAT}")
    return _FORM.read(read)
