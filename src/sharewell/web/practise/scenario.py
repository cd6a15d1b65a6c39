"""Published stories, and what the rules say about each of their parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sharewell.policy.case import Case, Published
from sharewell.policy.determination import Determination
from sharewell.policy.outcome import Outcome
from sharewell.web.answer.compose import SHARER
from sharewell.web.answer.words import words
from sharewell.web.guide.words import printed
from sharewell.web.reading.shelf import pack_named, reading


@dataclass(frozen=True, slots=True)
class Part:
    """One item for one recipient: what to decide on, and what the rules say."""

    number: int
    says: str
    said: Determination


@dataclass(frozen=True, slots=True)
class Scenario:
    """A story that somebody published, with that publisher's answer."""

    pack: str
    case: Case
    published: Published
    sector: str

    @property
    def slug(self) -> str:
        """Its word in an address."""
        return self.published.scenario

    @property
    def title(self) -> str:
        """What happened, in a line."""
        return printed(self.case.name)

    def parts(self) -> list[Part]:
        """Each item for each recipient, under the rules of the story's day."""
        known = reading(self.pack, self.case.on).compiled
        found: list[Part] = []
        for item, of_item in self.case.items or (("", ()),):
            for recipient, of_recipient in self.case.recipients or (("", ()),):
                answers = {**dict(self.case.facts), **dict(of_item), **dict(of_recipient)}
                says = " to ".join(each for each in (item, recipient) if each)
                found.append(Part(len(found) + 1, printed(says), known.determine(answers)))
        return found


@cache
def scenarios(pack: str) -> Mapping[str, Scenario]:
    """The published stories of a pack, or of the one that it extends, by their word."""
    here = pack_named(pack)
    published = [case for case in here.cases if case.published]
    if not published and here.extends:
        return scenarios(here.extends)
    return {
        case.published.scenario: Scenario(pack, case, case.published, _sector(case))
        for case in published
        if case.published
    }


def _sector(case: Case) -> str:
    kind = dict(case.facts).get(SHARER, "")
    sector = words().sector_of.get(kind, kind)
    return words().sector.get(sector, "Other work with children")


def outcomes() -> tuple[Outcome, ...]:
    """What somebody can choose."""
    return tuple(each for each in Outcome if each is not Outcome.INCOMPLETE)
