"""The check digits of the NHS number, the unique pupil number and the unique learner number. Pure.

A right check digit says that a number was written without a slip, and nothing about whose it is.
"""

from __future__ import annotations

from sharewell.casework.name_form import bare
from sharewell.register.person import IdentifierKind

#: The letters of a UPN, in the order of their values: I, O and S are left out.
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def _weighed(digits: str) -> int:
    """Nine digits by the weights ten to two, added up."""
    return sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True))


def is_nhs(number: str) -> bool:
    """Whether a bare number is an NHS number: ten digits, the last of them right."""
    if len(number) != 10 or not (number.isascii() and number.isdigit()):
        return False
    check = 11 - _weighed(number[:9]) % 11
    return check != 10 and check % 11 == int(number[9])


def is_uln(number: str) -> bool:
    """Whether a bare number is a ULN: ten digits, not beginning with nought, the last of them right."""
    if len(number) != 10 or not (number.isascii() and number.isdigit()) or number[0] == "0":
        return False
    rest = _weighed(number[:9]) % 11
    return rest != 0 and 10 - rest == int(number[9])


def upn_letter(rest: str) -> str | None:
    """The letter that begins a UPN, from the twelve signs that follow it; None if they cannot be those of a UPN.

    The last of the twelve is a letter in a temporary number.
    """
    digits, last = rest[:11], rest[11:]
    if len(rest) != 12 or not (digits.isascii() and digits.isdigit()):
        return None
    if last in _LETTERS:
        value = _LETTERS.index(last)
    elif last.isascii() and last.isdigit():
        value = int(last)
    else:
        return None
    total = sum(int(digit) * weight for weight, digit in enumerate(digits, start=2)) + value * 13
    return _LETTERS[total % 23]


def is_upn(number: str) -> bool:
    """Whether a bare number is a UPN: its letter, then eleven digits, then a digit or a letter."""
    return len(number) == 13 and upn_letter(number[1:]) == number[0]


_CHECKS = {
    IdentifierKind.NHS: (is_nhs, "Check the NHS number: it has 10 digits and these do not fit together"),
    IdentifierKind.UPN: (is_upn, "Check the UPN: a letter and 12 digits, and this letter does not fit the digits"),
    IdentifierKind.ULN: (is_uln, "Check the ULN: it has 10 digits and these do not fit together"),
}


def wrong_with_number(kind: IdentifierKind, value: str) -> str | None:
    """What is wrong with a number, in words; None if nothing is."""
    number = bare(value)
    if not number:
        return "Give the number"
    if kind not in _CHECKS:
        return None
    right, words = _CHECKS[kind]
    return None if right(number) else words
