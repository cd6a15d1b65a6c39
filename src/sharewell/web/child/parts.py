"""The pages of a child’s record, as the list beside each of them; and what they all show."""

from __future__ import annotations

from dataclasses import dataclass

from sharewell.casework.access import Right
from sharewell.register.person import Person
from sharewell.web.record.frame import address_of

#: Words and name of the address. Those of other rooms appear once they are there.
_PARTS = (
    ("Overview", "child"),
    ("Family and who decides", "child-family"),
    ("Addresses and contact", "child-places"),
    ("What must stay hidden", "child-safety"),
    ("Who works with them", "child-work"),
    ("What we hold", "items"),
    ("Consent and views", "consents"),
    ("Names and numbers", "child-names"),
    ("Who looked", "child-looked"),
)


@dataclass(frozen=True, slots=True)
class PartLink:
    """One page of the record."""

    words: str
    address: str
    here: bool


def parts_of(child: Person, here: str) -> tuple[PartLink, ...]:
    """The pages that are there."""
    found = ((words, name, address_of(name, child.pk)) for words, name in _PARTS)
    return tuple(PartLink(words, address, name == here) for words, name, address in found if address != "#")


def shown(opened: tuple[Person, Right], here: str, **more: object) -> dict[str, object]:
    """What the template of such a page gets."""
    child, right = opened
    return {"child": child, "right": right, "section": "work", "parts": parts_of(child, here), **more}
