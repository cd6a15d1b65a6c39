"""Whatever is altered, removed, moved, back-dated or put in behind the application's back is found, and named."""

# ruff: noqa: S608  names of our own tables stand in these statements

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.checkpoint import EVERY, checkpoint, is_due
from sharewell.casework.keep import keep
from sharewell.casework.verify_ledger import verify_ledger
from sharewell.ledger.entry import Entry
from sharewell.ledger.fault import Code, Fault
from sharewell.register.ledger_row import Checkpoint, LedgerEntry, LedgerHead, Opening
from sharewell.register.organisation import Team
from sharewell.register.person import Address, Person
from sharewell.register.voice import View
from tests.casework.recorded import NOW, agency, child
from tests.record import unguarded

pytestmark = pytest.mark.django_db
#: What is recorded does not hold after these tests.
TAMPERS = True


@pytest.fixture
def who(db: None) -> Acting:
    made = agency()
    child(made)
    return made


@pytest.fixture
def behind(who: Acting) -> Iterator[None]:
    """Everything is signed for, and then somebody has the database without its triggers."""
    checkpoint(NOW)
    with unguarded():
        yield


def run(sql: str, *given: Any) -> int:
    """One statement of somebody who owns the database."""
    with connection.cursor() as cursor:
        cursor.execute(sql, given or None)
        return int(cursor.rowcount)


def named(sequence: int) -> set[Code]:
    """What is said about one entry."""
    return {fault.code for fault in verify_ledger().faults if fault.sequence == sequence}


def others(sequence: int) -> list[Fault]:
    """What is said about any other entry."""
    return [fault for fault in verify_ledger().faults if fault.sequence != sequence]


def entry_of(kind: str) -> LedgerEntry:
    """The last entry of a kind."""
    found = LedgerEntry.objects.filter(kind=kind).order_by("-sequence").first()
    assert found is not None
    return found


def as_stored(key: Any) -> Any:
    """A key as the database has it."""
    return key.hex if connection.vendor == "sqlite" else str(key)


def test_a_ledger_that_nobody_touched_verifies(who: Acting) -> None:
    report = verify_ledger()
    assert report.faults == ()
    assert report.size == report.rows == LedgerEntry.objects.count() > 12
    assert report.agreed >= 1


@pytest.mark.parametrize("column", ["kind", "actor", "organisation", "subject", "commitment"])
def test_an_entry_that_was_altered_is_named(behind: None, column: str) -> None:
    at = entry_of("view-recorded").sequence
    value = "ab" * 32 if column == "commitment" else "something-else"
    run(f"UPDATE register_ledgerentry SET {column} = %s WHERE sequence = %s", value, at)
    assert Code.ALTERED in named(at)
    assert {fault.code for fault in others(at)} <= {Code.ROW_GONE, Code.ROW_ALTERED}


def test_an_entry_that_is_none_any_more_is_named(behind: None) -> None:
    at = entry_of("view-recorded").sequence
    run("UPDATE register_ledgerentry SET kind = 'Not A Kind' WHERE sequence = %s", at)
    assert Code.UNREADABLE in named(at)


def test_the_last_entry_is_named_too(behind: None) -> None:
    at = entry_of("record-viewed").sequence
    assert at == LedgerHead.objects.get().size - 1
    run("UPDATE register_ledgerentry SET actor = 'somebody-else' WHERE sequence = %s", at)
    assert Code.ALTERED in named(at)


def test_an_entry_that_was_back_dated_is_named(behind: None) -> None:
    at = entry_of("view-recorded").sequence
    moment = NOW - timedelta(days=3)
    run("UPDATE register_ledgerentry SET at = %s WHERE sequence = %s", moment, at)
    assert {Code.ALTERED, Code.BACK_DATED} <= named(at)


def test_an_entry_that_was_removed_is_named(behind: None) -> None:
    at = entry_of("view-recorded").sequence
    run("DELETE FROM register_opening WHERE entry_id = %s", at)
    run("DELETE FROM register_ledgerentry WHERE sequence = %s", at)
    assert named(at) == {Code.MISSING}


def test_the_last_entries_removed_and_the_head_moved_back_are_missed(behind: None) -> None:
    size = LedgerHead.objects.get().size
    run("DELETE FROM register_opening WHERE entry_id >= %s", size - 2)
    run("DELETE FROM register_ledgerentry WHERE sequence >= %s", size - 2)
    run("UPDATE register_ledgerhead SET size = size - 2")
    assert Code.TRUNCATED in {fault.code for fault in verify_ledger().faults}


def test_entries_that_changed_places_are_named(behind: None) -> None:
    first, last = [each.sequence for each in LedgerEntry.objects.filter(kind="view-recorded").order_by("sequence")]
    run("DELETE FROM register_opening WHERE entry_id IN (%s, %s)", first, last)
    for old, new in ((first, 9999), (last, first), (9999, last)):
        run("UPDATE register_ledgerentry SET sequence = %s WHERE sequence = %s", new, old)
    assert named(first) & {Code.ALTERED, Code.DOUBTFUL}
    assert named(last) & {Code.ALTERED, Code.DOUBTFUL}


def test_an_entry_put_in_behind_the_head_is_named(behind: None) -> None:
    size = LedgerHead.objects.get().size
    run(
        "INSERT INTO register_ledgerentry (sequence, kind, at, actor, organisation, subject, commitment, previous) "
        "SELECT %s, kind, at, actor, organisation, subject, commitment, previous FROM register_ledgerentry "
        "WHERE sequence = 1",
        size,
    )
    assert Code.INSERTED in named(size)


