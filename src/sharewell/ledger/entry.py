"""Acts and entries: who did what kind of thing to which record, when; never what the record says.

The published form is docs/reference/ledger.md. An entry is one line of canonical JSON, and the line is the leaf's data.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime

from sharewell.ledger.error import EntryError
from sharewell.ledger.moment import moment_text

#: Which published form a line is in. It changes only when a reader of this form would go wrong.
FORM = 1
DIGEST_BYTES = 32
LARGEST_SEQUENCE = 2**53 - 1

KIND = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
#: An opaque identifier. No spaces, no @: it cannot hold a name with a surname, an address or an e-mail address.
IDENTIFIER = r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}"
MOST_KIND = 64

_KIND = re.compile(KIND)
_IDENTIFIER = re.compile(IDENTIFIER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What is to be recorded.

    kind: what was done, such as `decision-made`; an open set, whose catalogue is not kept here.
    at: the moment of recording. When the thing itself happened is part of the content.
    actor, organisation: opaque identifiers of who did it and for whom.
    subject: opaque identifier of the record's row; empty if there is none.
    commitment: 32 bytes from `commit`; empty if there is no content.

    Raises: EntryError, without quoting what was given.
    """

    kind: str
    at: datetime
    actor: str
    organisation: str
    subject: str = ""
    commitment: bytes = b""

    def __post_init__(self) -> None:
        if not _KIND.fullmatch(self.kind) or len(self.kind) > MOST_KIND:
            raise EntryError("`kind` is words in small letters joined by hyphens, such as decision-made")
        if self.at.tzinfo is not UTC:
            if self.at.utcoffset() is None:
                raise EntryError("`at` is a moment with a zone")
            object.__setattr__(self, "at", self.at.astimezone(UTC))
        for name, value in (("actor", self.actor), ("organisation", self.organisation), ("subject", self.subject)):
            if not _IDENTIFIER.fullmatch(value) and not (name == "subject" and value == ""):
                raise EntryError(f"`{name}` is an opaque identifier: letters, figures and . _ : / - only, at most 128")
        if len(self.commitment) not in (0, DIGEST_BYTES):
            raise EntryError("`commitment` is 32 bytes, or empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Act):
    """An act in its place.

    sequence: 0 for the first; also the leaf's index in the tree.
    previous: the leaf hash of the entry before it; empty for the first alone. So each entry commits to all before it.
    """

    sequence: int
    previous: bytes = b""

    def __post_init__(self) -> None:
        # Named in full, because a dataclass with slots is not the class that `super()` here would mean.
        Act.__post_init__(self)
        if not 0 <= self.sequence <= LARGEST_SEQUENCE:
            raise EntryError("`sequence` counts from 0")
        if len(self.previous) != (DIGEST_BYTES if self.sequence else 0):
            raise EntryError("`previous` is the leaf hash of the entry before, and empty for the first alone")

    @property
    def line(self) -> bytes:
        """The canonical bytes, without a line feed. Nothing in them needs to be escaped, so they are put together."""
        return (
            f'{{"actor":"{self.actor}","at":"{moment_text(self.at)}","commitment":"{self.commitment.hex()}",'
            f'"form":{FORM},"kind":"{self.kind}","organisation":"{self.organisation}",'
            f'"previous":"{self.previous.hex()}","sequence":{self.sequence},"subject":"{self.subject}"}}'
        ).encode("ascii")

    @property
    def leaf(self) -> bytes:
        """The leaf hash (RFC 6962 §2.1): SHA-256 over a zero byte and the line."""
        return hashlib.sha256(b"\x00" + self.line).digest()
