"""Accounts, invitations, posts, organisations and contact points: what is done, and every refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.contrib.auth.hashers import check_password as holds

from sharewell.casework import accept_invitation as accepting
from sharewell.casework.accept_invitation import accept_invitation
from sharewell.casework.act import MATRIX, Act, may, require
from sharewell.casework.acting import Acting, acting, transaction_of
from sharewell.casework.add_contact_point import add_contact_point
from sharewell.casework.add_factor import has_factor
from sharewell.casework.add_organisation import add_organisation
from sharewell.casework.begin_organisation import begin_organisation
from sharewell.casework.close_account import close_account
from sharewell.casework.end_post import end_post
from sharewell.casework.invite import GOOD_FOR
from sharewell.casework.make_account import make_account
from sharewell.casework.make_post import make_post
from sharewell.casework.make_team import make_team
from sharewell.casework.may_begin_factor import may_begin_factor
from sharewell.casework.refusal import MayNot, NeedsFreshFactor, NotThere, Refusal, Unfinished
from sharewell.casework.reset_account import reset_account
from sharewell.casework.see_sign_ins import see_sign_ins
from sharewell.casework.set_password import set_password
from sharewell.casework.sign_in import sign_in, sign_out
from sharewell.casework.themself import homes, themself
from sharewell.casework.verify_contact_point import end_contact_point, verify_contact_point
from sharewell.register.ledger_row import LedgerEntry
from sharewell.register.organisation import Channel, ContactPoint, Organisation, Sector
from sharewell.register.practitioner import Post, Practitioner, Role
from tests.casework.accounts import PASSWORD, fresh, later, results, with_app, with_password
from tests.casework.conftest import NOW, someone

pytestmark = pytest.mark.django_db
NEW = "gorse lantern ferry 9"


@pytest.fixture
def dana(school: Organisation) -> Acting:
    """The administrator of Alice’s and Bob’s school, who has just shown her second factor."""
    return fresh(someone("Dana Quill", school, Role.ADMINISTRATOR))


def join(dana: Acting, email: str = "erin.moss@example.org") -> tuple[Practitioner, str]:
    with transaction_of(dana):
        made = make_account(
            dana, email=email, name="Erin Moss", role=Role.PRACTITIONER, title="Teacher", from_on=dana.on
        )
    return made.practitioner, made.code


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("act", list(Act))
def test_the_matrix_is_kept(school: Organisation, role: Role, act: Act) -> None:
    who = someone("Robin Ash", school, role)
    assert may(who, act) == (act in MATRIX[role])
    if act not in MATRIX[role]:
        with pytest.raises(MayNot):
            require(who, act)


def test_only_administrators_look_after_accounts_and_they_open_no_record() -> None:
    assert [role for role in Role if Act.MANAGE_PEOPLE in MATRIX[role]] == [Role.ADMINISTRATOR]
    assert not MATRIX[Role.ADMINISTRATOR] & {Act.SEARCH, Act.OPEN_RECORD, Act.BREAK_GLASS, Act.DISCLOSE}


def test_an_invitation_leads_to_an_account(dana: Acting) -> None:
    erin, code = join(dana)
    assert accept_invitation(f" {code.lower()} ", NEW, at=NOW) == erin
    erin.refresh_from_db()
    assert holds(NEW, erin.password)
    assert may_begin_factor(erin, at=NOW)
    assert not may_begin_factor(erin, at=NOW + GOOD_FOR)


@pytest.mark.parametrize("case", ["wrong", "twice", "late", "replaced", "closed", "no-post"])
def test_a_code_that_is_not_good_is_refused_in_the_same_words(dana: Acting, case: str) -> None:
    erin, code = join(dana)
    at = NOW
    if case == "wrong":
        code = code[:-1] + ("A" if code[-1] != "A" else "B")
    elif case == "twice":
        accept_invitation(code, NEW, at=NOW)
    elif case == "late":
        at = NOW + GOOD_FOR
    elif case == "replaced":
        with transaction_of(dana):
            reset_account(dana, erin.pk)
    elif case == "closed":
        with transaction_of(dana):
            close_account(dana, erin.pk)
    else:
        with transaction_of(dana):
            end_post(dana, Post.objects.get(practitioner=erin).pk)
    with pytest.raises(Unfinished) as refused:
        accept_invitation(code, NEW, at=at)
    assert list(refused.value.problems) == ["code"]
    assert "not right, was used before, or is too old" in refused.value.problems["code"]


def test_of_two_who_use_a_code_at_once_one_is_refused(dana: Acting) -> None:
    _, code = join(dana)
    look = accepting._good
    with (
        patch.object(accepting, "_good", side_effect=lambda *a, lock=False: None if lock else look(*a)),
        pytest.raises(Unfinished),
    ):
        accept_invitation(code, NEW, at=NOW)


def test_a_closed_account_does_nothing_about_itself(alice: Acting) -> None:
    alice.practitioner.closed_at = NOW
    with pytest.raises(NotThere):
        themself(alice.practitioner, at=NOW)


def test_a_weak_password_leaves_the_invitation_good(dana: Acting) -> None:
    _, code = join(dana)
    with pytest.raises(Unfinished) as refused:
        accept_invitation(code, "erin.moss1234", at=NOW)
    assert list(refused.value.problems) == ["password"]
    accept_invitation(code, NEW, at=NOW)


def test_somebody_from_another_partner_keeps_their_account(dana: Acting, charlie: Acting) -> None:
    before = Practitioner.objects.count()
    person, code = join(dana, "Charlie.Okoro@example.org")
    assert (person, code, Practitioner.objects.count()) == (charlie.practitioner, "", before)
    assert [each.name for each in homes(person, at=NOW)] == ["Ashdown Clinic", "Hollybank School"]


@pytest.mark.parametrize("act", [reset_account, close_account])
def test_nobody_reaches_another_partner_through_an_account(
    dana: Acting, charlie: Acting, act: Callable[[Acting, object], object]
) -> None:
    with transaction_of(dana), pytest.raises(NotThere):
        act(dana, charlie.practitioner.pk)
    join(dana, charlie.practitioner.email)
    with transaction_of(dana), pytest.raises(MayNot):
        act(dana, charlie.practitioner.pk)
    with transaction_of(dana), pytest.raises(MayNot):
        act(dana, dana.practitioner.pk)


def test_nobody_gives_themself_a_post(dana: Acting) -> None:
    with transaction_of(dana), pytest.raises(MayNot):
        make_post(dana, dana.practitioner, role=Role.PRACTITIONER, title="Teacher", from_on=dana.on)


def test_a_post_once_and_in_our_own_teams(dana: Acting, alice: Acting, charlie: Acting) -> None:
    with transaction_of(charlie):
        theirs = make_team(replace(charlie, roles=frozenset({Role.ADMINISTRATOR})), name="Clinic team")
    with transaction_of(dana):
        with pytest.raises(Unfinished):
            make_post(dana, alice.practitioner, role=Role.PRACTITIONER, title="Teacher", from_on=dana.on)
        with pytest.raises(Unfinished):
            make_post(dana, alice.practitioner, role=Role.ADVISER, title=" ", from_on=dana.on)
        with pytest.raises(NotThere):
            make_post(dana, alice.practitioner, role=Role.ADVISER, title="Lead", from_on=dana.on, team=theirs.pk)
        ours = make_team(dana, name="Year 9")
        make_post(dana, alice.practitioner, role=Role.ADVISER, title="Lead", from_on=dana.on, team=ours.pk)
    made = acting(alice.practitioner, alice.organisation, at=NOW)
    assert made
    assert (set(made.roles), set(made.teams)) == ({Role.PRACTITIONER, Role.ADVISER}, {ours.pk})


def test_a_post_ends_at_once_and_the_last_administrator_stays(dana: Acting, alice: Acting, charlie: Acting) -> None:
    with transaction_of(dana):
        end_post(dana, Post.objects.get(practitioner=alice.practitioner).pk)
        assert acting(alice.practitioner, alice.organisation, at=NOW) is None
        with pytest.raises(NotThere):
            end_post(dana, Post.objects.get(practitioner=charlie.practitioner).pk)
        with pytest.raises(Unfinished):
            end_post(dana, Post.objects.get(practitioner=dana.practitioner).pk)
        with pytest.raises(NotThere):
            themself(alice.practitioner, at=NOW)


def test_a_post_can_end_on_the_day_it_was_given(dana: Acting) -> None:
    erin, _ = join(dana)
    with transaction_of(dana):
        end_post(dana, Post.objects.get(practitioner=erin).pk)
        assert homes(erin, at=NOW) == ()
        make_post(dana, erin, role=Role.PRACTITIONER, title="Teacher", from_on=dana.on)
    assert [each.name for each in homes(erin, at=NOW)] == ["Hollybank School"]


def test_setting_up_anew_ends_everything_that_signed_in(dana: Acting, alice: Acting) -> None:
    with_app(with_password(alice))
    Practitioner.objects.filter(pk=alice.practitioner.pk).update(subject="tied to a provider")
    with transaction_of(dana):
        code = reset_account(dana, alice.practitioner.pk)
    alice.practitioner.refresh_from_db()
    assert not has_factor(alice)
    assert not holds(PASSWORD, alice.practitioner.password)
    assert (alice.practitioner.signed_out_at, alice.practitioner.subject) == (NOW, "")
    assert accept_invitation(code, NEW, at=NOW) == alice.practitioner


def test_an_account_of_which_something_is_missing_is_not_made(dana: Acting) -> None:
    def make(email: str, name: str) -> set[str]:
        with transaction_of(dana), pytest.raises(Unfinished) as refused:
            make_account(dana, email=email, name=name, role=Role.DUTY, title="Desk", from_on=dana.on)
        return set(refused.value.problems)

    assert make("erin", " ") == {"email", "name"}
    erin, _ = join(dana)
    with transaction_of(dana):
        close_account(dana, erin.pk)
    assert make(erin.email, "Erin Moss") == {"email"}


def attempts(dana: Acting, alice: Acting, point: ContactPoint) -> list[Callable[[Acting], object]]:
    """Every act that only an administrator may do."""
    return [
        lambda who: make_account(who, email="x@example.org", name="X", role=Role.DUTY, title="Desk", from_on=dana.on),
        lambda who: make_post(who, alice.practitioner, role=Role.DUTY, title="Desk", from_on=dana.on),
        lambda who: end_post(who, Post.objects.get(practitioner=alice.practitioner).pk),
        lambda who: reset_account(who, alice.practitioner.pk),
        lambda who: close_account(who, alice.practitioner.pk),
        lambda who: add_organisation(who, name="Fernside Youth Club", sector=Sector.VOLUNTARY),
        lambda who: make_team(who, name="Year 9"),
        lambda who: add_contact_point(
            who, dana.organisation.pk, channel=Channel.PHONE, label="Desk", value="01632 960 001"
        ),
        lambda who: verify_contact_point(who, point.pk, against="Their website"),
        lambda who: end_contact_point(who, point.pk),
    ]


@pytest.mark.parametrize("number", range(10))
def test_nobody_else_may(dana: Acting, alice: Acting, bob: Acting, charlie: Acting, number: int) -> None:
    with transaction_of(dana):
        point = add_contact_point(
            dana, dana.organisation.pk, channel=Channel.PHONE, label="Desk", value="01632 960 001"
        )
    before = LedgerEntry.objects.count()
    attempt = attempts(dana, alice, point)[number]
    for who in (alice, bob, charlie):
        with transaction_of(who), pytest.raises(MayNot):
            attempt(fresh(who))
    assert LedgerEntry.objects.count() == before


@pytest.mark.parametrize("number", range(5))
def test_accounts_want_a_fresh_factor(dana: Acting, alice: Acting, number: int) -> None:
    stale = replace(dana, fresh_until=None)
    with transaction_of(stale), pytest.raises(NeedsFreshFactor):
        attempts(dana, alice, ContactPoint())[number](stale)


def test_an_administrator_of_another_partner_reaches_nothing_here(
    dana: Acting, alice: Acting, clinic: Organisation
) -> None:
    outside = fresh(someone("Omar Veldt", clinic, Role.ADMINISTRATOR))
    with transaction_of(dana):
        point = add_contact_point(dana, clinic.pk, channel=Channel.PHONE, label="Desk", value="01632 960 001")
    for number in (2, 3, 4, 8, 9):
        with transaction_of(outside), pytest.raises(NotThere):
            attempts(dana, alice, point)[number](outside)


def test_a_contact_point_is_verified_against_something(dana: Acting, clinic: Organisation) -> None:
    with transaction_of(dana):
        point = add_contact_point(
            dana, clinic.pk, channel=Channel.SECURE_MAIL, label="Desk", value="desk@clinic.example"
        )
        with pytest.raises(Unfinished):
            verify_contact_point(dana, point.pk, against=" ")
        verify_contact_point(dana, point.pk, against="The number on their website, by ringing")
        point.refresh_from_db()
        assert (point.verified_on, point.verified_by) == (dana.on, dana.practitioner)
        end_contact_point(dana, point.pk)
        with pytest.raises(NotThere):
            verify_contact_point(dana, point.pk, against="Their website")


@pytest.mark.parametrize(
    ("channel", "label", "value", "wrong"),
    [
        (Channel.EMAIL, "Desk", "not an address", {"value"}),
        (Channel.PHONE, "Desk", "ring us", {"value"}),
        (Channel.POST, "", "", {"label", "value"}),
    ],
)
def test_a_contact_point_must_be_one(dana: Acting, channel: Channel, label: str, value: str, wrong: set[str]) -> None:
    with transaction_of(dana):
        with pytest.raises(Unfinished) as refused:
            add_contact_point(dana, dana.organisation.pk, channel=channel, label=label, value=value)
        assert set(refused.value.problems) == wrong
        with pytest.raises(NotThere):
            add_contact_point(dana, uuid4(), channel=Channel.PHONE, label="Desk", value="01632 960 001")


def test_names_are_given_once(dana: Acting) -> None:
    with transaction_of(dana):
        add_organisation(dana, name="Fernside Youth Club", sector=Sector.VOLUNTARY, registration_number="123")
        make_team(dana, name="Year 9")
        for attempt in (
            lambda: add_organisation(dana, name="fernside youth club", sector=Sector.VOLUNTARY),
            lambda: add_organisation(dana, name=" ", sector=Sector.VOLUNTARY),
            lambda: make_team(dana, name="year 9"),
            lambda: make_team(dana, name=""),
        ):
            with pytest.raises(Unfinished):
                attempt()


def test_the_first_organisation_and_its_administrator(db: None) -> None:
    begun = begin_organisation(
        organisation="Aldermere Council",
        sector=Sector.SOCIAL_CARE,
        name="Pat Lowe",
        email="Pat@aldermere.example",
        at=NOW,
    )
    assert accept_invitation(begun.code, NEW, at=NOW) == begun.practitioner
    who = themself(begun.practitioner, at=NOW)
    assert (who.organisation, set(who.roles)) == (begun.organisation, {Role.ADMINISTRATOR})
    kinds = list(LedgerEntry.objects.order_by("sequence").values_list("kind", flat=True))
    assert kinds[:4] == ["organisation-added", "account-made", "post-given", "invitation-made"]
    for name in ("aldermere council", " "):
        with pytest.raises(Unfinished):
            begin_organisation(
                organisation=name, sector=Sector.SOCIAL_CARE, name="Pat Lowe", email="pat@aldermere.example", at=NOW
            )
    second = begin_organisation(
        organisation="Aldermere Housing", sector=Sector.HOUSING, name="Pat Lowe", email="pat@aldermere.example", at=NOW
    )
    assert (second.practitioner, second.code) == (begun.practitioner, "")


def test_a_new_password_ends_other_sessions(alice: Acting) -> None:
    who = fresh(with_password(alice))
    with transaction_of(who):
        for old, new, wrong in (("wrong", NEW, "old"), (PASSWORD, "short", "new"), (PASSWORD, PASSWORD, "new")):
            with pytest.raises(Unfinished) as refused:
                set_password(who, old=old, new=new)
            assert list(refused.value.problems) == [wrong]
        with pytest.raises(NeedsFreshFactor):
            set_password(replace(who, fresh_until=None), old=PASSWORD, new=NEW)
        set_password(who, old=PASSWORD, new=NEW)
    found = Practitioner.objects.get(pk=who.practitioner.pk)
    assert holds(NEW, found.password)
    assert found.signed_out_at == NOW


def test_signing_in_for_an_organisation_without_a_post_is_refused(alice: Acting, clinic: Organisation) -> None:
    refused: list[Refusal] = []
    for place in (clinic.pk, uuid4()):
        with pytest.raises(NotThere) as each:
            sign_in(alice.practitioner, place, way="password, totp", at=NOW)
        refused.append(each.value)
    assert [each.code for each in refused] == ["not-there", "not-there"]
    assert results() == []


def test_a_partner_that_left_lets_nobody_in(alice: Acting) -> None:
    Organisation.objects.update(left_on=NOW.date())
    assert homes(alice.practitioner, at=NOW) == ()


def test_everybody_sees_their_own_sign_ins_and_no_others(alice: Acting, bob: Acting) -> None:
    sign_in(alice.practitioner, alice.organisation.pk, way="password, totp", at=NOW)
    with transaction_of(alice):
        sign_out(later(alice, minutes=1))
    assert [each.result for each in see_sign_ins(alice)] == ["signed-out", "signed-in"]
    assert not see_sign_ins(bob).exists()
