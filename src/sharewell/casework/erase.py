"""Erase a child's record: two people, a reason, no hold. What stays is that it was erased, by whom, when and why.

The ledger still verifies: its entries hold nothing personal, and each erased row is named by an entry of kind `erased`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, models

from sharewell.casework.access import theirs
from sharewell.casework.act import Act, require, require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.keep import change
from sharewell.casework.ledger_append import append
from sharewell.casework.refusal import Held, MayNot, Unfinished
from sharewell.register.decision import Hold
from sharewell.register.dependents import named_in, record_of
from sharewell.register.holding import HeldFile
from sharewell.register.involvement import IndexKey
from sharewell.register.ledger_row import Tombstone
from sharewell.register.person import Person

#: What stands in the name of a person who is still named in somebody else's record.
ERASED = "Erased"
_FORGET = 'DELETE FROM register_opening WHERE "table" = %s AND "row" = %s'


@dataclass(frozen=True, slots=True)
class Erased:
    """How many rows went, and the contents that are to be removed from the store once the transaction is through."""

    rows: int
    files: tuple[tuple[uuid.UUID, str], ...]


def erase(who: Acting, child: uuid.UUID, *, second: Acting, reason: str) -> Erased:
    """Erase the whole record of a child. `second` is somebody else of the agency who agreed, and may erase as well.

    The person goes too, unless another child's record names them: then only the name is emptied. Contents of files are
    handed back for `register.store.remove`, because a transaction that fails could not bring them back.

    Raises: MayNot, NotThere, NeedsFreshFactor; Held; Unfinished (`second`, `reason`).
    """
    person = theirs(who, child, act=Act.ERASE)
    _agreed(who, second)
    require_fresh(who)
    reason = reason.strip()
    if not reason:
        raise Unfinished({"reason": "Say why the record is erased, without naming anybody"})
    hold = Hold.objects.filter(child=person, from_on__lte=who.on).exclude(to_on__lt=who.on).order_by("to_on").last()
    if hold is not None:
        raise Held(hold.to_on)
    record = record_of(person.pk)
    stays = named_in(person.pk, record)
    files = tuple(HeldFile.objects.filter(pk__in=record.get(HeldFile, ())).values_list("pk", "digest"))
    IndexKey.objects.filter(person=person).delete()
    for model, rows in record.items():
        _gone(who, second, model, sorted(rows), reason)
    if stays:
        _emptied(who, second, person, reason)
    else:
        _gone(who, second, Person, [person.pk], reason)
    return Erased(sum(map(len, record.values())) + (not stays), files)


def _agreed(who: Acting, second: Acting) -> None:
    """Two people of the one agency.

    Raises: MayNot, Unfinished.
    """
    require(second, Act.ERASE)
    if second.organisation.pk != who.organisation.pk:
        raise MayNot(Act.ERASE.value)
    if second.practitioner.pk == who.practitioner.pk:
        raise Unfinished({"second": "Somebody else has to agree"})


def _gone(who: Acting, second: Acting, model: type[models.Model], rows: Iterable[uuid.UUID], reason: str) -> None:
    """Tombstones and entries for rows of one table, then the rows."""
    for row in rows:
        _tombstone(who, second, model, row, reason)
        _remove(model, row)


def _emptied(who: Acting, second: Acting, person: Person, reason: str) -> None:
    """A person who stays because another record leads to them: nothing is left of them but that they are there."""
    _tombstone(who, second, Person, person.pk, reason)
    table = Person._meta.db_table
    if connection.vendor == "postgresql":
        _call("SELECT register_forget(%s, %s)", table, str(person.pk))
    else:
        _call(_FORGET, table, str(person.pk))
    nothing = dict.fromkeys(("known_as", "born_certainty", "pronouns", "language", "communication"), "")
    never = dict.fromkeys(("born_on", "expected_on", "died_on"))
    change(who, person, "person-emptied", given_name=ERASED, family_name=ERASED, has_file=False, **nothing, **never)


def _tombstone(who: Acting, second: Acting, model: type[models.Model], row: uuid.UUID, reason: str) -> None:
    made, is_new = Tombstone.objects.get_or_create(
        table=model._meta.db_table,
        row=str(row),
        defaults={
            "agency": who.organisation,
            "reason": reason[:300],
            "erased_at": who.at,
            "erased_by": who.practitioner,
            "agreed_by": second.practitioner,
        },
    )
    append(who, "erased" if is_new else "erased-again", made, subject=str(row))


def _remove(model: type[models.Model], row: uuid.UUID) -> None:
    """One row, and what opened its entries. On PostgreSQL only the owner can; it does so where the tombstone is."""
    table = model._meta.db_table
    if connection.vendor == "postgresql":
        _call("SELECT register_erase(%s, %s)", table, str(row))
        return
    _call(f'DELETE FROM "{table}" WHERE "{model._meta.pk.column}" = %s', row.hex)  # noqa: S608  a table of our own
    _call(_FORGET, table, str(row))


def _call(sql: str, *given: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
