"""Requests, the answers of the guide while they are worked on, and determinations that can be made again."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.decide import decide
from sharewell.casework.determine_request import determine_request, made_again, newest, release_name
from sharewell.casework.keep import keep
from sharewell.casework.known_fact import Known
from sharewell.casework.make_request import Subject, Wanted, make_request
from sharewell.casework.open_request import open_request
from sharewell.casework.refusal import AlreadyDone, ChangedMeanwhile, MayNot, NotThere, Unfinished
from sharewell.casework.replace_request import replace_request
from sharewell.casework.sit import HeldElsewhere, colleagues_of, hand_over, save_sitting, sit, take_over
from sharewell.casework.stage import Stage, stages_of
from sharewell.policy.determination_form import determination_of, digest_of, text_of
from sharewell.register.decision import Choice
from sharewell.register.holding import InformationItem
from sharewell.register.practitioner import Role
from sharewell.register.relationship import Viewing
from sharewell.register.request import Direction, InformationRequest, Kind, RequestItem, RequestSubject, Sitting
from tests.casework.conftest import someone
from tests.casework.record_rows import (
    ON,
    WORRIED,
    a_child,
    a_request,
    an_organisation,
    deciding,
    determined,
    pack_text,
    rules,
    wanted,
    works_with,
)

pytestmark = pytest.mark.django_db


def test_the_same_form_twice_is_one_request(alice: Acting) -> None:
    once = uuid.uuid4()
    with transaction_of(alice):
        child, body = a_child(alice), an_organisation()
        item = keep(
            alice,
            InformationItem(
                child=child, title="A drawing", mark="observation", category="care", learned_on=ON, level="open"
            ),
            "item-recorded",
        )
        said = wanted(
            body, identity_checked_how="Rang back", items=(item.pk,),
            subjects=(Subject("remove", "Not needed", described="A neighbour"),),
        )  # fmt: skip
        made = make_request(alice, child.pk, wanted=said, once=once)
        assert make_request(alice, child.pk, wanted=said, once=once) == made
        opened, _, right = open_request(alice, made.pk, part="request")
    assert opened == made
    assert right.name == "allocated"
    assert made.identity_checked_at == alice.at
    assert RequestItem.objects.get().item == item
    assert RequestSubject.objects.get().line == "remove"
    assert Viewing.objects.get().part == "request"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"purpose": " "}, "purpose"),
        ({"organisation": None}, "organisation"),
        ({"organisation": uuid.uuid4()}, "organisation"),
        ({"direction": Direction.THEIRS}, "asked_for"),
        ({"kind": Kind.ROUTINE}, "agreement_reference"),
        ({"person": uuid.uuid4()}, "person"),
        ({"items": (uuid.uuid4(),)}, "items"),
    ],
)
def test_what_is_missing_is_said(alice: Acting, more: dict[str, Any], field: str) -> None:
    with transaction_of(alice):
        child = a_child(alice)
        said: Wanted = replace(wanted(an_organisation()), **more)
        with pytest.raises(Unfinished) as refused:
            make_request(alice, child.pk, wanted=said, once=uuid.uuid4())
        assert list(refused.value.problems) == [field]
        with pytest.raises(Unfinished):
            make_request(
                alice, child.pk, wanted=replace(said, received_at=alice.at + timedelta(hours=1)), once=uuid.uuid4()
            )
    assert not InformationRequest.objects.exists()


def test_who_may_ask(alice: Acting, bob: Acting, charlie: Acting) -> None:
    with transaction_of(alice):
        child = a_child(alice)
        about = a_request(alice, child)
    for who in (bob, charlie):
        with transaction_of(who):
            with pytest.raises(NotThere):
                make_request(who, child.pk, wanted=wanted(an_organisation()), once=uuid.uuid4())
            with pytest.raises(NotThere):
                open_request(who, about.pk, part="request")
            with pytest.raises(NotThere):
                determine_request(who, about.pk, rules=rules(), answers={}, known={})
    clerk = someone("Finn Marsh", alice.organisation, Role.ADMINISTRATOR)
    with transaction_of(clerk), pytest.raises(MayNot):
        make_request(clerk, child.pk, wanted=wanted(an_organisation()), once=uuid.uuid4())


def test_a_correction_replaces(alice: Acting) -> None:
    with transaction_of(alice):
        child = a_child(alice)
        old = a_request(alice, child)
        sit(alice, old, pack="england")
        save_sitting(alice, old.pk, trail=["~age-band=under-13", "concern=none"], version=1)
        once = uuid.uuid4()
        said = wanted(an_organisation(), purpose="To get Wren a place")
        new = replace_request(alice, old.pk, wanted=said, once=once)
        assert replace_request(alice, old.pk, wanted=said, once=once) == new
        with pytest.raises(ChangedMeanwhile):
            replace_request(alice, old.pk, wanted=said, once=uuid.uuid4())
        assert stages_of([old, new])[0].stage is Stage.REPLACED
        decide(alice, new.pk, deciding=deciding(new, determined(alice, new)))
        with pytest.raises(AlreadyDone):
            replace_request(alice, new.pk, wanted=said, once=uuid.uuid4())
        bare = replace_request(alice, a_request(alice, child).pk, wanted=said, once=uuid.uuid4())
    assert new.replaces == old
    assert Sitting.objects.get(request=new).trail == ["concern=none"]
    assert not Sitting.objects.filter(request=bare).exists()


def test_answers_are_saved_handed_over_and_taken(alice: Acting, bob: Acting) -> None:
    with transaction_of(alice):
        child = a_child(alice)
        about = a_request(alice, child)
        with pytest.raises(MayNot):
            save_sitting(alice, about.pk, trail=[], version=1)
        row = sit(alice, about, pack="england")
        assert sit(alice, about, pack="england") == row
        row = save_sitting(alice, about.pk, trail=["concern=none"], version=row.version)
        with pytest.raises(ChangedMeanwhile):
            save_sitting(alice, about.pk, trail=[], version=1)
        for nobody in (bob.practitioner.pk, uuid.uuid4()):
            with pytest.raises(Unfinished):
                hand_over(alice, about.pk, to=nobody)
        works_with(bob, child)
        assert colleagues_of(alice, child.pk) == [bob.practitioner]
        hand_over(alice, about.pk, to=bob.practitioner.pk)
        with pytest.raises(HeldElsewhere) as refused:
            save_sitting(alice, about.pk, trail=[], version=3)
        assert refused.value.by == "Bob Tarrant"
        taken = take_over(alice, about.pk)
        assert take_over(alice, about.pk).version == taken.version
    assert (taken.held_by, taken.held_since, taken.trail) == (alice.practitioner, alice.at, ["concern=none"])


def test_a_determination_is_kept_and_can_be_made_again(alice: Acting) -> None:
    with transaction_of(alice):
        child = a_child(alice)
        about = a_request(alice, child)
        came = Known("age-band", "under-13", "person", child.pk, "The date of birth on the record")
        other = Known("concern", "none", "person", child.pk, "Nothing")
        first = determine_request(
            alice, about.pk, rules=rules(), answers=WORRIED, known={"age-band": came, "concern": other}
        )
        assert determined(alice, about) == first == newest(about)
        with pytest.raises(Unfinished):
            determined(alice, about, answers={"concern": "purple"})
    row = newest(about)
    assert row is not None
    assert list(row.from_record) == ["age-band"], "what was answered otherwise did not come from the record"
    assert (row.pack, row.on, row.complete) == ("england", ON, True)
    again = made_again(row, rules().pack)
    assert text_of(again) == row.says
    assert digest_of(row.says) == row.digest
    assert determination_of(row.says) == again
    with pytest.raises(ValueError, match="not the release"):
        made_again(row, rules("hampshire").pack)


def test_a_pack_without_a_release_is_named_by_what_it_would_be() -> None:
    assert len(release_name(pack_text())) == 64


def test_where_requests_stand(alice: Acting) -> None:
    with transaction_of(alice):
        child = a_child(alice)
        fresh, answered, shared, kept = (a_request(alice, child) for _ in range(4))
        for each in (answered, shared, kept):
            determined(alice, each)
        decide(alice, shared.pk, deciding=deciding(shared, determined(alice, shared)))
        decide(
            alice,
            kept.pk,
            deciding=deciding(
                kept, determined(alice, kept), choice=Choice.NOT_SHARE, departs_because="They moved.",
                review_on=ON + timedelta(days=3),
            ),
        )  # fmt: skip
        found = [each.stage for each in stages_of([fresh, answered, shared, kept])]
    assert found == [Stage.TO_ANSWER, Stage.TO_DECIDE, Stage.TO_GIVE, Stage.DECIDED]