def test_a_whole_history_written_anew_differs_from_what_was_signed(who: Acting) -> None:
    """Somebody who owns the database makes every later entry fit again; what was signed still says otherwise."""
    checkpoint(NOW)
    at = entry_of("view-recorded").sequence
    with unguarded():
        run("UPDATE register_ledgerentry SET kind = 'consent-recorded' WHERE sequence = %s", at)
        leaf = b""
        for each in LedgerEntry.objects.filter(sequence__gte=at).order_by("sequence"):
            if leaf:
                run("UPDATE register_ledgerentry SET previous = %s WHERE sequence = %s", leaf, each.sequence)
                each.previous = leaf
            leaf = _leaf(each)
    codes = {fault.code for fault in verify_ledger().faults}
    assert codes & {Code.ROOT_DIFFERS, Code.SPLIT_VIEW}
    assert Code.ALTERED not in codes


def _leaf(each: LedgerEntry) -> bytes:
    return Entry(
        sequence=each.sequence,
        kind=each.kind,
        at=each.at,
        actor=each.actor,
        organisation=each.organisation,
        subject=each.subject,
        commitment=bytes.fromhex(each.commitment),
        previous=bytes(each.previous),
    ).leaf


def test_a_kept_row_that_was_altered_is_named(behind: None) -> None:
    view = View.objects.first()
    assert view is not None
    at = LedgerEntry.objects.get(subject=str(view.pk)).sequence
    run("UPDATE register_view SET own_words = 'I hate it' WHERE id = %s", as_stored(view.pk))
    assert [(fault.code, fault.sequence) for fault in verify_ledger().faults] == [(Code.ROW_ALTERED, at)]


def test_a_kept_row_that_was_removed_is_named(behind: None) -> None:
    view = View.objects.first()
    assert view is not None
    run("DELETE FROM register_view WHERE id = %s", as_stored(view.pk))
    assert [(fault.code, fault.subject) for fault in verify_ledger().faults] == [(Code.ROW_GONE, str(view.pk))]


def test_a_row_that_was_put_in_is_named(behind: None) -> None:
    view = View.objects.first()
    assert view is not None
    view.pk = None
    view._state.adding = True
    view.save(force_insert=True)
    assert [(fault.code, fault.subject) for fault in verify_ledger().faults] == [(Code.ROW_WITHOUT_ENTRY, str(view.pk))]


@pytest.mark.parametrize("model", [Address, Person])
def test_a_living_row_that_was_changed_without_an_entry_is_named(behind: None, model: type[Address | Person]) -> None:
    row = model.objects.get()
    run(f"UPDATE {model._meta.db_table} SET version = version + 1")
    last = LedgerEntry.objects.filter(subject=str(row.pk)).order_by("-sequence")[0]
    assert [(fault.code, fault.sequence) for fault in verify_ledger().faults] == [(Code.ROW_ALTERED, last.sequence)]


def test_what_a_living_row_was_before_cannot_be_altered_either(behind: None) -> None:
    """Its earlier content lies beside the entry that recorded it."""
    for opening in Opening.objects.filter(table="register_address"):
        run("UPDATE register_opening SET content = replace(content, 'Larch', 'Birch') WHERE entry_id = %s", opening.pk)
    found = {fault.sequence for fault in verify_ledger().faults if fault.code is Code.ROW_ALTERED}
    assert found == set(Opening.objects.filter(table="register_address").values_list("pk", flat=True))


@pytest.mark.parametrize("column", ["salt", "table", "row", "content"])
def test_an_opening_that_was_altered_is_named(behind: None, column: str) -> None:
    at = entry_of("address-changed").sequence
    value: Any = b"x" if column == "salt" else "{"
    run(f'UPDATE register_opening SET "{column}" = %s WHERE entry_id = %s', value, at)
    assert named(at) & {Code.ROW_ALTERED, Code.ROW_GONE}


def test_a_row_with_values_that_cannot_be_is_named(behind: None) -> None:
    if connection.vendor != "sqlite":
        return  # PostgreSQL does not take them
    run("UPDATE register_person SET born_on = 'yesterday'")
    run("UPDATE register_ledgerentry SET at = 'yesterday' WHERE sequence = 2")
    codes = {fault.code for fault in verify_ledger().faults}
    assert {Code.ROW_ALTERED, Code.UNREADABLE} <= codes


def test_a_checkpoint_that_was_altered_is_named(behind: None) -> None:
    run("UPDATE register_checkpoint SET note = replace(note, 'ledger', 'Ledger')")
    assert {fault.code for fault in verify_ledger().faults} & {Code.BAD_SIGNATURE, Code.BAD_CHECKPOINT}


def test_a_checkpoint_is_made_with_the_hour_and_by_number(who: Acting) -> None:
    first = Checkpoint.objects.order_by("size")[0]
    assert first.size == 1
    later = Acting(who.practitioner, who.organisation, who.roles, who.title, who.at + timedelta(hours=1))
    with transaction_of(later):
        keep(later, Team(name="North"), "team-made")
        keep(later, Team(name="South"), "team-made")
    sizes = list(Checkpoint.objects.order_by("size").values_list("size", flat=True))
    assert sizes == [1, LedgerHead.objects.get().size - 1]
    assert is_due(EVERY, NOW, NOW)
    assert not is_due(EVERY + 1, NOW, NOW)
    assert verify_ledger().clean


def test_signing_again_what_was_signed_does_nothing(who: Acting) -> None:
    assert checkpoint(NOW) is not None
    assert checkpoint(NOW) is None
