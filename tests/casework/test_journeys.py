"""Published situations, from request to decision: each decided as the rules say, and recorded with the same weight.

Advice, a second person, an emergency and a refusal looked at again have tests of their own beside this.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.decide import decide
from sharewell.casework.departs import FOLLOWS, departs, gives
from sharewell.casework.refusal import Unfinished
from sharewell.casework.stage import Stage, stages_of
from sharewell.policy.outcome import Outcome
from sharewell.register.decision import Choice, Decision
from sharewell.register.ledger_row import LedgerEntry, LedgerHead
from sharewell.register.organisation import Sector
from sharewell.register.request import Direction
from sharewell.register.voice import Review
from tests.casework.record_rows import (
    ON,
    WORRIED,
    a_child,
    a_request,
    an_organisation,
    deciding,
    determined,
    rules,
    wanted,
)

pytestmark = pytest.mark.django_db
S47 = {
    **WORRIED, "started-by": "them", "special-matter": "some", "authority": "s47", "authority-seen": "yes",
    "asked-so-far": "nobody-unsafe", "asking-risk": "undue-delay", "telling-risk": "child-harmed",
}  # fmt: skip
#: Journey, the published case it is (or its answers), and what whoever follows the rules decides.
JOURNEYS = (
    ("a teacher’s worry", "A teacher hears from a cousin", Choice.SHARE),
    ("a competent young person refuses", "A young person able to decide refuses agency checks", Choice.NOT_SHARE),
    ("two parents disagree", "One parent forbids school reports", Choice.SHARE),
    ("police without a reason", "An officer rings a school office", Choice.NOT_YET),
    ("police with reasons", "Detectives write to a school trust", Choice.SHARE),
    ("a child-protection enquiry", "", Choice.SHARE),
)


def answers_of(title: str) -> dict[str, str]:
    """The answers of a published case of the national pack."""
    found = [case for case in rules().pack.cases if case.name.startswith(title)]
    assert len(found) == 1, title
    return dict(found[0].facts)


@pytest.mark.parametrize(("journey", "title", "choice"), JOURNEYS, ids=[each[0] for each in JOURNEYS])
def test_a_journey(alice: Acting, journey: str, title: str, choice: Choice) -> None:
    answers = answers_of(title) if title else S47
    theirs = answers.get("started-by") == "them"
    with transaction_of(alice):
        child = a_child(alice, born=None)
        request = a_request(
            alice,
            child,
            said=wanted(
                an_organisation("Aldermere Police", Sector.POLICE), purpose=journey, asked_for="What we know",
                direction=Direction.THEIRS if theirs else Direction.OURS,
            ),
        )  # fmt: skip
        said = determined(alice, request, answers=answers)
        assert not departs(choice, Outcome(said.outcome), advised=False), said.outcome
        form = deciding(
            request, said, choice=choice,
            review_on=None if gives(choice) else ON + timedelta(days=14),
            told_requester="Not for now" if theirs else "",
        )  # fmt: skip
        made = decide(alice, request.pk, deciding=form)
        assert stages_of([request])[0].stage is (Stage.TO_GIVE if gives(choice) else Stage.DECIDED)
    assert Review.objects.filter(about=made.pk).count() == (0 if gives(choice) else 1)
    entries = LedgerEntry.objects.filter(subject=str(made.pk))
    assert [each.kind for each in entries] == ["decision-made"]
    assert LedgerHead.objects.get().size == LedgerEntry.objects.count()


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_a_choice_that_follows_it(outcome: Outcome) -> None:
    assert FOLLOWS[outcome]
    assert (Choice.SHARE in FOLLOWS[outcome]) is (outcome.sharing or outcome is Outcome.WEIGH)


def test_what_the_rules_do_not_settle_waits_for_advice(alice: Acting) -> None:
    assert departs(Choice.SHARE, Outcome.REFER, advised=False)
    assert not departs(Choice.SHARE, Outcome.REFER, advised=True)
    with transaction_of(alice):
        request = a_request(alice, a_child(alice))
        said = determined(alice, request, answers={"immediate-danger": "no"})
        with pytest.raises(Unfinished):
            decide(alice, request.pk, deciding=deciding(request, said))
        decide(alice, request.pk, deciding=deciding(request, said, choice=Choice.GET_ADVICE, told=()))
    assert Decision.objects.get().review_on is None
