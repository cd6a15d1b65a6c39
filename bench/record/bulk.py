"""Writing very many rows at once, each with its entry in the ledger: the same tree as one at a time would give."""

from __future__ import annotations

import secrets
import uuid
from collections import defaultdict
from datetime import date, datetime
from typing import Any

from django.db import connection, models, transaction

from sharewell.casework.acting import Acting
from sharewell.casework.checkpoint import EVERY, head_of, sign
from sharewell.ledger.canonical import canonical
from sharewell.ledger.commitment import SALT_BYTES, commit
from sharewell.ledger.entry import Act
from sharewell.register.content import content_of
from sharewell.register.ledger_row import LedgerEntry, LedgerHead, Opening

STEP = 20_000


class Bulk:
    """Takes rows and writes them in steps. Only into a database that nobody else works with."""

    def __init__(self) -> None:
        self._row = LedgerHead.objects.get(pk=1)
        self._head = head_of(self._row)
        self._waiting: dict[type[models.Model], list[tuple[Any, ...]]] = defaultdict(list)
        self._signed = self._head.size

    @property
    def size(self) -> int:
        """How many entries there are."""
        return self._head.size

    def keep(self, who: Acting, row: Any, kind: str) -> Any:
        """Take one row and make its entry."""
        row.agency_id, row.recorded_at, row.recorded_by_id = who.organisation.pk, who.at, who.practitioner.pk
        content, salt = content_of(row), secrets.token_bytes(SALT_BYTES)
        entry = self._head.append(
            Act(
                kind=kind, at=self._head.not_before(who.at), actor=str(who.practitioner.pk),
                organisation=str(who.organisation.pk), subject=str(row.pk), commitment=commit(content, salt),
            )
        )  # fmt: skip
        living = "" if row.KEPT else canonical(content).decode()
        self._waiting[type(row)].append(tuple(getattr(row, each.attname) for each in row._meta.concrete_fields))
        self._waiting[LedgerEntry].append(
            (entry.sequence, kind, entry.at, entry.actor, entry.organisation, entry.subject,
             entry.commitment.hex(), entry.previous)
        )  # fmt: skip
        self._waiting[Opening].append(
            (entry.sequence, who.organisation.pk, row._meta.db_table, str(row.pk), salt, living)
        )
        if self._head.size - self._signed >= EVERY:
            self._signed = self._head.size
            sign(self._head, entry.at)
        if len(self._waiting[LedgerEntry]) >= STEP:
            self.write()
        return row

    def plain(self, model: type[models.Model], *values: Any) -> None:
        """Take a row that has no entry, in the order of its columns."""
        self._waiting[model].append(values)

    def write(self) -> None:
        """Write what was taken, and where the ledger stands then."""
        with transaction.atomic():
            for model, rows in self._waiting.items():
                _insert(model, rows)
            LedgerHead.objects.filter(pk=1).update(
                size=self._head.size, nodes=b"".join(self._head.nodes), previous=self._head.previous,
                latest=self._head.latest,
            )  # fmt: skip
        self._waiting.clear()


def _insert(model: type[models.Model], rows: list[tuple[Any, ...]]) -> None:
    meta = model._meta
    fields = [each for each in meta.concrete_fields if not isinstance(each, models.BigAutoField)]
    columns = ", ".join(f'"{each.column}"' for each in fields)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            marks = ", ".join("?" * len(fields))
            sql = f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({marks})'
            connection.connection.executemany(sql, ([_sqlite(each) for each in row] for row in rows))
            return
        with cursor.copy(f'COPY "{meta.db_table}" ({columns}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)


def _sqlite(value: Any) -> Any:
    match value:
        case uuid.UUID():
            return value.hex
        case datetime():
            return str(value.replace(tzinfo=None))
        case date():
            return value.isoformat()
        case _:
            return value
