"""Writing: every row that a use case adds or changes gets its entry in the ledger, in the same transaction."""

from __future__ import annotations

from typing import TypeVar

from django.db import models

from sharewell.casework.acting import Acting
from sharewell.casework.ledger_append import append
from sharewell.casework.refusal import ChangedMeanwhile
from sharewell.register.row import Kept, Living, Row

R = TypeVar("R", bound=Row)
L = TypeVar("L", bound=Living)


def keep(who: Acting, row: R, kind: str) -> R:
    """Add a row of the acting agency, kept or living, and its ledger entry. `kind` is the act: `consent-recorded`.

    `agency`, `recorded_at` and `recorded_by` are filled in here, and nowhere else.

    Raises: django.db.IntegrityError where the database refuses the row.
    """
    row.agency = who.organisation
    row.recorded_at = who.at
    row.recorded_by = who.practitioner
    row.save(force_insert=True)
    append(who, kind, row)
    return row


def change(who: Acting, row: L, kind: str, **values: object) -> L:
    """Change a living row that was read at `row.version`, and append the entry.

    Raises: ChangedMeanwhile if another change came in between; nothing is written then.
    """
    if isinstance(row, Kept):
        raise TypeError(f"{type(row).__name__} is kept: it is replaced, never changed")
    seen = row.version
    for field, value in values.items():
        setattr(row, field, value)
    fields: dict[str, object] = {field: getattr(row, field) for field in values}
    moved = type(row)._default_manager.filter(pk=row.pk, agency=who.organisation, version=seen)
    if moved.update(**fields, version=seen + 1) != 1:
        raise ChangedMeanwhile
    row.version = seen + 1
    append(who, kind, row)
    return row


def keep_shared(who: Acting, row: models.Model, kind: str) -> models.Model:
    """Add a row that belongs to no one agency (an organisation, a practitioner, a post), and its ledger entry."""
    row.save(force_insert=True)
    append(who, kind, row)
    return row


def change_shared(who: Acting, row: models.Model, kind: str, **values: object) -> models.Model:
    """Change a row that belongs to no one agency; its `version` guards it where it has one.

    Raises: ChangedMeanwhile.
    """
    seen = getattr(row, "version", None)
    guard = {} if seen is None else {"version": seen}
    more = {} if seen is None else {"version": seen + 1}
    for field, value in {**values, **more}.items():
        setattr(row, field, value)
    if type(row)._default_manager.filter(pk=row.pk, **guard).update(**values, **more) != 1:
        raise ChangedMeanwhile
    append(who, kind, row)
    return row
