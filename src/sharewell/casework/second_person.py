"""Whether a second person has to agree: a safeguard of the determination says so, in the pack (`second-person`)."""

from __future__ import annotations

from sharewell.casework.departs import gives
from sharewell.policy.determination_form import determination_of
from sharewell.policy.rule import Safeguard
from sharewell.register.decision import Choice
from sharewell.register.request import Determination


def safeguards_for_two(determination: Determination) -> tuple[Safeguard, ...]:
    """The safeguards of a determination, as it stood, that ask for a second person."""
    said = determination_of(determination.says)
    return tuple(each for each in said.safeguards if each.second_person)


def calls_for_a_second(determination: Determination, choice: Choice) -> tuple[str, ...]:
    """The names of those that bear on this choice: what holds back waits for nobody."""
    return tuple(each.name for each in safeguards_for_two(determination)) if gives(choice) else ()
