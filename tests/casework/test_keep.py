"""Every row that a use case writes has its entry, and a lost update is refused."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.keep import change, keep
from sharewell.casework.refusal import ChangedMeanwhile
from sharewell.register.ledger_row import LedgerEntry, LedgerHead
from sharewell.register.organisation import Team

pytestmark = pytest.mark.django_db


def test_a_row_and_its_entry_come_together(alice: Acting) -> None:
    with transaction_of(alice):
        team = keep(alice, Team(name="Early help, north"), "team-made")
        change(alice, team, "team-changed", name="Early help, north and west")
    assert [entry.kind for entry in LedgerEntry.objects.all()] == ["team-made", "team-changed"]
    assert LedgerHead.objects.get().size == 2


def test_the_second_of_two_changes_is_refused(alice: Acting) -> None:
    with transaction_of(alice):
        team = keep(alice, Team(name="Early help, north"), "team-made")
        other = Team.objects.get(pk=team.pk)
        change(alice, team, "team-changed", name="One")
        with pytest.raises(ChangedMeanwhile):
            change(alice, other, "team-changed", name="Another")
    assert Team.objects.get().name == "One"


def test_an_act_that_fails_leaves_no_entry(alice: Acting) -> None:
    with transaction_of(alice):
        keep(alice, Team(name="Twice"), "team-made")
        with pytest.raises(IntegrityError), transaction.atomic():
            keep(alice, Team(name="Twice"), "team-made")
    assert LedgerHead.objects.get().size == 1
