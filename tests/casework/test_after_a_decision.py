"""After a decision: what was given, that it arrived, what came of it, and looking again when something new comes up."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.decide import decide
from sharewell.casework.deciding import ItemChoice
from sharewell.casework.keep import keep
from sharewell.casework.known_fact import Known
from sharewell.casework.ledger_proof import proof_of
from sharewell.casework.reconsider import changed_answers, let_stand, news_since, reconsider
from sharewell.casework.record_disclosure import Given, follow_up, record_disclosure, record_receipt
from sharewell.casework.refusal import ChangedMeanwhile, NotThere, Unfinished
from sharewell.casework.stage import Stage, stages_of
from sharewell.register.decision import Choice, Decision, ReconsiderationAnswer
from sharewell.register.disclosure import DisclosedItem, Disclosure, FollowUpKind
from sharewell.register.holding import InformationItem
from sharewell.register.organisation import Channel
from sharewell.register.person import Person
from sharewell.register.voice import Review, View
from tests.casework.record_rows import ON, a_child, a_request, deciding, determined, wanted

pytestmark = pytest.mark.django_db
GIVEN = Given("Priya Nair", Channel.SECURE_MAIL, recipient_role="Group worker", conditions="For the group only")


def an_item(who: Acting, child: Person, title: str) -> InformationItem:
    row = InformationItem(
        child=child, title=title, text=f"{title}, in full", mark="fact", category="care", learned_on=ON, level="open"
    )
    return keep(who, row, "item-recorded")


@pytest.fixture
def child(alice: Acting) -> Person:
    with transaction_of(alice):
        return a_child(alice)


@pytest.fixture
def shared(alice: Acting, child: Person) -> Decision:
    """A decision that gives one item, part of another, and holds a third back."""
    with transaction_of(alice):
        items = [an_item(alice, child, title) for title in ("Bruises", "A drawing", "A neighbour")]
        about = a_request(
            alice, child, said=wanted(None, person_name="PC Hall", items=tuple(each.pk for each in items))
        )
        return decide(
            alice,
            about.pk,
            deciding=deciding(
                about, determined(alice, about), choice=Choice.SHARE_PART,
                items=(
                    ItemChoice(items[0].pk, "whole"), ItemChoice(items[1].pk, "part", "Only the date"),
                    ItemChoice(items[2].pk, "none", "Not needed"),
                ),
            ),
        )  # fmt: skip


@pytest.mark.parametrize(
    "items",
    [
        (),
        (("Bruises", "whole", ""),),
        (("Bruises", "none", "No"), ("A drawing", "none", "No"), ("A neighbour", "none", "No")),
        (("Bruises", "whole", ""), ("A drawing", "part", " "), ("A neighbour", "whole", "")),
    ],
)
def test_each_item_has_its_word(alice: Acting, shared: Decision, items: tuple[tuple[str, str, str], ...]) -> None:
    pks = {each.item.title: each.item_id for each in shared.items.all()}
    form = deciding(
        shared.request, shared.determination, choice=Choice.SHARE_PART, replaces=shared.pk, replaces_because="Again",
        items=tuple(ItemChoice(pks[title], given, why) for title, given, why in items),
    )  # fmt: skip
    with transaction_of(alice), pytest.raises(Unfinished) as refused:
        decide(alice, shared.request_id, deciding=form)
    assert list(refused.value.problems) == ["items"]


def test_sharing_part_is_not_sharing_all(alice: Acting, shared: Decision) -> None:
    every = tuple(ItemChoice(each.item_id, each.given, each.why) for each in shared.items.all())
    form = deciding(
        shared.request, shared.determination, choice=Choice.SHARE, replaces=shared.pk, replaces_because="Again",
        items=every,
    )  # fmt: skip
    with transaction_of(alice):
        with pytest.raises(Unfinished) as refused:
            decide(alice, shared.request_id, deciding=form)
        assert list(refused.value.problems) == ["choice"]
        with pytest.raises(Unfinished):
            decide(
                alice, shared.request_id, deciding=replace(form, items=(*every, ItemChoice(uuid.uuid4(), "none", "x")))
            )


def test_what_was_given_is_recorded_once(alice: Acting, shared: Decision) -> None:
    once = uuid.uuid4()
    whole, part, none = (each.item_id for each in shared.items.order_by("given", "id").reverse())
    with transaction_of(alice):
        assert stages_of([shared.request])[0].stage is Stage.TO_GIVE
        given = replace(GIVEN, items=((whole, ""), (part, "On 3 November")))
        made = record_disclosure(alice, shared.pk, given=given, once=once)
        assert record_disclosure(alice, shared.pk, given=given, once=once) == made
        assert stages_of([shared.request])[0].stage is Stage.DECIDED
        receipt = uuid.uuid4()
        for _ in range(2):
            record_receipt(
                alice, made.pk, confirmed_by="Priya Nair", confirmed_at=alice.at, reference="YC-9", once=receipt
            )
        after = uuid.uuid4()
        for _ in range(2):
            follow_up(alice, shared.pk, kind=FollowUpKind.OUTCOME, text="She goes on Fridays.", once=after)
        for wrong in (
            replace(GIVEN, items=((none, ""),)),
            replace(GIVEN, items=((part, ""),)),
            replace(GIVEN, recipient_name=" "),
            replace(GIVEN, sent_at=alice.at + timedelta(days=1)),
        ):
            with pytest.raises(Unfinished):
                record_disclosure(alice, shared.pk, given=wrong, once=uuid.uuid4())
        with pytest.raises(Unfinished):
            record_receipt(alice, made.pk, confirmed_by="", confirmed_at=alice.at, once=uuid.uuid4())
        with pytest.raises(Unfinished):
            record_receipt(
                alice, made.pk, confirmed_by="P", confirmed_at=alice.at + timedelta(hours=1), once=uuid.uuid4()
            )
        with pytest.raises(Unfinished):
            follow_up(alice, shared.pk, kind=FollowUpKind.ACTION, text=" ", once=uuid.uuid4())
        with pytest.raises(NotThere):
            record_receipt(alice, uuid.uuid4(), confirmed_by="P", confirmed_at=alice.at, once=uuid.uuid4())
    assert Disclosure.objects.count() == 1
    assert set(DisclosedItem.objects.values_list("text", flat=True)) == {"Bruises, in full", "On 3 November"}
    proof = proof_of(made)
    assert proof is not None
    assert proof.opens
    assert proof_of(Disclosure(agency=alice.organisation)) is None


def test_nothing_goes_under_a_decision_not_to_share(alice: Acting, child: Person, shared: Decision) -> None:
    with transaction_of(alice):
        again = deciding(
            shared.request, shared.determination, choice=Choice.NOT_YET, review_on=ON + timedelta(days=5),
            departs_because="The account changed.", replaces=shared.pk, replaces_because="She took it back.", told=(),
        )  # fmt: skip
        no = decide(alice, shared.request_id, deciding=again)
        for decision in (no, shared):
            with pytest.raises(Unfinished):
                record_disclosure(alice, decision.pk, given=GIVEN, once=uuid.uuid4())


def test_who_may(alice: Acting, bob: Acting, charlie: Acting, shared: Decision) -> None:
    for who in (bob, charlie):
        with transaction_of(who):
            with pytest.raises(NotThere):
                record_disclosure(who, shared.pk, given=GIVEN, once=uuid.uuid4())
            with pytest.raises(NotThere):
                reconsider(who, shared.pk, because="New")
            with pytest.raises(NotThere):
                follow_up(who, shared.pk, kind=FollowUpKind.OUTCOME, text="x", once=uuid.uuid4())


def test_something_new_asks_for_another_look(alice: Acting, child: Person, shared: Decision) -> None:
    later = replace(alice, at=alice.at + timedelta(hours=2))
    with transaction_of(alice):
        assert news_since([shared]) == {}
        assert news_since([]) == {}
    with transaction_of(later):
        elsewhere = a_request(later, child)
        for request in (elsewhere, None):
            keep(
                later,
                View(
                    child=child, by_person=child, request=request, about="The group", own_words="No, not now.",
                    obtained="said", said_on=ON,
                ),
                "view-recorded",
            )  # fmt: skip
        found = news_since([shared])[shared.pk]
        assert [each.words for each in found] == ["Somebody’s view was written down"], "not what another is about"
        assert stages_of([shared.request])[0].stage is Stage.LOOK_AGAIN
        with pytest.raises(Unfinished):
            let_stand(later, shared.pk, reason=" ")
        with pytest.raises(Unfinished):
            reconsider(later, shared.pk, because=" ")
        waiting = reconsider(later, shared.pk, because="She said no", row=found[0].row)
        assert reconsider(later, shared.pk, because="Again") == waiting
        answer = let_stand(later, shared.pk, reason="She meant another group.")
        assert answer.reconsideration == waiting
        assert news_since([shared]) == {}


def test_a_decision_that_stands_is_looked_at_again_after_as_long(alice: Acting, child: Person) -> None:
    with transaction_of(alice):
        about = a_request(alice, child)
        said = determined(alice, about)
        no = decide(
            alice,
            about.pk,
            deciding=deciding(
                about, said, choice=Choice.NOT_SHARE, review_on=ON + timedelta(days=14), told=(),
                departs_because="The bruises are explained.", reconsider_if="A new bruise",
            ),
        )  # fmt: skip
    later = replace(alice, at=alice.at + timedelta(days=14))
    with transaction_of(later):
        let_stand(later, no.pk, reason="Nothing new was seen.")
    before, after = Review.objects.filter(about=no.pk).order_by("due_at")
    assert before.done_at == later.at
    assert after.done_at is None
    assert after.due_at.date() == ON + timedelta(days=28)


def test_a_refusal_is_reconsidered_and_replaced(alice: Acting, child: Person) -> None:
    with transaction_of(alice):
        about = a_request(alice, child)
        said = determined(alice, about)
        no = decide(
            alice,
            about.pk,
            deciding=deciding(
                about, said, choice=Choice.NOT_SHARE, review_on=ON + timedelta(days=14), told=(),
                departs_because="The bruises are explained.", reconsider_if="A new bruise",
            ),
        )  # fmt: skip
    later = replace(alice, at=alice.at + timedelta(days=3))
    with transaction_of(later):
        an_item(later, child, "Another bruise")
        reconsider(later, no.pk, because="Another bruise")
        yes = decide(
            later,
            about.pk,
            deciding=deciding(about, said, replaces=no.pk, replaces_because="There is another bruise."),
        )
        with pytest.raises(ChangedMeanwhile):
            reconsider(later, no.pk, because="Late")
    assert ReconsiderationAnswer.objects.get().stands == "replaced"
    assert (yes.replaces, Decision.objects.count()) == (no, 2)


def test_a_birthday_changes_what_the_record_answers(shared: Decision) -> None:
    row = shared.determination
    row.from_record = {"age-band": {"answer": "13-15"}, "routine": {"answer": "one-off"}}
    now = {name: Known(name, said, "person", uuid.uuid4(), "") for name, said in (("age-band", "16-17"),)}
    assert changed_answers(row, now) == ("age-band",)
    assert date.fromisoformat("2026-11-25") == ON
