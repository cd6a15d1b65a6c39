"""What a child’s record puts on the list of one’s own work, and on nobody else’s."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.ask_to_lift import ask_to_lift
from sharewell.casework.break_glass import break_glass
from sharewell.casework.mark_safety import Mark, mark_safety
from sharewell.register.organisation import Organisation
from sharewell.register.person import Person
from sharewell.register.practitioner import Role
from sharewell.register.relationship import GlassReason
from sharewell.register.safety import MarkKind
from sharewell.web.child.worklist import glass_part, lifts_part
from tests.casework.children import begun, curious, fresh, later, lead_of, tie
from tests.casework.conftest import someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def mira(alice: Acting) -> Person:
    return begun(alice)


def test_a_mark_to_lift_waits_for_somebody_else(alice: Acting, bob: Acting, mira: Person) -> None:
    tie(bob, mira)
    mark = Mark(MarkKind.ADOPTION_CUT, "Adopted", "The court", alice.on + timedelta(days=60))
    with transaction_of(alice):
        made = mark_safety(alice, mira.pk, mark=mark)
        assert lifts_part(bob) is None
        ask_to_lift(alice, made.pk, reason="A mistake")
    part = lifts_part(bob)
    assert part is not None
    assert "Alice Penrose asks" in part.lines[0].detail
    assert part.lines[0].address == f"/children/{mira.pk}/safety/{made.pk}/agree/"
    assert lifts_part(alice) is None
    with transaction_of(bob):
        ask_to_lift(bob, made.pk, reason="A mistake")
    assert len(part.lines) == 1


def test_broken_glass_is_told_to_whom_it_concerns(
    alice: Acting, bob: Acting, charlie: Acting, school: Organisation, mira: Person
) -> None:
    dana, gwen = curious(school), lead_of(school)
    for who in (alice, gwen):
        assert glass_part(who) is None
    with transaction_of(dana):
        break_glass(fresh(dana), mira.pk, reason=GlassReason.CHILD_PRESENT, words="Her grandmother is at the gate")
    told, governs = glass_part(alice), glass_part(gwen)
    assert told is not None
    assert governs is not None
    assert "Dana Lisle" in told.lines[0].words
    assert governs.lines[0].address.startswith("/oversight/glass/")
    for who in (bob, charlie, dana, someone("Edda Marsh", school, Role.ADMINISTRATOR), later(alice, days=15)):
        assert glass_part(who) is None
