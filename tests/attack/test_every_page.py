"""Every signed-in address, asked with Alice's identifiers by everybody who must see nothing of her child."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from django.test import Client

from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting, transaction_of
from sharewell.register.practitioner import Role
from sharewell.register.relationship import Denial
from tests.attack.looking import Seen, everything, filled, given_away, looked
from tests.attack.routes import BARE, BEFORE, IDENTIFIED, OPEN_ROOMS, SHARED, address, every_route, room_of
from tests.attack.world import WORDS, World
from tests.casework.conftest import someone
from tests.casework.record_rows import a_child
from tests.web.signing import signed_in_as

pytestmark = pytest.mark.django_db
ATTACKERS = (
    "another agency, every role", "the ex-partner", "a curious colleague", "a colleague who looks after accounts",
)  # fmt: skip
#: Of one's own agency these are no secret to the role: an exact search leads a colleague to the glass, and an
#: administrator looks after the accounts, teams and contact points. Neither shows a word of the child.
BY_DESIGN = {
    "a curious colleague": {"break-glass"},
    "a colleague who looks after accounts": {
        "person", "post-add", "account-reset", "account-close", "post-end", "contact-verify", "contact-end",
    },
}  # fmt: skip


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Every line that anything logs, as it is before the filters of the settings."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    every = [logging.getLogger(name) for name in ("", "django", "django.request", "django.security", "sharewell")]
    for each in every:
        each.addHandler(handler)
    yield written
    for each in every:
        each.removeHandler(handler)


def test_every_address_has_its_line() -> None:
    """A new address fails here until somebody has said what its identifiers stand for."""
    named = {*IDENTIFIED, *SHARED, *BARE, *BEFORE}
    there = {str(route.name): route for route in every_route() if room_of(route) not in OPEN_ROOMS}
    assert set(there) == named
    for name, route in there.items():
        told = {**SHARED, **IDENTIFIED}.get(name, {})
        assert (set(route.pattern.converters) or set()) == set(told) or name.startswith("blank-form"), name


def test_an_open_room_takes_no_identifier_of_a_row() -> None:
    for route in every_route():
        if room_of(route) in OPEN_ROOMS:
            assert "uuid" not in str(route.pattern), route.name


def forms_of(world: World) -> Mapping[str, dict[str, object]]:
    """What the form of each page would send, taken from somebody who may open it."""
    made: dict[str, dict[str, object]] = {}
    for who in world.insiders:
        client = signed_in_as(Client(), who)
        for name in IDENTIFIED:
            if not made.get(name):
                answer = client.get(address(name, world.rows))
                html = answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")
                made[name] = filled(answer.content.decode()) if html else {}
    made["request-hand-over"] = {"to": str(world.alice.practitioner.pk)}
    return made


def at_work(who: Acting) -> Client:
    """Somebody who has been here before: their cookies are set."""
    client = signed_in_as(Client(), who)
    assert client.get("/work/").status_code == 200
    return client


@pytest.mark.parametrize("attacker", ATTACKERS)
def test_what_is_there_looks_like_what_is_not(world: World, attacker: str, log: io.StringIO) -> None:
    who, forms = world.attackers[attacker], forms_of(world)
    client, before = at_work(who), everything()
    wrong: list[str] = []
    every: list[str] = []
    for name, told in IDENTIFIED.items():
        if name in BY_DESIGN.get(attacker, ()):
            continue
        for method in ("GET", "POST", "POST filled in"):
            form = forms[name] if method == "POST filled in" else None
            real = looked(client, method[:4].strip(), address(name, world.rows), form)
            none = looked(client, method[:4].strip(), address(name, world.rows, unknown=frozenset(told)), form)
            every += (real.headers, real.body)
            wrong += _differences(f"{method} {name}", real, none)
    assert not wrong, "\n".join(wrong)
    assert everything() == before
    assert not given_away([*every, log.getvalue()], WORDS)
    assert Denial.objects.filter(recorded_by=who.practitioner).exists()


def _differences(what: str, real: Seen, none: Seen, *, blank: bool = False) -> Iterator[str]:
    """What tells the one from the other. `blank`: an empty form that says nothing of the row will do."""
    if real.status not in ((200, 403, 404, 405) if blank else (403, 404, 405)):
        yield f"{what}: {real.status}"
    if (real.status, real.headers, real.body) != (none.status, none.headers, none.body):
        yield f"{what}: tells {real.status} from {none.status}"
    if real.queries != none.queries:
        yield f"{what}: {real.queries} queries, and {none.queries} for nothing at all"


@pytest.mark.parametrize("attacker", ATTACKERS[:3])
def test_a_row_of_hers_is_not_reached_through_a_child_of_ones_own(world: World, attacker: str) -> None:
    """One's own child in the address, and after it the identifier of a row of Alice's."""
    who, forms = world.attackers[attacker], forms_of(world)
    with transaction_of(who):
        own = a_child(who, given="Robin", family="Sorrel", born=date(2013, 9, 7))
    client, before = at_work(who), everything()
    wrong: list[str] = []
    for name, told in IDENTIFIED.items():
        others = frozenset(told) - {"child", "kind"}
        if "child" not in told or not others:
            continue
        for method in ("GET", "POST", "POST filled in"):
            form = forms[name] if method == "POST filled in" else None
            rows = {**world.rows, "child": own.pk}
            real = looked(client, method[:4].strip(), address(name, rows), form)
            none = looked(client, method[:4].strip(), address(name, rows, unknown=others), form)
            wrong += _differences(f"{method} {name}", real, none, blank=method != "POST filled in")
            wrong += given_away([real.headers, real.body], WORDS)
    assert not wrong, "\n".join(wrong)
    after = everything()
    assert {table for table, rows in before.items() if after[table] != rows} <= {"Viewing"}


@pytest.mark.parametrize("attacker", ATTACKERS)
def test_pages_without_an_identifier_name_nothing(world: World, attacker: str, log: io.StringIO) -> None:
    who = world.attackers[attacker]
    client, theirs = at_work(who), who.organisation == world.alice.organisation
    #: An administrator of the agency looks after the accounts of those who work there.
    known = {"Alice Penrose", "Bob Tarrant", "Walrus reasons"} if theirs and may(who, Act.MANAGE_PEOPLE) else set()
    told = []
    for path in [*(address(name, world.rows) for name in (*BARE, *SHARED)), "/nowhere/", f"/children/{who}/"]:
        answer = looked(client, "GET", path)
        assert answer.status < 500, path
        told += [answer.headers, answer.body]
    assert not given_away([*told, log.getvalue()], set(WORDS) - known)


def test_an_answer_that_was_given_opens_no_record(world: World) -> None:
    """A proposal that somebody approved or sent back does not let the next approver in."""
    other = someone("Petra Lowe", world.alice.organisation, Role.APPROVER)
    assert signed_in_as(Client(), world.bob).post(
        address("approval", world.rows), {"word": "declined", "reason": "Ask her first"}
    ).status_code == 302  # fmt: skip
    client = at_work(other)
    client.get(address("approval", world.rows))
    assert client.get(address("child", world.rows)).status_code == 404
