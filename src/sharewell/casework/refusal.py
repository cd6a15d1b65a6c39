"""Why a use case would not do it. Each carries data and a stable code; the doors make words of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date, datetime


class Refusal(Exception):  # noqa: N818  a refusal is not an error: it is the answer
    """The base of what casework refuses. `code` is stable."""

    code = "refused"


class MayNot(Refusal):
    """The role does not allow this act. `act` is its name."""

    code = "may-not"

    def __init__(self, act: str) -> None:
        self.act = act
        super().__init__(f"{self.code}: {act}")


class NotThere(Refusal):
    """There is no such record, or none that this practitioner may open: the two are never told apart.

    `what` says what was looked for; `sought` is its address, for the list of denials and never for a page.
    """

    code = "not-there"

    def __init__(self, what: str, sought: uuid.UUID | None = None) -> None:
        self.what = what
        self.sought = sought
        super().__init__(f"{self.code}: {what}")


class ChangedMeanwhile(Refusal):
    """Somebody else changed the row since it was read; nothing was written."""

    code = "changed-meanwhile"


class Unfinished(Refusal):
    """What was sent cannot be taken as it is. `problems` maps a field to what is wrong with it, in plain words."""

    code = "unfinished"

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__(f"{self.code}: {', '.join(self.problems)}")


class AlreadyDone(Refusal):
    """It was done before, by this form or another; `row` is what came of it."""

    code = "already-done"

    def __init__(self, row: uuid.UUID) -> None:
        self.row = row
        super().__init__(self.code)


class NeedsFreshFactor(Refusal):
    """This act wants the second factor again, now."""

    code = "needs-fresh-factor"


class Held(Refusal):
    """The record must not be erased now: an inquiry, a court, a complaint. `until` is None for no end yet."""

    code = "held"

    def __init__(self, until: date | None) -> None:
        self.until = until
        super().__init__(self.code)


class NotSignedIn(Refusal):
    """The address, the password or the second factor was not right, or the account is closed: never said which."""

    code = "not-signed-in"


class MustWait(Refusal):
    """Too many wrong tries with this address; `until` is when the next one is looked at."""

    code = "must-wait"

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__(self.code)
