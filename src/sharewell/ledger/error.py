"""What goes wrong in the ledger: one base, a stable code each, text made from the data."""

from __future__ import annotations

from typing import ClassVar


class LedgerError(ValueError):
    """Something that has no place in a ledger. `code` is stable; `what` says it in words."""

    code: ClassVar[str] = "ledger"

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


class EntryError(LedgerError):
    """An act or an entry that is not in the published form."""

    code = "entry"


class BackdatedError(LedgerError):
    """An act whose moment lies before the entry that it would follow, by more than the tolerance."""

    code = "back-dated"


class TreeError(LedgerError):
    """A size, a position or a frontier that no tree can have."""

    code = "tree"


class NoteError(LedgerError):
    """Text that is not a signed note, not a key, or not a checkpoint."""

    code = "note"


class SignatureError(LedgerError):
    """A checkpoint that none of the known keys has signed, or that one of them has not signed as it stands."""

    code = "signature"


class ProofError(LedgerError):
    """A proof that is not in the form, or that proves nothing."""

    code = "proof"
