"""A case described without names: the names of everybody on the child's record are taken out, and listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sharewell.register.family import Relationship
from sharewell.register.person import FormerName, Person

#: What stands in place of a name. A person may write something better.
_CHILD = "the child"
_OTHER = "a family member"
#: Shorter names are words of their own too often to be taken out.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Stripped:
    """A text without the names, and the words that were taken out."""

    text: str
    taken: tuple[str, ...]


def strip_names(text: str, names: Mapping[str, str]) -> Stripped:
    """Put each name's stand-in where the name stands, whole words only, whatever its capitals."""
    taken: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        pattern = re.compile(rf"\b{re.escape(name)}((?:['’]s)?)\b", re.IGNORECASE)
        if pattern.search(text):
            taken.append(name)
            text = pattern.sub(names[name].replace("\\", "") + r"\1", text)
    return Stripped(text, tuple(taken))


def names_on(child: Person) -> dict[str, str]:
    """Every name on the record of a child, to what can stand in its place."""
    others = [each.other for each in Relationship.objects.filter(child=child).select_related("other")]
    found: dict[str, str] = {}
    for person in others:
        found.update(dict.fromkeys(_names_of(person), _OTHER))
    for former in FormerName.objects.filter(person__in=[child.pk, *_ids(others)]):
        stands = _CHILD if former.person_id == child.pk else _OTHER
        found.update(dict.fromkeys(_parts(former.given_name, former.family_name), stands))
    found.update(dict.fromkeys(_names_of(child), _CHILD))
    return found


def _names_of(person: Person) -> set[str]:
    return _parts(person.given_name, person.family_name, person.known_as)


def _parts(*names: str) -> set[str]:
    whole = " ".join(names[:2]).strip()
    single = {part for name in names for part in name.split()}
    return {each for each in {whole, *names, *single} if len(each) >= _SHORTEST}


def _ids(people: Iterable[Person]) -> list[UUID]:
    return [each.pk for each in people]
