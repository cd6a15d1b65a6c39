"""The published form of an entry, read: one expression takes a whole line, and only what fails is looked into."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import NamedTuple

from sharewell.ledger.entry import FORM, IDENTIFIER, KIND, LARGEST_SEQUENCE, MOST_KIND, Entry
from sharewell.ledger.error import EntryError
from sharewell.ledger.moment import MOMENT
from sharewell.ledger.tree import leaf_hash

_DIGEST = r"(?:[0-9a-f]{64})?"
_SEQUENCE = r"0|[1-9][0-9]{0,15}"
#: Key to what its value has to look like, in canonical order; the form itself is checked apart.
_TEXTS = {
    "actor": IDENTIFIER,
    "at": MOMENT,
    "commitment": _DIGEST,
    "kind": KIND,
    "organisation": IDENTIFIER,
    "previous": _DIGEST,
    "subject": f"(?:{IDENTIFIER})?",
}
_KEYS = {*_TEXTS, "form", "sequence"}
_LINE = re.compile(
    f'{{"actor":"({IDENTIFIER})","at":"({MOMENT})","commitment":"({_DIGEST})","form":{FORM},"kind":"({KIND})",'
    f'"organisation":"({IDENTIFIER})","previous":"({_DIGEST})","sequence":({_SEQUENCE}),'
    f'"subject":"((?:{IDENTIFIER})?)"}}',
    re.ASCII,
)
#: How much of a line is looked at: no entry is as long.
LONGEST = 4096


class Line(NamedTuple):
    """An entry as it stands in a file: its number there, what it says, and the hash of the leaf that it is.

    `at` sorts as text; digests are in hexadecimal figures. `whole` is False where only the sequence could be made out.
    """

    number: int
    sequence: int
    kind: str
    at: str
    actor: str
    organisation: str
    subject: str
    commitment: str
    previous: str
    leaf: bytes
    whole: bool = True

    @property
    def entry(self) -> Entry:
        """As a value."""
        return Entry(
            kind=self.kind,
            at=datetime.fromisoformat(self.at),
            actor=self.actor,
            organisation=self.organisation,
            subject=self.subject,
            commitment=bytes.fromhex(self.commitment),
            sequence=self.sequence,
            previous=bytes.fromhex(self.previous),
        )


def read_line(data: bytes, number: int = 1) -> Line:
    """An entry from its line, without the line feed.

    Raises: EntryError that says what is not in the form, without quoting any of it.
    """
    try:
        found = _LINE.fullmatch(data.decode("ascii"))
    except UnicodeDecodeError:
        found = None
    if found is None:
        raise EntryError(_why_not(data))
    actor, at, commitment, kind, organisation, previous, sequence, subject = found.groups()
    place = int(sequence)
    try:
        datetime.fromisoformat(at)
    except ValueError:
        raise EntryError("`at` is no moment of the calendar") from None
    if place > LARGEST_SEQUENCE or len(kind) > MOST_KIND or bool(place) != bool(previous):
        raise EntryError("`sequence`, `kind` or `previous` is not as an entry has it")
    return Line(
        number, place, kind, at, actor, organisation, subject, commitment, previous, leaf_hash(data)
    )  # in the order of the fields: names would cost a third of the time


def read_entry(data: bytes) -> Entry:
    """As `read_line`, as a value."""
    return read_line(data).entry


def sequence_in(data: bytes) -> int | None:
    """The sequence that a line which is not in the form gives itself, if that much can be made out."""
    raw = _object(data)
    place = raw.get("sequence") if isinstance(raw, dict) else None
    return place if type(place) is int and 0 <= place <= LARGEST_SEQUENCE else None


def _object(data: bytes) -> object:
    """The line as JSON, or the sentence that says why it is none."""
    if len(data) > LONGEST:
        return "longer than any entry"
    try:
        found: object = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return "not a line of JSON in UTF-8"
    return found if isinstance(found, dict) else "not a JSON object"


def _why_not(data: bytes) -> str:
    """What is not in the form."""
    raw = _object(data)
    if not isinstance(raw, dict):
        return str(raw)
    if missing := sorted(_KEYS - raw.keys()):
        return f"`{missing[0]}` is missing"
    if raw.keys() - _KEYS:
        return "it has a key that an entry does not have"
    if type(raw["form"]) is not int or raw["form"] != FORM:
        return f"it is not in form {FORM}"
    if type(raw["sequence"]) is not int or not re.fullmatch(_SEQUENCE, str(raw["sequence"])):
        return "`sequence` is a whole number from 0"
    for key, shape in _TEXTS.items():
        if not isinstance(raw[key], str) or not re.fullmatch(shape, raw[key], re.ASCII):
            return f"`{key}` is not written as an entry writes it"
    return "it is not canonical: keys in another order, spaces, or a key twice"
