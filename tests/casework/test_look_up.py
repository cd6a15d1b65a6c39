"""Looking a child up: what matches, what is told, and that what must stay hidden cannot be told from nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_identifier import add_identifier
from sharewell.casework.add_involvement import Work, add_involvement, agree_listing, end_involvement
from sharewell.casework.change_person import change_person
from sharewell.casework.choose_match import choose_match
from sharewell.casework.end_identifier import end_identifier
from sharewell.casework.find_own import find_own, find_own_exactly
from sharewell.casework.keep import keep
from sharewell.casework.look_up import LookedUp, look_up, meant
from sharewell.casework.mark_safety import Mark, mark_safety
from sharewell.casework.match import MATCH, MOST, POINTS, POTENTIAL, Met, state_of
from sharewell.casework.name_form import both, plain, sound, swapped
from sharewell.casework.refusal import MayNot, NotThere, Unfinished
from sharewell.casework.search_for import ENTRIES, Wanted
from sharewell.casework.start_record import Known
from sharewell.casework.who_looked import who_looked
from sharewell.register.involvement import IndexKey, KeyKind, MatchChoice, MatchState, Search, SearchHit
from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.organisation import Channel, ContactPoint, Organisation
from sharewell.register.person import BirthCertainty, IdentifierKind, Person
from sharewell.register.practitioner import Role
from sharewell.register.safety import MarkKind
from tests.casework.children import MIRA, ON, begun, curious
from tests.casework.conftest import someone

pytestmark = pytest.mark.django_db
FOR = "She moved here and we need her school"
HER = Wanted(FOR, "Mira", "Fennimore", date(2012, 5, 3))
NHS = "943 476 5919"
SERVICE = Work("Year 9 pastoral team", date(2025, 9, 1), contact="Office, 01632 960 500")


def working(who: Acting, child: Person, **more: Any) -> None:
    with transaction_of(who):
        add_involvement(who, child.pk, work=replace(SERVICE, **more))


def asked(who: Acting, wanted: Wanted = HER) -> LookedUp:
    with transaction_of(who):
        return look_up(who, wanted)


@pytest.fixture
def mira(alice: Acting) -> Person:
    return begun(alice)


def test_names_in_one_form() -> None:
    assert plain("O’Brien-Łysý ") == plain("obrien lysy")
    assert plain("ÅSA") == "asa"
    assert both("Ali", "Khan") == both("KHAN", "ali")
    assert sound("Shanelle", "Smith") == sound("Chanelle", "Smyth")
    assert sound("李", "小龙") != sound("王", "小龙")
    assert swapped(date(2012, 5, 3)) == date(2012, 3, 5)
    assert swapped(date(2012, 5, 13)) is None
    assert swapped(date(2012, 5, 5)) is None


@pytest.mark.parametrize(
    ("wanted", "state"),
    [
        (HER, MatchState.MATCH),
        (replace(HER, given_name="MÍRA", family_name="Fenni-more"), MatchState.MATCH),
        (replace(HER, given_name="Fennimore", family_name="Mira"), MatchState.MATCH),
        (replace(HER, given_name="Mirah", family_name="Fenimore"), MatchState.POTENTIAL),
        (replace(HER, born_on=date(2012, 3, 5)), MatchState.POTENTIAL),
        (replace(HER, born_on=date(2012, 11, 30)), MatchState.POTENTIAL),
        (replace(HER, born_on=date(2011, 5, 3)), MatchState.NONE),
        (replace(HER, given_name="Jonah"), MatchState.NONE),
    ],
)
def test_how_much_must_agree(alice: Acting, charlie: Acting, mira: Person, wanted: Wanted, state: MatchState) -> None:
    working(alice, mira)
    found = asked(charlie, wanted)
    assert found.state is state
    assert bool(found.services) is (state is MatchState.MATCH)
    assert bool(found.possible) is (state is MatchState.POTENTIAL)


def test_a_match_names_the_service_and_nothing_of_the_case(alice: Acting, charlie: Acting, mira: Person) -> None:
    working(alice, mira)
    (service,) = asked(charlie).services
    assert (service.agency, service.service, service.contact) == (
        "Hollybank School", "Year 9 pastoral team", "Office, 01632 960 500",
    )  # fmt: skip


def test_a_match_gives_the_numbers_that_we_made_sure_of(alice: Acting, charlie: Acting, mira: Person) -> None:
    working(alice, mira)
    for agency, value, sure in ((charlie, "01632 960 500", ON), (charlie, "01632 960 501", None), (alice, "9", ON)):
        by = agency.practitioner if sure else None
        point = ContactPoint(
            organisation=alice.organisation, channel=Channel.PHONE, label="Office", value=value, verified_on=sure,
            verified_by=by,
        )  # fmt: skip
        with transaction_of(agency):
            keep(agency, point, "contact-point-added")
    assert asked(charlie).services[0].verified == ("Office: 01632 960 500",)


def test_a_number_alone_is_never_enough(alice: Acting, charlie: Acting, mira: Person) -> None:
    working(alice, mira)
    with transaction_of(alice):
        number = add_identifier(alice, mira.pk, kind=IdentifierKind.NHS, value=NHS, source="Red book")
    wanted = Wanted(FOR, kind=KeyKind.NHS, number="9434765919")
    assert asked(charlie, wanted).state is MatchState.POTENTIAL
    with transaction_of(alice):
        end_identifier(alice, number.pk, reason="Her brother’s")
    assert asked(charlie, wanted).state is MatchState.NONE


def test_a_changed_name_is_found_and_the_former_one_is_not(alice: Acting, charlie: Acting, mira: Person) -> None:
    working(alice, mira)
    with transaction_of(alice):
        change_person(alice, mira.pk, person=mira.pk, known=replace(MIRA, family_name="Quillfeather"), seen=1)
    assert asked(charlie).state is MatchState.NONE
    assert asked(charlie, replace(HER, family_name="Quillfeather")).state is MatchState.MATCH


def test_two_of_one_name_are_too_many(alice: Acting, charlie: Acting, mira: Person) -> None:
    working(alice, mira)
    working(alice, begun(alice))
    found = asked(charlie)
    assert (found.state, found.services, found.possible) == (MatchState.MANY, (), ())


def hide_sensitive(alice: Acting, mira: Person) -> None:
    working(alice, mira, sensitive=True)


def hide_agency(alice: Acting, mira: Person) -> None:
    working(alice, mira)
    Organisation.objects.filter(pk=alice.organisation.pk).update(sensitive_since=ON)


def hide_restricted(alice: Acting, mira: Person) -> None:
    working(alice, mira)
    with transaction_of(alice):
        mark_safety(alice, mira.pk, mark=Mark(MarkKind.RESTRICTED, "Why", "How", date(2027, 1, 1)))


def hide_ended(alice: Acting, mira: Person) -> None:
    working(alice, mira)
    with transaction_of(alice):
        end_involvement(alice, mira.involvements.get().pk, to_on=date(2026, 11, 24), seen=1)


def hide_unlisted(alice: Acting, mira: Person) -> None:
    """A record, and no involvement."""


HIDDEN = [hide_sensitive, hide_agency, hide_restricted, hide_ended, hide_unlisted]


@pytest.mark.parametrize("hide", HIDDEN)
def test_what_is_hidden_cannot_be_told_from_nothing(
    alice: Acting, charlie: Acting, mira: Person, hide: Callable[[Acting, Person], None]
) -> None:
    hide(alice, mira)
    nothing = replace(HER, given_name="Nobody", family_name="Atall")
    seen = []
    for wanted in (HER, nothing):
        with transaction_of(charlie), CaptureQueriesContext(connection) as queries:
            found = look_up(charlie, wanted)
        seen.append((found.state, found.services, found.possible, len(queries), len(found.__slots__)))
    assert seen[0] == seen[1]
    assert seen[0][0] is MatchState.NONE
    kept = Search.objects.values_list("state", "scope")
    assert len(set(kept)) == 1
    left = LedgerEntry.objects.filter(kind__in=["search-met", "search-noted"])
    assert left.count() == 2 * ENTRIES
    entries = LedgerEntry.objects.filter(kind="search-made")
    assert entries.count() == 2


@pytest.mark.parametrize("hide", HIDDEN)
def test_the_childs_own_record_shows_who_looked_all_the_same(
    alice: Acting, charlie: Acting, mira: Person, hide: Callable[[Acting, Person], None]
) -> None:
    hide(alice, mira)
    asked(charlie)
    hit = SearchHit.objects.get()
    assert (hit.agency, hit.person, hit.searched_by_agency) == (alice.organisation, mira, charlie.organisation)
    with transaction_of(alice):
        _, looks = who_looked(alice, mira.pk)
    look = next(each for each in looks if each.what == "search")
    assert (look.by, look.organisation, look.why) == ("Charlie Okoro", "Ashdown Clinic", FOR)


def test_a_sensitive_service_is_told_once_that_is_agreed(alice: Acting, charlie: Acting, mira: Person) -> None:
    working(alice, mira, sensitive=True)
    involvement = mira.involvements.get()
    with transaction_of(alice):
        agree_listing(alice, involvement.pk, on=ON, by="Mira", seen=1)
    assert asked(charlie).state is MatchState.MATCH


def test_a_hidden_twin_changes_no_state(alice: Acting, charlie: Acting, mira: Person) -> None:
    working(alice, mira)
    working(alice, begun(alice), sensitive=True)
    assert asked(charlie).state is MatchState.MATCH


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (replace(HER, purpose="x"), "purpose"),
        (replace(HER, given_name="-"), "given_name"),
        (replace(HER, family_name=""), "family_name"),
        (replace(HER, born_on=None), "born_on"),
        (replace(HER, born_on=date(2026, 12, 1)), "born_on"),
        (Wanted(FOR, kind=KeyKind.NHS, number="1"), "number"),
        (Wanted(FOR, kind=KeyKind.NAME_AND_YEAR, number="1"), "number"),
    ],
)
def test_a_search_says_whom_and_why(charlie: Acting, wanted: Wanted, field: str) -> None:
    with pytest.raises(Unfinished) as refused:
        asked(charlie, wanted)
    assert set(refused.value.problems) == {field}
    assert not Search.objects.exists()


def test_what_was_given_lies_sealed(charlie: Acting) -> None:
    asked(charlie)
    assert "Mira" not in Search.objects.get().given


def test_who_may_not_search_may_not(school: Organisation) -> None:
    admin = someone("Edda Marsh", school, Role.ADMINISTRATOR)
    with pytest.raises(MayNot):
        asked(admin)
    with transaction_of(admin), pytest.raises(MayNot):
        find_own(admin, "Mira")


def test_a_person_decides_about_a_possible_match(
    alice: Acting, charlie: Acting, clinic: Organisation, mira: Person
) -> None:
    working(alice, mira)
    (possible,) = asked(charlie, replace(HER, given_name="Mirah")).possible
    assert "sounds the same" in possible.agrees
    assert "Hollybank" not in str(possible)
    with transaction_of(charlie):
        with pytest.raises(Unfinished):
            choose_match(charlie, possible.token, same=True, reason=" ")
        _, services = choose_match(charlie, possible.token, same=True, reason="Her mother spelt it")
        assert [each.service for each in services] == ["Year 9 pastoral team"]
        _, services = choose_match(charlie, possible.token, same=False, reason="Another Mira")
        assert services == ()
    assert list(MatchChoice.objects.order_by("pk").values_list("person", flat=True)) == [mira.pk, mira.pk]
    other = someone("Hale Moss", clinic, Role.PRACTITIONER)
    for who, token in ((other, possible.token), (alice, possible.token), (charlie, possible.token[:-1])):
        with transaction_of(who), pytest.raises(NotThere):
            choose_match(who, token, same=True, reason="x")
    assert meant("nonsense") is None


def test_my_own_are_found_by_a_part_of_a_name(alice: Acting, bob: Acting, charlie: Acting, mira: Person) -> None:
    assert list(find_own(alice, "fenni mir")) == [mira]
    assert not find_own(alice, "m")
    assert not find_own(alice, " ")
    assert not find_own(bob, "mira")
    assert not find_own(charlie, "mira")


def test_an_exact_look_leads_to_the_glass(alice: Acting, charlie: Acting, school: Organisation, mira: Person) -> None:
    dana = curious(school)
    with transaction_of(dana):
        found = find_own_exactly(dana, HER)
    assert [(each.open, each.behind_glass) for each in found.records] == [(None, mira.pk)]
    with transaction_of(alice):
        found = find_own_exactly(alice, HER)
    assert [(each.open, each.behind_glass) for each in found.records] == [(mira, None)]
    with transaction_of(charlie):
        assert find_own_exactly(charlie, HER).state is MatchState.NONE
    assert SearchHit.objects.filter(person=mira).count() == 2


def test_an_exact_look_never_tells_of_a_restricted_record(alice: Acting, school: Organisation, mira: Person) -> None:
    hide_restricted(alice, mira)
    dana = curious(school)
    counts = []
    for wanted in (HER, replace(HER, given_name="Nobody")):
        with transaction_of(dana), CaptureQueriesContext(connection) as queries:
            found = find_own_exactly(dana, wanted)
        assert (found.state, found.records) == (MatchState.NONE, ())
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert SearchHit.objects.filter(person=mira).count() == 1


def test_a_baby_without_a_birthday_and_people_without_a_file_have_no_keys(alice: Acting, mira: Person) -> None:
    begun(alice, Known("Baby", "Fennimore", expected_on=date(2027, 2, 1)))
    assert set(IndexKey.objects.values_list("person", flat=True)) == {mira.pk}


def test_a_name_that_one_goes_by_is_a_key_too(alice: Acting, charlie: Acting) -> None:
    child = begun(alice, Known("Ottoline", "Fennimore", date(2012, 5, 13), BirthCertainty.TOLD, known_as="Lina"))
    working(alice, child)
    assert asked(charlie, replace(HER, given_name="Lina", born_on=date(2012, 5, 13))).state is MatchState.MATCH


def test_the_page_about_looking_up_has_the_thresholds() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/look-up.md").read_text("utf-8")
    for kind, points in POINTS.items():
        assert f"| {kind.label} | {points} |" in page
    assert f"**{MATCH} points or more**" in page
    assert f"**{POTENTIAL} points or more**" in page
    assert f"more than {MOST}" in page


def test_one_agency_with_many_possible_ones() -> None:
    agency = Organisation(name="x").pk
    met = [Met(agency, Person().pk, KeyKind.NAME_AND_YEAR) for _ in range(4)]
    assert state_of(met)[0] is MatchState.MANY
    assert state_of(met[:3])[0] is MatchState.POTENTIAL
    assert set(POINTS) == set(KeyKind)
