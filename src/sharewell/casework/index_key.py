"""The keyed digests by which agencies find each other’s involvement with a child; nothing can be read back from one.

A name that somebody had before is never a key: after an adoption it would lead from one life to the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sharewell.casework.acting import Acting
from sharewell.casework.credential.seal import digest
from sharewell.casework.name_form import bare, both, sound, swapped
from sharewell.register.involvement import IndexKey, KeyKind
from sharewell.register.person import Identifier, Person

_PURPOSE = "index key"
#: Numbers that another agency knows too; our own number tells them nothing.
NATIONAL = frozenset({KeyKind.NHS, KeyKind.UPN, KeyKind.ULN})


def key(kind: KeyKind, *parts: str) -> str:
    """One digest. The kind is part of it, so that keys of two kinds never meet."""
    return digest(_PURPOSE, "|".join((kind.value, *parts)))


def sought(given: str, family: str, born_on: date) -> dict[str, KeyKind]:
    """The digests that a search for a name and a date of birth meets, each with its kind: always four."""
    name, born = both(given, family), born_on.isoformat()
    return {
        key(KeyKind.NAME_AND_BIRTH, name, born): KeyKind.NAME_AND_BIRTH,
        key(KeyKind.SOUND_AND_BIRTH, sound(given, family), born): KeyKind.SOUND_AND_BIRTH,
        key(KeyKind.NAME_AND_SWAPPED, name, born): KeyKind.NAME_AND_SWAPPED,
        key(KeyKind.NAME_AND_YEAR, name, str(born_on.year)): KeyKind.NAME_AND_YEAR,
    }


def sought_number(kind: KeyKind, value: str) -> dict[str, KeyKind]:
    """The digest that a search for a number meets."""
    return {key(kind, bare(value)): kind}


def index(who: Acting, person: Person) -> None:
    """Write the keys of a person as they are now, in place of those that were there."""
    made = {(kind, value) for kind, value in _keys(person)}
    IndexKey.objects.filter(person=person).delete()
    IndexKey.objects.bulk_create(
        IndexKey(agency=who.organisation, person=person, kind=kind, key=value) for kind, value in sorted(made)
    )


def _keys(person: Person) -> Iterator[tuple[KeyKind, str]]:
    if not person.has_file:
        return
    if person.born_on is not None:
        for name in {name for name in (person.given_name, person.known_as) if name}:
            yield from _of_name(name, person.family_name, person.born_on)
    for number in Identifier.objects.filter(person=person, kind__in=NATIONAL, end__isnull=True):
        yield KeyKind(number.kind), key(KeyKind(number.kind), bare(number.value))


def _of_name(given: str, family: str, born_on: date) -> Iterator[tuple[KeyKind, str]]:
    name, other = both(given, family), swapped(born_on)
    yield KeyKind.NAME_AND_BIRTH, key(KeyKind.NAME_AND_BIRTH, name, born_on.isoformat())
    yield KeyKind.SOUND_AND_BIRTH, key(KeyKind.SOUND_AND_BIRTH, sound(given, family), born_on.isoformat())
    yield KeyKind.NAME_AND_YEAR, key(KeyKind.NAME_AND_YEAR, name, str(born_on.year))
    if other:
        yield KeyKind.NAME_AND_SWAPPED, key(KeyKind.NAME_AND_SWAPPED, name, other.isoformat())
