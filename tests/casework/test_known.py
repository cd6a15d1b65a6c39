"""What the record answers by itself: only what it says, under names that the pack has, each with its row."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharewell.casework import known_answers
from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.keep import keep
from sharewell.casework.known import AGES, known
from sharewell.casework.known_fact import Known
from sharewell.casework.snapshot import Asked, Child, Noted, Snapshot, snapshot_of
from sharewell.register.competence import CompetenceAssessment
from sharewell.register.consent import Capacity, Consent, ConsentItem
from sharewell.register.family import CourtOrder, Kinship, OrderKind
from sharewell.register.holding import InformationItem
from sharewell.register.request import Direction, InformationRequest
from sharewell.register.safety import MarkKind, SafetyMark
from tests.casework.record_rows import ON, a_child, a_parent, a_request, an_organisation, rules, wanted

FACTS = rules().edition.facts
#: Fact to every answer that a mapping can give.
GIVES = {
    "age-band": {*AGES, "unborn"},
    "sharer-kind": set(known_answers.OUR_SECTOR.values()),
    "recipient-kind": {*known_answers.THEIR_SECTOR.values(), *known_answers.KIN.values(), "child-self"},
    "purpose-fit": set(known_answers.PURPOSE_FIT.values()),
    "care-status": set(known_answers.CARE.values()),
    "category": set(known_answers.CATEGORY.values()),
    "evidence-kind": set(known_answers.EVIDENCE.values()),
    "told-in-confidence": set(known_answers.LEVEL.values()),
    "asking-risk": set(known_answers.NOT_ASKED_RISK.values()),
    "asked-so-far": {known_answers.ASKED_UNSAFE, "child-yes", "child-no", "parent-yes", "parent-no", "not-clear"},
    "child-agreement": set(known_answers.AGREEMENT.values()),
    "parent-agreement": set(known_answers.AGREEMENT.values()),
    "understanding": {"able", "not-able", "not-assessed"},
    "capacity": {"able", "not-able-impairment", "doubted-not-assessed"},
    "immediate-danger": {"yes"},
    "started-by": {"us", "them"},
    "identity-checked": {"yes"},
    "routine": {"one-off", "routine-agreed"},
    "must-not-know": {"yes", "no"},
    "no-go-parents": {"yes"},
    "holds-pr": {"yes", "no"},
    "pr-limited": {"yes"},
    "order-forbids": {"yes"},
    "under-pressure": {"yes", "no"},
    "parents-in-conflict": {"yes"},
    "agreement-covers": {"yes", "no"},
    "child-view": {"not-sought"},
    "third-party": {"informant"},
}
BLANK = Snapshot(
    on=ON,
    child=Child(uuid.uuid4(), None, "", None),
    asked=Asked(
        row=uuid.uuid4(), direction="ours", trigger="own-initiative", kind="one-off", agreement="",
        identity_checked=False, compatible="", recipient=None, recipient_sector="", own_row=uuid.uuid4(),
        own_sector="other", person=None,
    ),
)  # fmt: skip


def said(seen: Snapshot) -> dict[str, str]:
    return {fact: each.answer for fact, each in known(seen, FACTS).items()}


@pytest.mark.parametrize("fact", GIVES)
def test_every_name_is_the_packs(fact: str) -> None:
    assert GIVES[fact] <= set(FACTS[fact].domain)


def test_a_blank_record_says_no_more_than_the_request() -> None:
    assert said(BLANK) == {"started-by": "us", "routine": "one-off"}


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2013, 11, 26), "under-13"),
        (date(2013, 11, 25), "13-15"),
        (date(2010, 11, 26), "13-15"),
        (date(2010, 11, 25), "16-17"),
        (date(2008, 11, 25), "18-plus"),
    ],
)
def test_ages_change_on_the_birthday(born: date, band: str) -> None:
    child = replace(BLANK.child, born_on=born, born_certainty="told")
    assert said(replace(BLANK, child=child))["age-band"] == band
    guessed = replace(child, born_certainty="estimated")
    assert "age-band" not in said(replace(BLANK, child=guessed))


def test_a_child_before_birth() -> None:
    child = replace(BLANK.child, expected_on=ON + timedelta(days=40))
    assert said(replace(BLANK, child=child))["age-band"] == "unborn"
    assert "age-band" not in said(replace(BLANK, child=replace(child, expected_on=ON - timedelta(days=1))))


def test_health_may_be_a_hospital_or_a_surgery() -> None:
    asked = replace(BLANK.asked, recipient=uuid.uuid4(), recipient_sector="health", own_sector="health")
    assert not {"recipient-kind", "sharer-kind"} & said(replace(BLANK, asked=asked)).keys()


def test_items_that_differ_say_nothing() -> None:
    rows = tuple(Noted("informationitem", uuid.uuid4(), says) for says in ("education", "offence"))
    assert "category" not in said(replace(BLANK, items=rows))
    assert said(replace(BLANK, items=rows[:1]))["category"] == "education"


def test_parents_who_differ_are_in_conflict() -> None:
    rows = tuple(Noted("consent", uuid.uuid4(), says, uuid.uuid4(), more="parent") for says in ("given", "refused"))
    found = said(replace(BLANK, consents=rows, decides=rows))
    assert (found["parents-in-conflict"], found["asked-so-far"]) == ("yes", "not-clear")
    assert "parent-agreement" not in found


def test_other_rules_are_not_answered_in_words_they_do_not_have() -> None:
    assert known(BLANK, {}) == {}


@pytest.fixture
def record(alice: Acting) -> InformationRequest:
    with transaction_of(alice):
        child = a_child(alice)
        mother = a_parent(alice, child, given="Marian")
        return a_request(
            alice,
            child,
            said=wanted(
                None, direction=Direction.THEIRS, asked_for="The report", person=mother.pk,
                identity_checked_how="Known to us",
            ),
        )  # fmt: skip


@pytest.mark.django_db
def test_a_mother_asks(alice: Acting, record: InformationRequest) -> None:
    mother = record.person
    assert mother is not None
    with transaction_of(alice):
        found = known(snapshot_of(alice, record), FACTS)
        assert {fact: each.answer for fact, each in found.items()} == {
            "age-band": "13-15", "started-by": "them", "recipient-kind": "parent", "identity-checked": "yes",
            "routine": "one-off", "must-not-know": "no", "holds-pr": "yes",
        }  # fmt: skip
        assert found["recipient-kind"] == Known(
            "recipient-kind", "parent", "relationship", found["recipient-kind"].row, "Who they are to the child"
        )
        keep(
            alice,
            SafetyMark(
                child=record.child, kind=MarkKind.MUST_NOT_KNOW, person=mother, reason="Violence", source="Police",
                review_on=ON + timedelta(days=90),
            ),
            "mark-made",
        )  # fmt: skip
        for kind in (OrderKind.DISCLOSURE_BAN, OrderKind.PR_REMOVED):
            keep(alice, CourtOrder(child=record.child, against=mother, kind=kind, made_on=ON), "order-recorded")
        now = said(snapshot_of(alice, record))
    assert (now["must-not-know"], now["order-forbids"], now["pr-limited"]) == ("yes", "yes", "yes")


@pytest.mark.django_db
def test_a_competent_child_says_no(alice: Acting) -> None:
    with transaction_of(alice):
        child = a_child(alice)
        body = an_organisation()
        record = a_request(alice, child, said=wanted(body))
        assessed = keep(
            alice,
            CompetenceAssessment(
                child=child, request=record, decision_about=record.purpose, understands_what="yes",
                understands_who="yes", understands_consequences="yes", understands_choice="yes", weighs="yes",
                keeps_view="yes", under_pressure="no", reasoning="Clear and steady.", outcome="competent",
                assessed_on=ON,
            ),
            "competence-assessed",
        )  # fmt: skip
        consent = keep(
            alice,
            Consent(
                child=child, by_person=child, capacity=Capacity.CHILD_COMPETENT, answer="refused", route="spoken",
                purpose=record.purpose, answered_on=ON, request=record, competence=assessed,
            ),
            "consent-recorded",
        )  # fmt: skip
        found = known(snapshot_of(alice, record), FACTS)
    assert found["asked-so-far"].answer == "child-no"
    assert found["child-agreement"].row == consent.pk
    assert (found["understanding"].answer, found["under-pressure"].answer) == ("able", "no")


@pytest.mark.django_db
def test_two_parents_disagree_and_a_grid_covers(alice: Acting) -> None:
    with transaction_of(alice):
        child = a_child(alice, born=date(2018, 1, 1))
        body = an_organisation()
        item = keep(
            alice,
            InformationItem(
                child=child, title="Attendance", text="Late on Mondays", mark="fact", category="education",
                learned_on=ON, level="open",
            ),
            "item-recorded",
        )  # fmt: skip
        record = a_request(alice, child, said=wanted(body, items=(item.pk,)))
        for given, answer, kinship in (("Marian", "given", Kinship.MOTHER), ("Piers", "refused", Kinship.FATHER)):
            consent = keep(
                alice,
                Consent(
                    child=child, by_person=a_parent(alice, child, given=given, kinship=kinship), capacity="parent",
                    answer=answer, route="spoken", purpose=record.purpose, explained="What, to whom, why",
                    answered_on=ON, request=record,
                ),
                "consent-recorded",
            )  # fmt: skip
            keep(
                alice,
                ConsentItem(consent=consent, recipient=body, category="education", allowed="yes"),
                "consent-item-kept",
            )
            if answer == "given":
                agreed = said(snapshot_of(alice, record))
        differ = said(snapshot_of(alice, record))
    assert (agreed["parent-agreement"], agreed["agreement-covers"], agreed["category"]) == (
        "agreed",
        "yes",
        "education",
    )
    assert (differ["parents-in-conflict"], differ["asked-so-far"]) == ("yes", "not-clear")
    assert "parent-agreement" not in differ


def test_what_else_a_request_says() -> None:
    routine = replace(BLANK.asked, kind="routine", agreement="ISA-12", trigger="emergency", person=BLANK.child.row)
    found = said(replace(BLANK, asked=routine))
    assert found["routine"] == "routine-agreed"
    assert found["immediate-danger"] == "yes"
    assert found["recipient-kind"] == "child-self"


def test_a_birthday_to_come_is_no_age() -> None:
    child = replace(BLANK.child, born_on=ON + timedelta(days=1), born_certainty="told")
    assert "age-band" not in said(replace(BLANK, child=child))


def test_parental_responsibility_that_ended_and_a_care_order() -> None:
    father = uuid.uuid4()
    asked = replace(BLANK.asked, person=father)
    ended = Noted("parentalresponsibility", uuid.uuid4(), "court-order", father, more="ended")
    order = Noted("parentalresponsibility", uuid.uuid4(), "care-order", None, more="seen")
    found = said(replace(BLANK, asked=asked, responsibility=(ended, order)))
    assert (found["holds-pr"], found["care-status"]) == ("no", "care-order")
    claimed = replace(ended, says="claimed", more="seen")
    assert "holds-pr" not in said(replace(BLANK, asked=asked, responsibility=(claimed,)))


def test_a_parent_answers_for_a_child_who_cannot() -> None:
    row = Noted("consent", uuid.uuid4(), "given", uuid.uuid4(), more="parent")
    unable = Noted("competenceassessment", uuid.uuid4(), "not-competent", more="no")
    found = said(replace(BLANK, consents=(row,), decides=(row,), competence=(unable,)))
    assert (found["asked-so-far"], found["understanding"]) == ("parent-yes", "not-able")
    assert said(replace(BLANK, consents=(row,), decides=(row,)))["asked-so-far"] == "not-clear"


def test_why_nobody_was_asked() -> None:
    risk = Noted("notasked", uuid.uuid4(), "risk-to-child")
    assert said(replace(BLANK, not_asked=(risk,)))["asked-so-far"] == "nobody-unsafe"
    told = said(replace(BLANK, not_asked=(replace(risk, says="duty"),)))
    assert not {"asked-so-far", "asking-risk"} & told.keys()
