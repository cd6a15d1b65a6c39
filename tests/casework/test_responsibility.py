"""The matrix of parental responsibility: who holds it on a day, on what, and what limits it."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.family_of import Family, family_of
from sharewell.casework.record_court_order import Order, end_court_order, record_court_order
from sharewell.casework.record_parental_responsibility import (
    Claim,
    end_parental_responsibility,
    record_parental_responsibility,
)
from sharewell.casework.refusal import AlreadyDone, NotThere, Unfinished
from sharewell.casework.responsibility import GROUNDS, ORDERS, Holding, Standing, standing_of
from sharewell.register.family import Ground, Kinship, OrderKind
from sharewell.register.organisation import Organisation, Sector
from sharewell.register.person import Person
from tests.casework.children import ON, begun, curious, later, relative

SEEN = date(2026, 9, 1)
THEN = date(2012, 6, 1)


def holding(ground: Ground, **more: object) -> Holding:
    return replace(Holding(uuid.uuid4(), ground, "Somebody", seen_on=SEEN, from_on=THEN), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "standing"),
    [
        (holding(Ground.BIRTH_MOTHER), Standing.HELD),
        (holding(Ground.BIRTH_MOTHER, seen_on=None, from_on=None), Standing.HELD),
        (holding(Ground.MARRIED_FATHER), Standing.HELD),
        (holding(Ground.MARRIED_FATHER, seen_on=None), Standing.NOT_SHOWN),
        (holding(Ground.REGISTERED), Standing.HELD),
        (holding(Ground.REGISTERED, from_on=None), Standing.NOT_SHOWN),
        (holding(Ground.REGISTERED, from_on=date(2003, 12, 1)), Standing.HELD),
        (holding(Ground.REGISTERED, from_on=date(2003, 11, 30)), Standing.NOT_HELD),
        (holding(Ground.REGISTERED, from_on=date(2009, 4, 5), kinship="parent"), Standing.NOT_HELD),
        (holding(Ground.REGISTERED, from_on=date(2009, 4, 6), kinship="parent"), Standing.HELD),
        (holding(Ground.AGREEMENT), Standing.HELD),
        (holding(Ground.AGREEMENT, from_on=date(2005, 12, 29), kinship="step-parent"), Standing.NOT_HELD),
        (holding(Ground.COURT_ORDER, seen_on=None), Standing.NOT_SHOWN),
        (holding(Ground.LIVES_WITH, expires_on=date(2026, 11, 24)), Standing.ENDED),
        (holding(Ground.LIVES_WITH, expires_on=ON), Standing.HELD),
        (holding(Ground.GUARDIAN), Standing.HELD),
        (holding(Ground.SPECIAL_GUARDIAN, from_on=date(2005, 12, 29)), Standing.NOT_HELD),
        (holding(Ground.EMERGENCY_ORDER), Standing.NOT_SHOWN),
        (holding(Ground.EMERGENCY_ORDER, expires_on=date(2026, 12, 1)), Standing.HELD),
        (holding(Ground.CARE_ORDER), Standing.HELD),
        (holding(Ground.CARE_ORDER, from_on=date(2026, 12, 1)), Standing.NOT_HELD),
        (holding(Ground.CLAIMED), Standing.NOT_SHOWN),
        (holding(Ground.ELSEWHERE), Standing.HELD),
        (holding(Ground.MARRIED_FATHER, ended_on=ON, ended_because="Order"), Standing.ENDED),
    ],
    ids=lambda each: each.ground.value if isinstance(each, Holding) else each.name,
)
def test_each_ground_by_itself(given: Holding, standing: Standing) -> None:
    found, why = standing_of(given, ON)
    assert found is standing
    assert all(why)


def test_every_ground_and_every_order_has_its_law() -> None:
    assert set(GROUNDS) == set(Ground)
    assert set(ORDERS) == set(OrderKind)
    assert all(each.cite for each in GROUNDS.values())
    assert all(each.cite for each in ORDERS.values())
    assert all(GROUNDS[ground].wants for ground in Ground)


@pytest.fixture
def mira(alice: Acting) -> Person:
    return begun(alice)


@pytest.fixture
def council(db: None) -> Organisation:
    return Organisation.objects.create(name="Aldermere Council", sector=Sector.SOCIAL_CARE)


def claim(who: Acting, child: Person, ground: Ground, **more: object) -> uuid.UUID:
    to = {key: more.pop(key) for key in ("holder", "council") if key in more}
    told = {"evidence": "The paper", "evidence_seen_on": SEEN, "from_on": THEN, **more}
    with transaction_of(who):
        return record_parental_responsibility(who, child.pk, claim=Claim(ground, **told), **to).pk  # type: ignore[arg-type]


def standings(family: Family) -> dict[str, Standing]:
    return {each.name: each.standing for each in family.holdings}


@pytest.mark.django_db
class TestTogether:
    def test_a_care_order_limits_the_parents(self, alice: Acting, mira: Person, council: Organisation) -> None:
        mother = relative(alice, mira, "Ottilie", Kinship.MOTHER)
        claim(alice, mira, Ground.BIRTH_MOTHER, holder=mother.pk)
        claim(alice, mira, Ground.CARE_ORDER, council=council.pk, from_on=date(2025, 1, 1))
        family = family_of(mira, ON)
        assert standings(family) == {"Ottilie Fennimore": Standing.LIMITED, "Aldermere Council": Standing.HELD}
        assert [each.name for each in family.unlimited] == ["Aldermere Council"]

    def test_an_adoption_ends_what_was_before(self, alice: Acting, mira: Person) -> None:
        mother = relative(alice, mira, "Ottilie", Kinship.BIRTH_PARENT)
        adopter = relative(alice, mira, "Pernel", Kinship.ADOPTIVE_PARENT)
        claim(alice, mira, Ground.BIRTH_MOTHER, holder=mother.pk)
        claim(alice, mira, Ground.ADOPTION, holder=adopter.pk, from_on=date(2020, 1, 1))
        assert standings(family_of(mira, ON)) == {
            "Ottilie Fennimore": Standing.ENDED,
            "Pernel Fennimore": Standing.HELD,
        }
        before = family_of(mira, date(2019, 1, 1))
        assert standings(before)["Ottilie Fennimore"] is Standing.HELD

    def test_special_guardians_limit_others_and_not_each_other(self, alice: Acting, mira: Person) -> None:
        people = [relative(alice, mira, name) for name in ("Ottilie", "Pernel", "Quill")]
        claim(alice, mira, Ground.BIRTH_MOTHER, holder=people[0].pk)
        for each in people[1:]:
            claim(alice, mira, Ground.SPECIAL_GUARDIAN, holder=each.pk)
        assert list(standings(family_of(mira, ON)).values()) == [Standing.LIMITED, Standing.HELD, Standing.HELD]

    def test_only_what_counts_limits(self, alice: Acting, mira: Person) -> None:
        people = [relative(alice, mira, name) for name in ("Ottilie", "Pernel")]
        claim(alice, mira, Ground.BIRTH_MOTHER, holder=people[0].pk)
        claim(alice, mira, Ground.ADOPTION, holder=people[1].pk, evidence_seen_on=None)
        assert standings(family_of(mira, ON))["Ottilie Fennimore"] is Standing.HELD

    def test_an_order_limits_whom_it_binds(self, alice: Acting, mira: Person) -> None:
        father, mother = relative(alice, mira, "Jory"), relative(alice, mira, "Ottilie", Kinship.MOTHER)
        claim(alice, mira, Ground.MARRIED_FATHER, holder=father.pk)
        claim(alice, mira, Ground.BIRTH_MOTHER, holder=mother.pk)
        order = Order(OrderKind.PROHIBITED_STEPS, "Not to remove her from school", date(2026, 1, 1), seen_on=SEEN)
        with transaction_of(alice):
            made = record_court_order(alice, mira.pk, order=order, against=father.pk)
        assert standings(family_of(mira, ON)) == {
            "Jory Fennimore": Standing.LIMITED, "Ottilie Fennimore": Standing.HELD,
        }  # fmt: skip
        with transaction_of(alice):
            end_court_order(alice, made.pk, ended_on=ON, reason="Discharged")
            with pytest.raises(AlreadyDone):
                end_court_order(alice, made.pk, ended_on=ON, reason="Discharged")
        assert standings(family_of(mira, ON))["Jory Fennimore"] is Standing.HELD
        assert standings(family_of(mira, date(2026, 11, 24)))["Jory Fennimore"] is Standing.LIMITED

    def test_a_ward_of_court_limits_everybody(self, alice: Acting, mira: Person) -> None:
        mother = relative(alice, mira, "Ottilie", Kinship.MOTHER)
        claim(alice, mira, Ground.BIRTH_MOTHER, holder=mother.pk)
        with transaction_of(alice):
            record_court_order(alice, mira.pk, order=Order(OrderKind.WARDSHIP, "Ward", date(2026, 1, 1)))
        family = family_of(mira, ON)
        assert family.holders
        assert not family.unlimited
        assert "Nobody here has seen it" in family.alerts[0]

    def test_at_eighteen_it_is_over(self, alice: Acting, mira: Person) -> None:
        mother = relative(alice, mira, "Ottilie", Kinship.MOTHER)
        claim(alice, mira, Ground.BIRTH_MOTHER, holder=mother.pk)
        assert family_of(mira, date(2030, 5, 2)).holders
        assert not family_of(mira, date(2030, 5, 3)).holders

    def test_an_order_that_ran_out_is_said(self, alice: Acting, mira: Person) -> None:
        father = relative(alice, mira, "Jory")
        for last, words in ((date(2026, 10, 1), "ran out on 1 October 2026"), (date(2026, 12, 1), "runs out on")):
            order = Order(OrderKind.NON_MOLESTATION, "Not to come near", date(2025, 10, 1), last, seen_on=SEEN)
            with transaction_of(alice):
                record_court_order(alice, mira.pk, order=order, against=father.pk)
            assert any(words in each and "Jory" in each for each in family_of(mira, ON).alerts)

    def test_what_was_known_on_an_earlier_day(self, alice: Acting, mira: Person) -> None:
        mother = relative(alice, mira, "Ottilie", Kinship.MOTHER)
        made = claim(alice, mira, Ground.BIRTH_MOTHER, holder=mother.pk)
        after = later(alice, days=3)
        with transaction_of(after):
            end_parental_responsibility(after, made, ended_on=ON, reason="Adopted")
            with pytest.raises(AlreadyDone):
                end_parental_responsibility(after, made, ended_on=ON, reason="Adopted")
        assert not family_of(mira, ON).holders
        assert family_of(mira, ON, known_on=ON).holders
        assert not family_of(mira, ON, known_on=ON - timedelta(days=1)).holdings

    def test_what_cannot_be_is_refused(self, alice: Acting, mira: Person) -> None:
        for told, field in (
            ({}, "holder"),
            ({"holder": mira.pk}, "holder"),
            ({"holder": uuid.uuid4(), "evidence": " "}, "evidence"),
            ({"holder": uuid.uuid4(), "evidence_seen_on": date(2026, 12, 1)}, "evidence_seen_on"),
            ({"holder": uuid.uuid4(), "expires_on": date(2000, 1, 1)}, "expires_on"),
        ):
            with pytest.raises(Unfinished) as refused:
                claim(alice, mira, Ground.MARRIED_FATHER, **told)
            assert set(refused.value.problems) == {field}
        for told in ({"holder": uuid.uuid4()}, {"council": uuid.uuid4()}):
            with pytest.raises(NotThere):
                claim(alice, mira, Ground.MARRIED_FATHER, **told)

    @pytest.mark.parametrize(
        ("order", "field"),
        [
            (Order(OrderKind.OTHER, " ", THEN), "says"),
            (Order(OrderKind.OTHER, "x", date(2026, 12, 1)), "made_on"),
            (Order(OrderKind.OTHER, "x", THEN, date(2000, 1, 1)), "expires_on"),
            (Order(OrderKind.OTHER, "x", THEN, seen_on=date(2026, 12, 1)), "seen_on"),
        ],
    )
    def test_an_order_says_what_and_when(self, alice: Acting, mira: Person, order: Order, field: str) -> None:
        with transaction_of(alice), pytest.raises(Unfinished) as refused:
            record_court_order(alice, mira.pk, order=order)
        assert set(refused.value.problems) == {field}

    def test_ends_say_why_and_when(self, alice: Acting, mira: Person) -> None:
        mother = relative(alice, mira, "Ottilie", Kinship.MOTHER)
        made = claim(alice, mira, Ground.BIRTH_MOTHER, holder=mother.pk)
        with transaction_of(alice):
            order = record_court_order(alice, mira.pk, order=Order(OrderKind.OTHER, "x", THEN))
            for end, row in ((end_parental_responsibility, made), (end_court_order, order.pk)):
                with pytest.raises(Unfinished) as refused:
                    end(alice, row, ended_on=date(2026, 12, 1), reason=" ")
                assert set(refused.value.problems) == {"reason", "ended_on"}

    def test_nobody_else_writes_or_ends(
        self, alice: Acting, bob: Acting, charlie: Acting, school: Organisation, mira: Person
    ) -> None:
        mother = relative(alice, mira, "Ottilie", Kinship.MOTHER)
        made = claim(alice, mira, Ground.BIRTH_MOTHER, holder=mother.pk)
        with transaction_of(alice):
            order = record_court_order(alice, mira.pk, order=Order(OrderKind.OTHER, "x", THEN))
        for other in (bob, charlie, curious(school)):
            with pytest.raises(NotThere):
                claim(other, mira, Ground.BIRTH_MOTHER, holder=mother.pk)
            with transaction_of(other):
                with pytest.raises(NotThere):
                    record_court_order(other, mira.pk, order=Order(OrderKind.OTHER, "x", THEN))
                with pytest.raises(NotThere):
                    end_parental_responsibility(other, made, ended_on=ON, reason="x")
                with pytest.raises(NotThere):
                    end_court_order(other, order.pk, ended_on=ON, reason="x")

    def test_it_takes_three_queries(self, alice: Acting, mira: Person, django_assert_num_queries: object) -> None:
        for name in ("Ottilie", "Pernel", "Quill"):
            claim(alice, mira, Ground.BIRTH_MOTHER, holder=relative(alice, mira, name).pk)
        with django_assert_num_queries(3):  # type: ignore[operator]
            family_of(mira, ON)
