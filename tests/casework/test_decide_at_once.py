"""Two who decide at the same moment: one decision, and the other is told. On a database that really runs at once."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection, connections

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.decide import decide
from sharewell.casework.deciding import Deciding
from sharewell.casework.refusal import ChangedMeanwhile
from sharewell.casework.sit import save_sitting, sit
from sharewell.register.decision import Decision
from sharewell.register.ledger_row import LedgerEntry, LedgerHead
from sharewell.register.request import InformationRequest, Sitting
from tests.casework.record_rows import a_child, a_request, deciding, determined

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="a database in memory has one writer"),
]
TOGETHER = 4


def at_once(acts: list[Callable[[], object]]) -> list[object]:
    """What each act came to, all begun at the same moment; what was refused stands in place of an answer."""
    start, came = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        start.wait(timeout=20)
        try:
            came[place] = act()  # type: ignore[call-overload]  # any answer
        except ChangedMeanwhile as refused:
            came[place] = refused  # type: ignore[call-overload]
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return list(came)


@pytest.fixture
def ready(alice: Acting) -> tuple[InformationRequest, Deciding]:
    with transaction_of(alice):
        request = a_request(alice, a_child(alice))
        return request, deciding(request, determined(alice, request))


def _decides(who: Acting, request: InformationRequest, form: Deciding) -> Callable[[], object]:
    def act() -> object:
        with transaction_of(who):
            return decide(who, request.pk, deciding=form).pk

    return act


def test_the_same_form_at_once_is_one_decision(alice: Acting, ready: tuple[InformationRequest, Deciding]) -> None:
    request, form = ready
    came = at_once([_decides(alice, request, form)] * TOGETHER)
    assert set(came) == {Decision.objects.get().pk}
    assert LedgerEntry.objects.filter(kind="decision-made").count() == 1


def test_two_forms_at_once_are_one_decision_and_a_refusal(
    alice: Acting, ready: tuple[InformationRequest, Deciding]
) -> None:
    request, form = ready
    came = at_once([_decides(alice, request, replace(form, once=uuid.uuid4())) for _ in range(TOGETHER)])
    assert Decision.objects.count() == 1
    assert sum(isinstance(each, ChangedMeanwhile) for each in came) == TOGETHER - 1
    assert LedgerHead.objects.get().size == LedgerEntry.objects.count()


def test_no_answer_is_lost(alice: Acting, ready: tuple[InformationRequest, Deciding]) -> None:
    request, _ = ready
    with transaction_of(alice):
        version = sit(alice, request, pack="england").version

    def answers(number: int) -> Callable[[], object]:
        def act() -> object:
            with transaction_of(alice):
                return save_sitting(alice, request.pk, trail=[f"concern={number}"], version=version).version

        return act

    came = at_once([answers(number) for number in range(TOGETHER)])
    assert came.count(version + 1) == 1
    assert Sitting.objects.get().version == version + 1
    assert connection.vendor == "postgresql"
