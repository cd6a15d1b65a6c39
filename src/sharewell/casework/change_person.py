"""Put right what is written of a child, or of somebody in their life. A name that changes is kept as a former one."""

from __future__ import annotations

import uuid
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.index_key import index
from sharewell.casework.keep import change, keep
from sharewell.casework.refusal import ChangedMeanwhile, Unfinished
from sharewell.casework.start_record import Known, wrong_with
from sharewell.casework.within import person_around
from sharewell.register.person import FormerName, Person


def change_person(
    who: Acting, child: uuid.UUID, *, person: uuid.UUID, known: Known, seen: int, died_on: date | None = None
) -> Person:
    """The person as changed. `seen` is the version of the row that the change was made from.

    Raises: MayNot, NotThere, Unfinished, ChangedMeanwhile.
    """
    found = person_around(theirs(who, child, act=Act.CHANGE_RECORD), person)
    problems = dict(wrong_with(known, who.on)) if found.has_file else _wrong_with_adult(known)
    if died_on and (died_on > who.on or (known.born_on and died_on < known.born_on)):
        problems["died_on"] = "The day of death must be today or earlier, and not before the birth"
    if problems:
        raise Unfinished(problems)
    if found.version != seen:
        raise ChangedMeanwhile
    given, family = known.given_name.strip(), known.family_name.strip()
    if (given, family) != (found.given_name, found.family_name):
        before = FormerName(
            person=found, given_name=found.given_name, family_name=found.family_name, until_on=who.on, note=""
        )
        keep(who, before, "former-name-recorded")
    change(
        who,
        found,
        "person-changed",
        given_name=given,
        family_name=family,
        known_as=known.known_as.strip(),
        born_on=known.born_on,
        born_certainty=known.born_certainty if known.born_on else "",
        expected_on=known.expected_on,
        died_on=died_on,
        pronouns=known.pronouns.strip(),
        language=known.language.strip(),
        communication=known.communication.strip(),
    )
    index(who, found)
    return found


def _wrong_with_adult(known: Known) -> dict[str, str]:
    """Of somebody in a child’s life a name is enough."""
    return {} if known.given_name.strip() else {"given_name": "Give their name, or what they are called"}
