"""Check digits: published examples, and that no single slip of the pen goes through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.casework.check_digit import is_nhs, is_uln, is_upn, upn_letter, wrong_with_number
from sharewell.casework.name_form import bare
from sharewell.register.person import IdentifierKind


@pytest.mark.parametrize("number", ["943 476 5919", "401 023 2137", "943-476-5870"])
def test_published_nhs_numbers(number: str) -> None:
    assert is_nhs(bare(number))


def test_a_published_uln() -> None:
    assert is_uln("9276308686")


def test_a_published_upn() -> None:
    assert is_upn("B801200005001")


@pytest.mark.parametrize(
    "number", ["", "9434765918", "943476591", "94347659199", "943476591x", "٩٤٣٤٧٦٥٩١٩", "0000000010", "9999999998"]
)
def test_what_is_no_nhs_number(number: str) -> None:
    assert not is_nhs(number)


@pytest.mark.parametrize("number", ["", "9276308687", "0276308686", "927630868", "927630868X", "1000000012"])
def test_what_is_no_uln(number: str) -> None:
    assert not is_uln(number)


@pytest.mark.parametrize(
    "number", ["", "A801200005001", "B80120000500I", "B80120000500", "8801200005001", "BX01200005001"]
)
def test_what_is_no_upn(number: str) -> None:
    assert not is_upn(number)


@given(st.text("0123456789", min_size=11, max_size=11), st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUVWXYZ"))
def test_every_upn_has_its_one_letter(digits: str, last: str) -> None:
    letter = upn_letter(digits + last)
    assert letter is not None
    right = [sign for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if is_upn(sign + digits + last)]
    assert right == [letter]


@given(st.text("0123456789", min_size=10, max_size=10), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_found(number: str, place: int, by: int) -> None:
    slip = str((int(number[place]) + by) % 10)
    wrong = number[:place] + slip + number[place + 1 :]
    assert not (is_nhs(number) and is_nhs(wrong))
    assert not (is_uln(number) and is_uln(wrong))


@given(st.text("0123456789", min_size=10, max_size=10), st.integers(0, 8))
def test_two_digits_the_wrong_way_round_are_found(number: str, place: int) -> None:
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if swapped != number:
        assert not (is_nhs(number) and is_nhs(swapped))
        assert not (is_uln(number) and is_uln(swapped))


@given(st.text("0123456789", min_size=10, max_size=10))
def test_no_number_is_both(number: str) -> None:
    assert not (is_nhs(number) and is_uln(number))


def test_it_is_said_in_words() -> None:
    assert wrong_with_number(IdentifierKind.NHS, " ") == "Give the number"
    assert "10 digits" in (wrong_with_number(IdentifierKind.NHS, "123") or "")
    assert wrong_with_number(IdentifierKind.NHS, "943 476 5919") is None
    assert wrong_with_number(IdentifierKind.LOCAL, "anything") is None
