"""The same code, shown many times at the same moment: it counts once. And guesses at once are counted as in a row."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from sharewell.casework.check_factor import check_factor
from sharewell.casework.check_password import check_password
from sharewell.casework.credential.waiting import FREE
from sharewell.casework.refusal import Refusal
from sharewell.register.organisation import Organisation, Sector
from sharewell.register.practitioner import Role
from tests.casework.accounts import code_of, results, with_app, with_password
from tests.casework.conftest import NOW, someone

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def test_a_code_that_is_shown_many_times_at_once_counts_once() -> None:
    school = Organisation.objects.create(name="Hollybank", sector=Sector.EDUCATION, joined_on=date(2020, 1, 1))
    alice = with_password(someone("Alice Penrose", school, Role.PRACTITIONER))
    code = code_of(with_app(alice))

    def show(_number: int) -> bool:
        try:
            check_factor(alice.practitioner, code, at=NOW)
        except Refusal:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(show, range(8))) == 1


def test_guesses_at_once_learn_no_more_than_in_a_row() -> None:
    def guess(_number: int) -> str:
        try:
            check_password("nobody@example.org", "wrong", at=NOW)
        except Refusal as refused:
            return refused.code
        finally:
            connection.close()
        return "in"

    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(guess, range(24)))
    assert said.count("not-signed-in") == FREE
    assert sorted(results()).count("wrong-password") == FREE
