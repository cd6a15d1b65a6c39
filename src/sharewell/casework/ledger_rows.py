"""The register's rows beside the ledger: what each opened entry's row comes to now, and rows that nothing recorded."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef

from sharewell.ledger.canonical import canonical
from sharewell.ledger.commitment import commit
from sharewell.ledger.error import LedgerError
from sharewell.ledger.export import Opening as OpenedRow
from sharewell.ledger.export import Row
from sharewell.register.content import Plain, content_of
from sharewell.register.guards import registered
from sharewell.register.ledger_row import Opening, Tombstone

#: Tables whose rows may come and go without an entry: the ledger's own, work to do, digests that are made again from a
#: row, and attempts at the door.
UNRECORDED = frozenset({"checkpoint", "indexkey", "job", "ledgerentry", "ledgerhead", "opening", "signin"})
_CHUNK = 2000
#: What no content comes to: the commitment of a row that cannot be read or worked out any more.
_NOTHING = bytes(32)


class Unreadable:
    """A row that is there, and holds what its columns cannot hold."""

    KEPT = False


class _Opened(NamedTuple):
    """An opening, and the subject and commitment of its entry."""

    sequence: int
    table: str
    row: str
    salt: bytes
    content: str
    subject: str
    commitment: str
    is_last: bool


def rows_of_the_register(*, opened: bool = False) -> Iterator[Row | OpenedRow]:
    """Every row that an entry recorded, in the order of the entries; then those that none did.

    opened: with their content and salt, which is personal data, instead of what they come to.
    """
    models_by_table = {model._meta.db_table: model for model in registered()}
    met: Counter[str] = Counter()
    openings = _openings()
    while chunk := list(islice(openings, _CHUNK)):
        present = _present(chunk, models_by_table)
        for each in chunk:
            row = present.get((each.table, each.row))
            if each.is_last and row is not None:
                met[each.table] += 1
            line = _line(each, row, opened=opened)
            if line is not None:
                yield line
    for table, model in models_by_table.items():
        if model._meta.model_name in UNRECORDED or met[table] == model._default_manager.count():
            continue
        yield from _without_entry(model)


def _openings() -> Iterator[_Opened]:
    later = Opening.objects.filter(table=OuterRef("table"), row=OuterRef("row"), entry__gt=OuterRef("entry"))
    told = Opening.objects.order_by("entry").values_list(
        "entry_id", "table", "row", "salt", "content", "entry__subject", "entry__commitment", ~Exists(later)
    )
    for sequence, table, row, salt, *rest in told.iterator(chunk_size=_CHUNK):
        yield _Opened(sequence, table, row, bytes(salt), *rest)


def _present(
    chunk: Iterable[_Opened], models_by_table: dict[str, type[models.Model]]
) -> dict[tuple[str, str], models.Model | Unreadable]:
    """The rows of some openings as they are now."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for each in chunk:
        wanted[each.table].add(each.row)
    found: dict[tuple[str, str], models.Model | Unreadable] = {}
    for table, keys in wanted.items():
        model = models_by_table.get(table)
        if model is None:
            continue
        try:
            found.update(((table, str(row.pk)), row) for row in model._default_manager.filter(pk__in=keys))
        except (ValueError, TypeError, ValidationError):  # what somebody wrote into a row, or as a key, is no value
            found.update(((table, key), row) for key in keys if (row := _one(model, key)) is not None)
    return found


def _one(model: type[models.Model], key: str) -> models.Model | Unreadable | None:
    try:
        return model._default_manager.filter(pk=key).first()
    except ValidationError:
        return None
    except (ValueError, TypeError):
        return Unreadable()


def _line(each: _Opened, row: models.Model | Unreadable | None, *, opened: bool) -> Row | OpenedRow | None:
    """What is to open an entry; None if nothing does."""
    subject = row.row if isinstance(row, Tombstone) else each.row
    try:
        content = _content(each, row)
        if content is None:
            return None
        if opened:
            return OpenedRow(each.sequence, subject, content, each.salt)
        return Row(each.sequence, subject, commit(content, each.salt))
    except (LedgerError, ValueError, TypeError):
        return Row(each.sequence, subject, _NOTHING)


def _content(each: _Opened, row: models.Model | Unreadable | None) -> Plain:
    """A row as it was at an entry, or as it is now if no later entry is about it.

    For one that may change, its last content was also laid beside the entry: of the two, the one that does not open it.
    """
    laid: Plain = json.loads(each.content) if each.content else None
    if isinstance(row, Unreadable):
        raise TypeError
    if row is None:
        return None if each.is_last else laid
    if getattr(row, "KEPT", False):
        return content_of(row)
    if not each.is_last:
        return laid
    now = content_of(row)
    if laid is None or canonical(laid) == canonical(now) or commit(now, each.salt).hex() != each.commitment:
        return now
    return laid


def _without_entry(model: type[models.Model]) -> Iterator[Row]:
    """The rows of a table that no opening names."""
    keys = model._default_manager.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=_CHUNK)
    while chunk := [str(key) for key in islice(keys, _CHUNK)]:
        named = set(
            Opening.objects.filter(table=model._meta.db_table, row__in=chunk).values_list("row", flat=True).distinct()
        )
        for key in chunk:
            if key not in named:
                yield Row(None, key, b"")
