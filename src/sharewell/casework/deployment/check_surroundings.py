"""What stands round the record: keys, addresses, disk, backups, and what is not set up."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings

from sharewell.casework.deployment.backup import LATEST
from sharewell.casework.deployment.finding import Finding, look, mend, well

_BUILT = datetime(2026, 11, 1, tzinfo=UTC)
_LEAST_FREE = 2 * 1024**3
_HOME = {"localhost", "127.0.0.1", "[::1]", "testserver"}


def check_surroundings(at: datetime) -> Iterator[Finding]:
    """Everything besides the database and the ledger."""
    yield from _keys()
    yield from _addresses()
    yield from _clock(at)
    yield from _disk()
    yield from _backups(at)
    yield from _not_set_up()


def _keys() -> Iterator[Finding]:
    key = settings.SECRET_KEY
    if len(key) < 40 or len(set(key)) < 12:
        yield mend("The secret key is easy to guess.", "set SHAREWELL_SECRET_KEY to 50 or more random characters")
    for name in ("secret-key", "ledger-key", "sharewell.sqlite3"):
        path = Path(settings.DATA) / name
        if path.exists() and path.stat().st_mode & 0o077:
            yield mend(f"Others on this machine can read {path}.", f"chmod 600 {path}")
    if "sharewell.invalid/" in settings.SHAREWELL_LEDGER_KEY:
        yield look(
            "The ledger signs in nobody's name.",
            "before the first entry, set SHAREWELL_LEDGER_ORIGIN and remove the file ledger-key; later, leave it",
        )


def _addresses() -> Iterator[Finding]:
    if settings.DEBUG:
        yield mend("Faults are shown to whoever meets them.", "unset SHAREWELL_DEBUG")
    if "*" in settings.ALLOWED_HOSTS:
        yield mend("It answers to any name.", "name its own in SHAREWELL_HOSTS")
    elif set(settings.ALLOWED_HOSTS) <= _HOME:
        yield look("It answers to this machine only.", "name its address in SHAREWELL_HOSTS if others are to reach it")
    elif not settings.HTTPS:
        yield mend(
            "Others reach it, and it does not insist on HTTPS.", "set SHAREWELL_HTTPS=yes behind a proxy with TLS"
        )
    else:
        yield well("It insists on HTTPS and answers to its own names only.")


def _clock(at: datetime) -> Iterator[Finding]:
    if at < _BUILT:
        yield mend("This machine's clock lies before this program was made.", "put the clock right, and keep it so")
    try:
        ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        yield mend("This machine does not know the time of London.", "install tzdata")


def _disk() -> Iterator[Finding]:
    free = shutil.disk_usage(settings.DATA).free
    said = f"{free / 1024**3:.1f} GB free where the data lies"
    if free < _LEAST_FREE:
        yield mend(f"Only {said}.", "make room: a record that cannot be written stops everybody")
    else:
        yield well(f"{said}.")


def _backups(at: datetime) -> Iterator[Finding]:
    try:
        latest = datetime.fromisoformat((Path(settings.DATA) / LATEST).read_text(encoding="ascii"))
    except (OSError, ValueError):
        yield mend("No backup was ever made here.", "run `sharewell backup` each night: docs/how-to/backup.md")
        return
    age = at - latest
    if age > timedelta(days=2):
        yield mend(f"The latest backup is {age.days} days old.", "see why, and run `sharewell backup`")
    else:
        yield well(f"The latest backup is {int(age.total_seconds() // 3600)} hours old.")


def _not_set_up() -> Iterator[Finding]:
    if not settings.SHAREWELL_SCANNER:
        yield look("No malware scanner is set up; files say so.", "name one in SHAREWELL_SCANNER")
    if not settings.SHAREWELL_SINGLE_SIGN_ON:
        yield look("No single sign-on is set up.", "nothing, or see docs/how-to/single-sign-on.md")
    if settings.SHAREWELL_DEMONSTRATION:
        yield look("Every page says that its people are invented.", "unset SHAREWELL_DEMONSTRATION where they are real")
    if not settings.SHAREWELL_PLACE.organisation:
        yield look("The pages name no duty desk to ring.", "describe the place in SHAREWELL_PLACE")
