"""The second step: codes count once, secrets open only where they belong, recovery codes are single-use."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_factor import add_factor, begin_factor, has_factor, secret_to_type
from sharewell.casework.check_factor import check_factor, secret_of
from sharewell.casework.credential.seal import SealBrokenError, opened, seal
from sharewell.casework.credential.waiting import FREE
from sharewell.casework.end_factor import end_factor
from sharewell.casework.make_recovery_codes import HOW_MANY, make_recovery_codes
from sharewell.casework.refusal import MustWait, NeedsFreshFactor, NotSignedIn, NotThere, Unfinished
from sharewell.register.factor import Factor, FactorKind
from sharewell.register.ledger_row import LedgerEntry, Opening
from tests.casework.accounts import code_of, fresh, later, results, with_app
from tests.casework.conftest import NOW

pytestmark = pytest.mark.django_db


def test_a_code_of_the_app_is_right(alice: Acting) -> None:
    assert check_factor(alice.practitioner, code_of(with_app(alice)), at=NOW) is FactorKind.TOTP


def test_a_code_counts_once(alice: Acting) -> None:
    secret = with_app(alice)
    code = code_of(secret)
    check_factor(alice.practitioner, code, at=NOW)
    for at in (NOW, NOW + timedelta(seconds=29)):
        with pytest.raises(NotSignedIn):
            check_factor(alice.practitioner, code, at=at)


def test_an_earlier_code_does_not_count_after_a_later_one(alice: Acting) -> None:
    secret = with_app(alice)
    check_factor(alice.practitioner, code_of(secret), at=NOW)
    with pytest.raises(NotSignedIn):
        check_factor(alice.practitioner, code_of(secret, NOW - timedelta(seconds=30)), at=NOW)


@pytest.mark.parametrize(("off", "right"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_clock_that_is_a_little_off_will_do(alice: Acting, off: int, right: bool) -> None:
    code = code_of(with_app(alice), NOW + timedelta(seconds=off))
    if right:
        assert check_factor(alice.practitioner, f"{code[:3]} {code[3:]}", at=NOW) is FactorKind.TOTP
    else:
        with pytest.raises(NotSignedIn):
            check_factor(alice.practitioner, code, at=NOW)


def test_a_code_of_somebody_else_is_wrong(alice: Acting, bob: Acting) -> None:
    with_app(alice)
    with pytest.raises(NotSignedIn):
        check_factor(alice.practitioner, code_of(with_app(bob)), at=NOW)


def test_an_app_that_was_not_confirmed_does_not_count(alice: Acting) -> None:
    with transaction_of(alice):
        secret = secret_of(begin_factor(alice))
        assert not has_factor(alice)
    with pytest.raises(NotSignedIn):
        check_factor(alice.practitioner, code_of(secret), at=NOW)


def test_guessing_codes_is_slowed_and_kept(alice: Acting) -> None:
    secret = with_app(alice)
    for _ in range(FREE):
        with pytest.raises(NotSignedIn):
            check_factor(alice.practitioner, "000000", at=NOW)
    with pytest.raises(MustWait):
        check_factor(alice.practitioner, code_of(secret), at=NOW)
    assert sorted(results()) == ["locked"] + ["wrong-factor"] * FREE


def test_somebody_without_a_post_shows_nothing(alice: Acting) -> None:
    secret = with_app(alice)
    alice.practitioner.posts.update(to_on=(NOW - timedelta(days=1)).date())
    with pytest.raises(NotThere):
        check_factor(alice.practitioner, code_of(secret), at=NOW)


def test_a_secret_opens_only_in_its_own_row_and_place() -> None:
    row = uuid4()
    sealed = seal(b"secret", row=row, place="register_factor:sealed")
    assert opened(sealed, row=row, place="register_factor:sealed") == b"secret"
    for broken, its_row, place in (
        (sealed, uuid4(), "register_factor:sealed"),
        (sealed, row, "register_factor:credential"),
        (sealed[:-1] + bytes([sealed[-1] ^ 1]), row, "register_factor:sealed"),
        (b"", row, "register_factor:sealed"),
    ):
        with pytest.raises(SealBrokenError):
            opened(broken, row=its_row, place=place)


def test_no_secret_is_in_the_database_or_beside_the_ledger_in_clear(alice: Acting) -> None:
    secret = with_app(alice)
    with transaction_of(alice):
        codes = make_recovery_codes(alice, first=True)
    kept = "".join(bytes(row.sealed).hex() for row in Factor.objects.all())
    beside = "".join(Opening.objects.values_list("content", flat=True))
    for clear in (secret, *(code.replace("-", "") for code in codes)):
        assert clear not in beside
        assert clear.encode().hex() not in kept
    for row in Factor.objects.all():
        assert bytes(row.sealed).hex() not in beside


def test_each_use_is_in_the_ledger(alice: Acting) -> None:
    check_factor(alice.practitioner, code_of(with_app(alice)), at=NOW)
    kinds = list(LedgerEntry.objects.order_by("sequence").values_list("kind", flat=True))
    assert kinds == ["factor-begun", "factor-added", "factor-used"]


def test_a_recovery_code_works_once(alice: Acting) -> None:
    with_app(alice)
    with transaction_of(alice):
        codes = make_recovery_codes(alice, first=True)
    assert len(set(codes)) == HOW_MANY
    assert check_factor(alice.practitioner, codes[3].lower(), at=NOW) is FactorKind.RECOVERY
    with pytest.raises(NotSignedIn):
        check_factor(alice.practitioner, codes[3], at=NOW)
    assert check_factor(alice.practitioner, codes[4], at=NOW) is FactorKind.RECOVERY


def test_a_recovery_code_of_somebody_else_is_wrong(alice: Acting, bob: Acting) -> None:
    with transaction_of(bob):
        codes = make_recovery_codes(bob, first=True)
    with pytest.raises(NotSignedIn):
        check_factor(alice.practitioner, codes[0], at=NOW)


def test_new_recovery_codes_end_the_old(alice: Acting) -> None:
    with_app(alice)
    with transaction_of(alice):
        old = make_recovery_codes(alice, first=True)
        with pytest.raises(NeedsFreshFactor):
            make_recovery_codes(alice, first=True)
        make_recovery_codes(fresh(alice))
    with pytest.raises(NotSignedIn):
        check_factor(alice.practitioner, old[0], at=NOW)


def test_one_more_factor_wants_the_one_there_is(alice: Acting) -> None:
    with_app(alice)
    with transaction_of(alice), pytest.raises(NeedsFreshFactor):
        begin_factor(alice)
    with transaction_of(alice):
        begun = begin_factor(fresh(alice))
        assert begin_factor(fresh(alice)) == begun
        with pytest.raises(NeedsFreshFactor):
            add_factor(alice, begun.pk, code="000000")
        with pytest.raises(Unfinished):
            add_factor(fresh(alice), begun.pk, code="000000")
        add_factor(fresh(alice), begun.pk, code=code_of(secret_of(begun)), label="Second phone")
    with transaction_of(alice), pytest.raises(NotThere):
        secret_to_type(alice, begun.pk)


def test_an_app_of_somebody_else_is_not_there(alice: Acting, bob: Acting) -> None:
    with transaction_of(alice):
        begun = begin_factor(alice)
    with transaction_of(bob), pytest.raises(NotThere):
        add_factor(bob, begun.pk, code="000000")


def test_the_last_factor_stays(alice: Acting, bob: Acting) -> None:
    with_app(alice)
    only = Factor.objects.get()
    with transaction_of(alice):
        with pytest.raises(NeedsFreshFactor):
            end_factor(alice, only.pk)
        with pytest.raises(Unfinished):
            end_factor(fresh(alice), only.pk)
        begun = begin_factor(fresh(alice))
        add_factor(fresh(alice), begun.pk, code=code_of(secret_of(begun)))
        end_factor(fresh(alice), only.pk)
        assert has_factor(alice)
        with pytest.raises(NotThere):
            end_factor(fresh(alice), only.pk)
    with transaction_of(bob), pytest.raises(NotThere):
        end_factor(fresh(bob), begun.pk)


def test_a_fresh_factor_grows_stale(alice: Acting) -> None:
    with_app(alice)
    stale = later(fresh(alice), minutes=10)
    with transaction_of(alice), pytest.raises(NeedsFreshFactor):
        begin_factor(stale)
