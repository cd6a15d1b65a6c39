"""`sharewell account`: the first administrator of a partner, and somebody whom nobody else can let back in."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from sharewell.casework.accept_invitation import accept_invitation
from sharewell.casework.acting import Acting
from sharewell.casework.add_factor import has_factor
from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.practitioner import Practitioner, Role
from tests.casework.accounts import with_app, with_password
from tests.casework.conftest import NOW, alice, school
from tests.cli.drive import call

__all__ = ["alice", "school"]
pytestmark = pytest.mark.django_db
PAT = (
    "--organisation",
    "Aldermere Council",
    "--kind",
    "social-care",
    "--name",
    "Pat Lowe",
    "--email",
    "pat@aldermere.example",
)
NEW = "gorse lantern ferry 9"


def code_in(out: str) -> str:
    """The code that a command printed, on a line of its own."""
    found = re.search(r"^  ([A-Z2-7-]{39})$", out, flags=re.MULTILINE)
    assert found, out
    return found.group(1)


def test_the_first_administrator_is_invited() -> None:
    said = call("account", "first", *PAT, "--site", "https://sharewell.aldermere.example/")
    assert said.code == 0, said.err
    code = code_in(said.out)
    assert f"https://sharewell.aldermere.example/invitation/?code={code}" in said.out
    pat = accept_invitation(code, NEW, at=datetime.now(UTC))
    assert pat.posts.get().role == Role.ADMINISTRATOR


def test_what_cannot_be_made_is_said_by_its_option() -> None:
    call("account", "first", *PAT)
    again = call("account", "first", *PAT)
    assert again.code == 2
    assert "--organisation: Aldermere Council is a partner already" in again.err
    wrong = call("account", "first", *PAT[:-1], "nothing", "--organisation", "Another")
    assert wrong.code == 2
    assert "--email: Give an email address" in wrong.err
    second = call("account", "first", *PAT, "--organisation", "Aldermere Housing", "--kind", "housing")
    assert "They have an account here already" in second.out


def test_somebody_is_let_back_in(alice: Acting) -> None:
    with_app(with_password(alice))
    Practitioner.objects.update(closed_at=NOW)
    said = call("account", "reset", alice.practitioner.email)
    assert said.code == 0, said.err
    assert not has_factor(alice)
    assert accept_invitation(code_in(said.out), NEW, at=datetime.now(UTC)) == alice.practitioner
    kinds = set(LedgerEntry.objects.values_list("kind", flat=True))
    assert {"account-reopened-on-server", "account-reset-on-server"} <= kinds
    assert call("account", "reset", alice.practitioner.email).code == 0


def test_nobody_is_nobody(alice: Acting) -> None:
    said = call("account", "reset", "nobody@example.org")
    assert said.code == 2
    assert "nobody signs in with this address" in said.err
