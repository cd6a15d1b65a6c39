"""Write down one piece of information about a child, marked for what it is, and put right one that was wrong."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.once import done_before
from sharewell.casework.refusal import AlreadyDone, NotThere, Unfinished
from sharewell.casework.within import people_around, person_around
from sharewell.register.holding import Category, InformationItem, ItemSubject, Level, Mark
from sharewell.register.organisation import Organisation
from sharewell.register.person import Person

#: Levels that somebody was promised on a day.
OFFERED = frozenset({Level.LIMITED, Level.SERVICE, Level.PROMISED})
#: Marks of what another person said: who it was is part of it.
FROM_ANOTHER = frozenset({Mark.ALLEGATION, Mark.HEARSAY})


@dataclass(frozen=True, slots=True)
class Statement:
    """What is to be written down. `about` are the people it is about besides the child.

    It came from a person on the record, from an organisation, or from somebody in words. `once` is the address the row
    will have, so that the same form sent twice makes one row.
    """

    title: str
    text: str
    mark: Mark
    category: Category
    learned_on: date
    level: Level
    offered_on: date | None = None
    happened_on: date | None = None
    source_person: uuid.UUID | None = None
    source_organisation: uuid.UUID | None = None
    source_words: str = ""
    protect_source: str = "no"
    about: tuple[uuid.UUID, ...] = ()
    once: uuid.UUID | None = None


def record_item(who: Acting, child: uuid.UUID, *, said: Statement) -> InformationItem:
    """A new item of a child's record.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    return written(who, theirs(who, child, act=Act.CHANGE_RECORD), said, kind="item-recorded")


def written(
    who: Acting,
    child: Person,
    said: Statement,
    *,
    kind: str,
    replaces: InformationItem | None = None,
    because: str = "",
) -> InformationItem:
    """The item and its subjects, kept. For this use case and `replace_item`."""
    problems = _problems(who, said)
    if problems:
        raise Unfinished(problems)
    if said.once and (before := done_before(who, InformationItem, said.once)):
        raise AlreadyDone(before.pk)
    source = person_around(child, said.source_person) if said.source_person else None
    about = people_around(child, (each for each in said.about if each != child.pk))
    item = InformationItem(
        child=child,
        title=said.title.strip(),
        text=said.text.strip(),
        mark=said.mark,
        category=said.category,
        source_person=source,
        source_words=said.source_words.strip(),
        source_organisation=_organisation(said.source_organisation),
        happened_on=said.happened_on,
        learned_on=said.learned_on,
        level=said.level,
        offered_on=said.offered_on,
        protect_source=said.protect_source,
        replaces=replaces,
        replaced_because=because.strip(),
    )
    if said.once:
        item.pk = said.once
    keep(who, item, kind)
    for person in about:
        keep(who, ItemSubject(item=item, person=person), "item-subject-recorded")
    return item


def _problems(who: Acting, said: Statement) -> dict[str, str]:
    problems: dict[str, str] = {}
    if not said.title.strip():
        problems["title"] = "Give it a short title"
    if not said.text.strip():
        problems["text"] = "Write what is known, in plain words"
    if said.learned_on > who.on:
        problems["learned_on"] = "The day you learned it must be today or earlier"
    if said.happened_on and said.happened_on > said.learned_on:
        problems["happened_on"] = "It cannot have happened after the day you learned of it"
    if said.level in OFFERED and said.offered_on is None:
        problems["offered_on"] = "Say on which day they were told how private it would be"
    if said.offered_on and said.offered_on > who.on:
        problems["offered_on"] = "The day they were told must be today or earlier"
    known = said.source_person or said.source_organisation or said.source_words.strip()
    if said.mark in FROM_ANOTHER and not known:
        problems["source_words"] = "Say who told you. If their name must stay hidden, say so below"
    if said.protect_source not in ("no", "yes"):
        problems["protect_source"] = "Say whether the name of who told you must stay hidden"
    return problems


def _organisation(sought: uuid.UUID | None) -> Organisation | None:
    if sought is None:
        return None
    found = Organisation.objects.filter(pk=sought).first()
    if found is None:
        raise NotThere("organisation", sought)
    return found


def owner_of(item: InformationItem) -> Organisation:
    """The agency whose information it is: the one that it came from, or else the one that wrote it."""
    return item.source_organisation or item.agency
