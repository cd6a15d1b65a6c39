"""Who looked at a child’s record: pages opened, searches that met the child, broken glass, and what was refused."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, may, require
from sharewell.casework.acting import Acting
from sharewell.casework.behind_glass import not_restricted
from sharewell.casework.keep import keep
from sharewell.register.involvement import SearchHit
from sharewell.register.person import Person
from sharewell.register.relationship import BrokenGlass, Denial, Viewing

PART = "who looked"
#: How many of each are read; the ledger has them all.
MOST = 200


@dataclass(frozen=True, slots=True)
class Look:
    """One time that somebody looked, or tried to."""

    at: datetime
    by: str
    organisation: str
    what: str
    why: str
    refused: bool = False


def who_looked(who: Acting, child: uuid.UUID) -> tuple[Person, tuple[Look, ...]]:
    """The child and every look, the latest first. Reading this is a look too. Seven queries, however many there are.

    The information-governance lead may read it without a relationship, since it holds nothing of the case.

    Raises: MayNot, NotThere.
    """
    person = _opened(who, child)
    looks = [*_viewings(person), *_searches(person), *_glass(person), *_denials(person)]
    return person, tuple(sorted(looks, key=lambda look: look.at, reverse=True))


def _opened(who: Acting, child: uuid.UUID) -> Person:
    require(who, Act.SEE_WHO_LOOKED)
    if not may(who, Act.REVIEW_GLASS):
        return open_child(who, child, part=PART, act=Act.SEE_WHO_LOOKED)[0]
    found = not_restricted().filter(pk=child, agency=who.organisation, has_file=True).first()
    if found is None:  # a restricted record, too, opens to whoever is named for it
        return open_child(who, child, part=PART, act=Act.SEE_WHO_LOOKED)[0]
    keep(who, Viewing(child=found, part=PART, right="governance", purpose="Checks who looked"), "record-viewed")
    return found


def _viewings(child: Person) -> list[Look]:
    rows = Viewing.objects.filter(child=child).select_related("recorded_by", "agency").order_by("-recorded_at")
    return [Look(each.recorded_at, each.recorded_by.name, each.agency.name, each.part, each.purpose)
            for each in rows[:MOST]]  # fmt: skip


def _searches(child: Person) -> list[Look]:
    rows = SearchHit.objects.filter(person=child).select_related("recorded_by", "searched_by_agency")
    return [Look(each.recorded_at, each.recorded_by.name, each.searched_by_agency.name, "search", each.purpose)
            for each in rows.order_by("-recorded_at")[:MOST]]  # fmt: skip


def _glass(child: Person) -> list[Look]:
    rows = BrokenGlass.objects.filter(child=child).select_related("practitioner", "agency").order_by("-from_at")
    return [Look(each.from_at, each.practitioner.name, each.agency.name, "broke the glass",
                 f"{each.get_reason_display()}: {each.words}") for each in rows[:MOST]]  # fmt: skip


def _denials(child: Person) -> list[Look]:
    rows = (
        Denial.objects.filter(sought=child.pk, agency=child.agency_id)
        .select_related("recorded_by", "agency")
        .order_by("-recorded_at")
    )
    return [Look(each.recorded_at, each.recorded_by.name, each.agency.name, "tried to open it", "", refused=True)
            for each in rows[:MOST]]  # fmt: skip
