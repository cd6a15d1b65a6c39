"""What a search may not tell: nobody, a hidden service, a restricted record, and one's own that is not open to one."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client

from sharewell.casework.acting import transaction_of
from sharewell.casework.add_involvement import Work, add_involvement
from sharewell.casework.keep import keep
from sharewell.register.involvement import IndexKey
from sharewell.register.person import Person
from sharewell.register.safety import MarkKind, SafetyMark
from tests.attack.looking import Seen, given_away, looked
from tests.attack.test_every_page import at_work
from tests.attack.world import WORDS, World
from tests.casework.children import begun

pytestmark = pytest.mark.django_db
FOR = {"purpose": "She is new here and we need her school"}
BORN = {"born_on_day": "3", "born_on_month": "5", "born_on_year": "2012"}
BY_NAME = {"given_name": "Mira", "family_name": "Fennimore", **BORN, **FOR}
NOBODY = {**BY_NAME, "given_name": "Nobody", "family_name": "Atall"}
BY_NUMBER = {"kind": "nhs", "number": "943 476 5919", **FOR}
NO_NUMBER = {"kind": "nhs", "number": "943 476 5870", **FOR}
#: What is given, and the same of nobody: exact, spelt otherwise, days swapped, another day of the year, a number.
PAIRS = (
    (BY_NAME, NOBODY),
    ({**BY_NAME, "given_name": "Myra"}, {**NOBODY, "given_name": "Nobbody"}),
    ({**BY_NAME, "born_on_day": "5", "born_on_month": "3"}, {**NOBODY, "born_on_day": "5", "born_on_month": "3"}),
    ({**BY_NAME, "born_on_day": "9"}, {**NOBODY, "born_on_day": "9"}),
    (BY_NUMBER, NO_NUMBER),
    ({**BY_NAME, "purpose": ""}, {**NOBODY, "purpose": ""}),
    ({**BY_NAME, "born_on_year": ""}, {**NOBODY, "born_on_year": ""}),
)
_TYPED = re.compile(r"Mira|Myra|Fennimore|Nobb?ody|Atall|943 476 5919|943 476 5870")


def hidden(world: World) -> None:
    """The only service that works with her is one that must stay hidden."""
    world.alice.organisation.sensitive_since = world.alice.on
    world.alice.organisation.save()


def restricted(world: World) -> None:
    """Her record is restricted to named people."""
    with transaction_of(world.alice):
        mark = SafetyMark(
            child=world.child, kind=MarkKind.RESTRICTED, reason="Only those named", source="Her social worker",
            review_on=world.alice.on + timedelta(days=30),
        )  # fmt: skip
        keep(world.alice, mark, "mark-made")


def asked(client: Client, path: str, said: dict[str, str]) -> Seen:
    """A search, without what was typed into it."""
    found = looked(client, "POST", path, said)
    return Seen(found.status, found.headers, _TYPED.sub("", found.body), found.queries)


CASES = (
    ("another agency, every role", hidden, ("/find/across/", "/find/ours/")),
    ("another agency, every role", restricted, ("/find/across/", "/find/ours/")),
    ("the ex-partner", hidden, ("/find/across/", "/find/ours/")),
    ("the ex-partner", restricted, ("/find/across/", "/find/ours/")),
    ("a curious colleague", restricted, ("/find/across/", "/find/ours/")),
    ("a curious colleague", lambda _: None, ("/find/across/",)),
)


@pytest.mark.parametrize(("attacker", "state", "paths"), CASES)
def test_a_search_that_may_tell_nothing_is_a_search_for_nobody(
    world: World, attacker: str, state: object, paths: tuple[str, ...]
) -> None:
    """Words, states, headers and the number of queries: all of it the same."""
    assert callable(state)
    state(world)
    client = at_work(world.attackers[attacker])
    for path in paths:
        asked(client, path, NOBODY)
        for hers, none in PAIRS:
            real, nothing = asked(client, path, hers), asked(client, path, none)
            assert (real.status, real.headers, real.body) == (nothing.status, nothing.headers, nothing.body), hers
            assert real.queries == nothing.queries, (path, hers)
            assert not given_away([real.headers, real.body], {"Year 9 team"})


@pytest.mark.parametrize("attacker", ["another agency, every role", "the ex-partner", "a curious colleague"])
@pytest.mark.parametrize("words", ["Mira", "Fennimore", "mi fe", "%%", "__", "Ottilie", "943 476", "2012-05-03"])
def test_a_part_of_a_name_is_a_part_of_nobody(world: World, attacker: str, words: str) -> None:
    client = at_work(world.attackers[attacker])
    asked(client, "/find/", {"words": "zz"})
    real, nothing = (looked(client, "POST", "/find/", {"words": each}) for each in (words, "zzzz"))
    assert real.body.replace(f'value="{words}"', "") == nothing.body.replace('value="zzzz"', "")
    assert (real.status, real.headers, real.queries) == (nothing.status, nothing.headers, nothing.queries)


def test_two_namesakes_of_whom_one_is_hidden_are_one(world: World) -> None:
    """Neither the state nor the count gives the second away."""
    charlie = world.attackers["another agency, every role"]
    client = at_work(charlie)
    before = asked(client, "/find/across/", BY_NAME)
    assert "Year 9 team" in before.body
    with transaction_of(world.bob):
        twin = begun(world.bob)
        add_involvement(world.bob, twin.pk, work=Work("Refuge", world.bob.on, "Nobody", sensitive=True))
    after = asked(client, "/find/across/", BY_NAME)
    assert (after.status, after.headers, after.body, after.queries) == (
        before.status, before.headers, before.body, before.queries,
    )  # fmt: skip


def test_only_children_with_a_record_are_in_the_index(world: World) -> None:
    """Nobody finds a mother, a father or whoever must not know by a search."""
    assert set(IndexKey.objects.values_list("person__has_file", flat=True)) == {True}
    assert Person.objects.filter(has_file=False).exists()


def test_the_page_completes_nothing(world: World) -> None:
    client = at_work(world.attackers["a curious colleague"])
    for path in ("/find/", "/find/ours/", "/find/across/"):
        html = client.get(path).content.decode()
        assert "<datalist" not in html
        assert not given_away([html], WORDS)


def test_what_was_searched_for_stands_in_no_address(world: World) -> None:
    client = at_work(world.attackers["the ex-partner"])
    for path in ("/find/", "/find/ours/", "/find/across/"):
        told = client.post(path, {**BY_NAME, "words": "Mira"})
        assert told.status_code == 200
        assert not given_away([str(told.headers)], WORDS)
        asked_by_address = client.get(path, BY_NAME).content.decode()
        assert not given_away([asked_by_address], WORDS)
