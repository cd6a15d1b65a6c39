"""`python -m bench.record.fill CHILDREN ENTRIES`: fills the deployment's own database, and says who is signed in."""
# ruff: noqa: E402

from __future__ import annotations

import json
import random
import sys
import time
import uuid
from datetime import date, timedelta

import django

django.setup()

from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.utils import timezone

from bench.record.bulk import Bulk
from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.begin_organisation import begin_organisation
from sharewell.casework.index_key import key
from sharewell.casework.keep import keep_shared
from sharewell.casework.name_form import both, sound
from sharewell.register.involvement import IndexKey, KeyKind
from sharewell.register.organisation import Sector
from sharewell.register.person import Address, AddressKind, Person
from sharewell.register.practitioner import Post, Practitioner, Role
from sharewell.register.relationship import LegitimateRelationship, Tie, Viewing
from sharewell.register.voice import Obtained, View
from sharewell.web.record.session import begin

PEOPLE = 40
AGENCIES = 10
GIVEN = [
    "Amira", "Bela", "Cai", "Dana", "Eli", "Fern", "Gus", "Hana", "Idris", "Jo", "Kit", "Lena", "Mo", "Nia", "Omar",
    "Pia", "Quin", "Rae", "Sol", "Tia", "Uma", "Viv", "Wren",
]  # fmt: skip
FAMILY = [
    f"{start}{end}"
    for start in ("Ash", "Birch", "Cold", "Dun", "East", "Fal", "Green", "Hazel", "Iron", "Kings")
    for end in ("by", "combe", "croft", "dale", "field", "ford", "ham", "hurst", "ley", "worth")
]


def main() -> int:
    """Fill it."""
    children, entries = int(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(7)
    started = time.perf_counter()
    at = timezone.now() - timedelta(hours=1)
    workers = _practitioners(at)
    bulk = Bulk()
    placed: dict[uuid.UUID, list[str]] = {who.practitioner.pk: [] for who in workers}
    everyone = []
    for number in range(children):
        who = workers[number % len(workers)]
        child = _child(bulk, who, chance)
        placed[who.practitioner.pk].append(str(child.pk))
        everyone.append((who, child))
    while bulk.size < entries:
        who, child = everyone[chance.randrange(children)]
        viewing = Viewing(child=child, part="record", right=Tie.ALLOCATED, purpose="You work with this child")
        bulk.keep(who, viewing, "record-viewed")
    bulk.write()
    took = time.perf_counter() - started
    signed_in = [
        {"session": _session(who), "children": placed[who.practitioner.pk]}
        for who in workers
        if placed[who.practitioner.pk]
    ]
    print(json.dumps({"seconds": round(took, 1), "entries": bulk.size, "signed_in": signed_in}))
    return 0


def _practitioners(at: object) -> list[Acting]:
    found = []
    for number in range(AGENCIES):
        begun = begin_organisation(
            organisation=f"Agency {number}", sector=Sector.EDUCATION, name=f"First {number}",
            email=f"first{number}@example.org", at=at,
        )  # fmt: skip
        admin = Acting(begun.practitioner, begun.organisation, frozenset({Role.ADMINISTRATOR}), "Administrator", at)
        with transaction_of(admin):
            for each in range(PEOPLE // AGENCIES):
                person = Practitioner(
                    email=f"p{number}.{each}@example.org", name=f"P {number} {each}", password_set_at=at
                )
                keep_shared(admin, person, "account-made")
                post = Post(practitioner=person, organisation=begun.organisation, role=Role.PRACTITIONER,
                            title="Teacher", from_on=date(2020, 1, 1))  # fmt: skip
                keep_shared(admin, post, "post-given")
                found.append(Acting(person, begun.organisation, frozenset({Role.PRACTITIONER}), "Teacher", at))
    return found


def _child(bulk: Bulk, who: Acting, chance: random.Random) -> Person:
    born = date(2009, 1, 1) + timedelta(days=chance.randrange(5500))
    given, family = chance.choice(GIVEN), chance.choice(FAMILY)
    child = Person(given_name=given, family_name=family, born_on=born, born_certainty="seen", has_file=True)
    bulk.keep(who, child, "record-begun")
    home = Address(person=child, kind=AddressKind.HOME, lines=f"{chance.randrange(200)} Larch Close", source="Parent")
    bulk.keep(who, home, "address-added")
    tie = LegitimateRelationship(
        practitioner=who.practitioner, child=child, tie=Tie.ALLOCATED, reason="You work with this child",
        from_at=who.at - timedelta(days=1), until_at=who.at + timedelta(days=90),
    )  # fmt: skip
    bulk.keep(who, tie, "relationship-begun")
    said = View(
        child=child, by_person=child, about="School", own_words="I like it", obtained=Obtained.SAID, said_on=who.on
    )
    bulk.keep(who, said, "view-recorded")
    name = both(given, family)
    for kind, parts in (
        (KeyKind.NAME_AND_BIRTH, (name, born.isoformat())),
        (KeyKind.SOUND_AND_BIRTH, (sound(given, family), born.isoformat())),
        (KeyKind.NAME_AND_YEAR, (name, str(born.year))),
    ):
        bulk.plain(IndexKey, who.organisation.pk, child.pk, kind.value, key(kind, *parts))
    return child


def _session(who: Acting) -> str:
    request = HttpRequest()
    request.session = SessionStore()
    begin(request, who.practitioner.pk, who.organisation.pk, at=timezone.now())
    request.session.save()
    return str(request.session.session_key)


if __name__ == "__main__":
    sys.exit(main())
