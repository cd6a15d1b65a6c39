"""What is wrong or missing in a decision before it is made, by field, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from sharewell.casework.acting import Acting
from sharewell.casework.deciding import Deciding, Told
from sharewell.casework.departs import departs, gives
from sharewell.casework.told_to import not_told
from sharewell.casework.within import around
from sharewell.policy.outcome import Outcome
from sharewell.register.advice import Advice
from sharewell.register.decision import Choice, Harm
from sharewell.register.request import Determination, InformationRequest, RequestItem

_REVIEWED = (Choice.NOT_SHARE, Choice.NOT_YET)


def problems_of(
    who: Acting, request: InformationRequest, determination: Determination, deciding: Deciding
) -> dict[str, str]:
    """Field to what is wrong with it; empty if it can be decided. Somebody in danger waits for none of it."""
    found = dict(_said(who, deciding))
    if deciding.emergency_since is None:
        found.update(_with_the_rules(determination, deciding))
        found.update(_items(request, deciding))
        found.update(_advice(request, deciding))
        if gives(deciding.choice) and not any(each.person == request.child_id for each in deciding.told):
            found["told"] = "Say whether the child was told, or why not"
    found.update(_tellings(who, request, deciding))
    return found


def _said(who: Acting, deciding: Deciding) -> Iterator[tuple[str, str]]:
    if not deciding.rationale.strip():
        yield "rationale", "Write your reasons"
    if not deciding.signature.strip():
        yield "signature", "Type your name"
    if deciding.weighed.harm not in Harm.values:
        yield "harm", "Say what harm there is, if any"
    if not deciding.weighed.harm_of_sharing.strip():
        yield "harm_of_sharing", "Say what harm sharing could do, even if it is none"
    if not deciding.weighed.harm_of_not_sharing.strip():
        yield "harm_of_not_sharing", "Say what harm not sharing could do, even if it is none"
    if deciding.choice in _REVIEWED and deciding.review_on is None:
        yield "review_on", "Choose a day to look at this again"
    if deciding.review_on and deciding.review_on <= who.on:
        yield "review_on", "The day to look again must be after today"
    if deciding.replaces and not deciding.replaces_because.strip():
        yield "replaces_because", "Say what has changed"
    if deciding.decided_at and deciding.decided_at > who.at:
        yield "decided_at", "It cannot have been decided later than now"


def _with_the_rules(determination: Determination, deciding: Deciding) -> Iterator[tuple[str, str]]:
    outcome = Outcome(determination.outcome)
    if departs(deciding.choice, outcome, advised=bool(deciding.advice)) and not deciding.departs_because.strip():
        yield "departs_because", "Your choice differs from the rules. Say why"


def _items(request: InformationRequest, deciding: Deciding) -> Iterator[tuple[str, str]]:
    """When something is given, every item of the request is given, reduced or held back, each for a reason."""
    wanted = set(RequestItem.objects.filter(request=request).values_list("item_id", flat=True))
    said = {each.item: each for each in deciding.items}
    if not said.keys() <= wanted:
        yield "items", "Choose from the items of this request"
    if not gives(deciding.choice):
        return
    if said.keys() != wanted:
        yield "items", "Say for each item whether it goes"
    if any(each.given != "whole" and not each.why.strip() for each in deciding.items):
        yield "items", "Say why an item is reduced or held back"
    if wanted and all(each.given == "none" for each in deciding.items):
        yield "items", "Nothing would be given. Choose an item, or decide not to share"
    if deciding.choice == Choice.SHARE and any(each.given != "whole" for each in deciding.items):
        yield "choice", "Some of it is held back: choose “Share part”"


def _advice(request: InformationRequest, deciding: Deciding) -> Iterator[tuple[str, str]]:
    given = set(Advice.objects.filter(asked__request=request).values_list("pk", flat=True))
    if {each.advice for each in deciding.advice} != given:
        yield "advice", "Say whether you follow each piece of advice"
    if any(each.followed != "yes" and not each.why_not.strip() for each in deciding.advice):
        yield "advice", "Say why you do not follow the advice"


def _tellings(who: Acting, request: InformationRequest, deciding: Deciding) -> Iterator[tuple[str, str]]:
    """Nobody is told whom a young person who can decide wished not to be told, or who must not know."""
    people = {each.person for each in deciding.told if each.person}
    if people and around(request.child).filter(pk__in=people).count() < len(people):
        yield "told", "Choose people on this record"
    hears = {each.person for each in deciding.told if each.told != "not" and each.person}
    for person, bars in not_told(request.child, on=who.on).items():
        if person in hears:
            yield "told", f"Somebody here may not be told. {bars[0].says}"
    for each in deciding.told:
        if words := _telling(each):
            yield "told", words


def _telling(each: Told) -> str:
    if each.told == "not" and not (each.why_not.strip() and each.ask_again_on):
        return "Say why somebody is not told, and when you will look at that again"
    if each.told in ("before", "after") and each.told_on is None:
        return "Say on which day they were told"
    return ""
