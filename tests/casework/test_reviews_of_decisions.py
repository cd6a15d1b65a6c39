"""What ends the review of a decision: the decision page, never a note in the list of reviews."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.finish_review import finish_review
from sharewell.casework.keep import keep
from sharewell.casework.refusal import Unfinished
from sharewell.register.voice import Review, ReviewKind
from tests.casework.children import begun

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", [ReviewKind.RECORD, ReviewKind.DECISION])
def test_a_note_does_not_end_it(alice: Acting, kind: ReviewKind) -> None:
    with transaction_of(alice):
        planned = Review(child=begun(alice), kind=kind, about=uuid4(), due_at=alice.at + timedelta(1))
        due = keep(alice, planned, "review-planned")
        with pytest.raises(Unfinished) as refused:
            finish_review(alice, due.pk, note="Looked at it")
    assert "note" in refused.value.problems
    assert Review.objects.get(pk=due.pk).done_at is None
