"""What to do, in places: what decides first, then the safeguards that go first, with and after."""

from __future__ import annotations

from collections.abc import Iterable

from sharewell.policy.determination import Determination
from sharewell.policy.rule import Place
from sharewell.web.answer.sheet import Steps, Todo
from sharewell.web.answer.words import OutcomeWords
from sharewell.web.guide.words import printed


def split(text: str) -> tuple[str, str]:
    """The first sentence, as a title, and the rest."""
    first, dot, rest = text.strip().partition(". ")
    return (first.rstrip("."), rest.strip()) if dot else (text.strip().rstrip("."), "")


def steps_of(said: Determination, words: OutcomeWords) -> tuple[Steps, ...]:
    """The steps of a determination. Where something is to be done before anybody looks again, it stands alone."""
    todo = list(dict.fromkeys(_todo(each) for each in _deciding(said, words) if each))
    here = {place: _here(said, words, place) for place in Place}
    if words.now:
        # Nothing goes before the answer changes, so what blocks the going waits with it; it often says the same again.
        blocking = [each for each in here[Place.FIRST] if each.blocks]
        here[Place.FIRST] = [each for each in here[Place.FIRST] if not each.blocks]
        here[Place.WITH] = [*blocking, *here[Place.WITH]]
    else:
        here[Place.FIRST] = [*todo, *here[Place.FIRST]]
    made = [Steps(words.now, tuple(todo), again=True)] if words.now and todo else []
    for place, heading in zip(Place, words.places, strict=True):
        if here[place]:
            made.append(Steps(heading, tuple(here[place]), later=words.later and place is Place.WITH))
    return tuple(made)


def _here(said: Determination, words: OutcomeWords, place: Place) -> list[Todo]:
    """The safeguards of a place, those that have to be done before the others."""
    found = [each for each in said.safeguards if each.place is place and not each.leaves_out]
    found.sort(key=lambda each: not each.blocks)
    return [_todo(each.text, words.blocks if each.blocks else "") for each in found]


def _deciding(said: Determination, words: OutcomeWords) -> Iterable[str]:
    return [rule.todo for rule in said.deciding if rule.todo] or [words.todo]


def _todo(text: str, blocks: str = "") -> Todo:
    return Todo(*split(printed(text)), blocks=blocks)
