"""How a request ends: decided (by two people where the rules say so), given, received, and what came of it."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta

from sharewell.casework.approve import approve
from sharewell.casework.decide import decide
from sharewell.casework.deciding import Deciding, ItemChoice, Told, Weighed
from sharewell.casework.demonstration.people import LEAD
from sharewell.casework.demonstration.world import House, Tale
from sharewell.casework.departs import departs, gives
from sharewell.casework.grounds import law_of
from sharewell.casework.propose import propose
from sharewell.casework.record_disclosure import Given, follow_up, record_disclosure, record_receipt
from sharewell.casework.second_person import calls_for_a_second
from sharewell.policy.determination_form import determination_of
from sharewell.policy.outcome import Outcome
from sharewell.register.decision import Choice, Decision, Harm
from sharewell.register.disclosure import Disclosure, FollowUpKind
from sharewell.register.organisation import Channel
from sharewell.register.request import Determination, InformationRequest, RequestItem

_TOO_YOUNG = 4 * 365


def form(
    tale: Tale, house: House, request: InformationRequest, said: Determination, choice: Choice, **more: object
) -> Deciding:
    """What the practitioner writes. `more` as in `Deciding`; the texts are the story's."""
    holds = choice in (Choice.NOT_SHARE, Choice.NOT_YET)
    filled: dict[str, object] = {
        "rationale": tale.words("rationale"),
        "signature": house.agency.staff[house.worker].practitioner.name,
        "review_on": tale.on + timedelta(days=28) if holds else None,
        "reconsider_if": tale.words("reconsider_if"),
        "law": replace(
            law_of(determination_of(said.says)), necessity=tale.words("necessity"), could_less_do=tale.words("less")
        ),
        "weighed": Weighed(
            harm=tale.words("harm") or Harm.NONE,
            harm_of_sharing=tale.words("harm_of_sharing"),
            harm_of_not_sharing=tale.words("harm_of_not_sharing"),
            concern=tale.words("concern"),
        ),
        "items": _items(tale, request, choice),
        "told": (_told(tale, house),),
        **more,
    }
    departing = departs(choice, Outcome(said.outcome), advised=bool(filled.get("advice")))
    if departing and "departs_because" not in filled:
        filled["departs_because"] = tale.words("departs_because") or "Agreed with the lead: see the reasons"
    return Deciding(choice=choice, determination=said.pk, once=uuid.uuid4(), **filled)  # type: ignore[arg-type]


def decided(
    tale: Tale, house: House, request: InformationRequest, said: Determination, choice: Choice, **more: object
) -> Decision:
    """The decision; where the rules ask for a second person, proposed and approved by whoever leads."""
    made = form(tale, house, request, said, choice, **more)
    with tale.working(house) as who:
        if not calls_for_a_second(said, choice):
            return decide(who, request.pk, deciding=made)
        proposal = propose(who, request.pk, deciding=made)
    tale.later(minutes=25)
    with tale.acting(house.agency.key, LEAD) as lead:
        return approve(lead, proposal.pk, reason="I have read it and I agree")


def given(tale: Tale, house: House, decision: Decision, *, to: str, name: str, role: str = "") -> Disclosure:
    """What was decided goes, by the channel that the partners use."""
    going = tuple(
        (each.item_id, each.protected if each.given == "part" else "") for each in decision.items.exclude(given="none")
    )
    with tale.working(house) as who:
        return record_disclosure(
            who,
            decision.pk,
            given=Given(
                recipient_name=name,
                recipient_role=role,
                organisation=tale.world.organisation(to).pk,
                channel=Channel.SECURE_MAIL,
                security="Secure mailbox of the partnership, address taken from the directory",
                identity_check="Rang back on the number in our directory",
                why_they_need_it=tale.words("why_they_need_it"),
                conditions="For this purpose only; ask us before passing it on",
                keep_until="As long as your own record of the child",
                items=going,
            ),
            once=uuid.uuid4(),
        )


def received(tale: Tale, house: House, disclosure: Disclosure, *, by: str) -> None:
    """They say that it arrived."""
    with tale.working(house) as who:
        record_receipt(who, disclosure.pk, confirmed_by=by, confirmed_at=who.at, once=uuid.uuid4())


def came_of_it(tale: Tale, house: House, decision: Decision, name: str = "outcome") -> None:
    """What came of it, if the story says."""
    if not tale.words(name):
        return
    with tale.working(house) as who:
        follow_up(who, decision.pk, kind=FollowUpKind.OUTCOME, text=tale.words(name), once=uuid.uuid4())


def _items(tale: Tale, request: InformationRequest, choice: Choice) -> tuple[ItemChoice, ...]:
    """All of it; where part is shared, the last item stays behind."""
    if not gives(choice):
        return ()
    rows = RequestItem.objects.filter(request=request).order_by("recorded_at", "id")
    held = list(rows.values_list("item", flat=True))
    made = [ItemChoice(item, "whole") for item in held]
    if choice is Choice.SHARE_PART:
        made[-1] = ItemChoice(held[-1], "none", why=tale.words("held_back"))
    return tuple(made)


def _told(tale: Tale, house: House) -> Told:
    """Whether the child was told: in their own way, or why not."""
    why_not = tale.words("not_told")
    born = house.child.born_on
    if not why_not and born and (tale.on - born).days < _TOO_YOUNG:
        why_not = "Too young to understand; the family will explain when the time comes"
    if why_not:
        return Told("not", person=house.child.pk, why_not=why_not, ask_again_on=tale.on + timedelta(days=14))
    return Told(
        "before", person=house.child.pk, told_on=tale.on, told_how="Face to face, in plain words",
        what=tale.words("told"),
    )  # fmt: skip
