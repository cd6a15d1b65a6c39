"""Whether a person may be told about a child: the one question that every page, letter, copy and receipt must ask.

A no is not an answer of the rules about sharing: it stops the way out until a person with authority has lifted what
stands in it. A yes only says that nothing here stands in the way.
"""

from __future__ import annotations

import tomllib
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from django.db.models import Q

from sharewell.casework.acting import LONDON
from sharewell.register.family import CourtOrder, Relationship
from sharewell.register.person import Person
from sharewell.register.safety import MarkKind, SafetyMark
from sharewell.register.voice import Wish


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that stands in the way: what kind, since when, about what, and the row that it comes from.

    `says` is for the practitioner and for nobody else: to the person, a no and an empty answer must look alike.
    """

    kind: str
    says: str
    source: str
    since: date
    row: uuid.UUID
    about: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """Whether somebody may be told about a child on a day, and everything that stands in the way."""

    person: uuid.UUID
    on: date
    bars: tuple[Bar, ...]

    @property
    def may(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.bars


def told_to(child: Person, person: Person, *, on: date) -> Telling:
    """Whether a person may be told about a child on a day: safety marks, the child's wishes, adoption, orders."""
    return Telling(person.pk, on, not_told(child, on=on).get(person.pk, ()))


def not_told(child: Person, *, on: date) -> Mapping[uuid.UUID, tuple[Bar, ...]]:
    """Everybody who may not be told about a child on a day, with the reasons: four queries, for lists of people."""
    found: dict[uuid.UUID, list[Bar]] = {}
    for person, bar in _bars(child, on):
        found.setdefault(person, []).append(bar)
    return {person: tuple(bars) for person, bars in found.items()}


def _bars(child: Person, on: date) -> Iterator[tuple[uuid.UUID, Bar]]:
    ends = datetime.combine(on + timedelta(days=1), time(), tzinfo=LONDON)
    standing = Q(recorded_at__lt=ends) & (Q(end__isnull=True) | Q(end__recorded_at__gte=ends))
    marks = SafetyMark.objects.filter(
        standing, child=child, kind__in=(MarkKind.MUST_NOT_KNOW, MarkKind.ADOPTION_CUT)
    ).order_by("recorded_at", "id")
    cuts = []
    for mark in marks:
        if mark.kind == MarkKind.ADOPTION_CUT:
            cuts.append(mark)
        if mark.person_id:
            yield mark.person_id, _bar(mark.kind, _day(mark.recorded_at), mark.pk)
    yield from _cut_off(child, cuts)
    wished = Wish.objects.filter(child=child, from_on__lte=on).filter(
        Q(end__isnull=True) | Q(end__recorded_at__gte=ends)
    )
    for wish in wished.order_by("recorded_at", "id"):
        yield wish.not_told_id, _bar("wish", wish.from_on, wish.pk, wish.about)
    binding = CourtOrder.objects.filter(
        Q(expires_on__isnull=True) | Q(expires_on__gte=on),
        Q(end__isnull=True) | Q(end__ended_on__gt=on),
        child=child,
        against__isnull=False,
        kind__in=_words()["orders"]["stop"],
        made_on__lte=on,
    )
    for order in binding.order_by("made_on", "id"):
        if order.against_id:
            yield order.against_id, _bar("order", order.made_on, order.pk, order.get_kind_display())


def _cut_off(child: Person, cuts: list[SafetyMark]) -> Iterator[tuple[uuid.UUID, Bar]]:
    """The people of life before an adoption; a query only where there was one."""
    if not cuts:
        return
    before = Relationship.objects.filter(child=child, kinship__in=_words()["kinships"]["cut"])
    for person in before.values_list("other_id", flat=True):
        yield person, _bar("adoption-cut", _day(cuts[0].recorded_at), cuts[0].pk)


def _bar(kind: str, since: date, row: uuid.UUID, about: str = "") -> Bar:
    words = _words()[str(kind)]
    return Bar(str(kind), words["says"], words["source"], since, row, about)


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()


@cache
def _words() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(files("sharewell.casework").joinpath("may_not_be_told.toml").read_text(encoding="utf-8"))
