"""An answer as values: the one thing that the page, the PDF and the plain text are all made from."""

from __future__ import annotations

from dataclasses import dataclass, field

from sharewell.web.answer.cite import Cited
from sharewell.web.place import Line

#: More steps of a place than this are folded, if nothing waits for them.
_HANDFUL = 5


@dataclass(frozen=True, slots=True)
class Tag:
    """An outcome in words, with the name of its picture and colours."""

    says: str
    picture: str


@dataclass(frozen=True, slots=True)
class Todo:
    """A step: its first sentence, the rest, and what waits for it, in words, if anything does."""

    title: str
    more: str = ""
    blocks: str = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps of one place: first, with, or after.

    `again`: then to look again. `later`: only if the answer changes, so that they must not read as leave.
    """

    heading: str
    steps: tuple[Todo, ...]
    again: bool = False
    later: bool = False

    @property
    def top(self) -> tuple[Todo, ...]:
        """What is shown at once: all that something waits for, and a handful."""
        kept = max(_HANDFUL, sum(bool(each.blocks) for each in self.steps))
        return self.steps if len(self.steps) <= kept + 1 else self.steps[:kept]

    @property
    def rest(self) -> tuple[Todo, ...]:
        """What is folded away."""
        return self.steps[len(self.top) :]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in a sentence a parent could read, with its sources and the name of its rule."""

    says: str
    rule: str
    cites: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer; `note` says where it came from or what it does."""

    fact: str
    ask: str
    says: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that one may come to learn, and what the answer would be then."""

    ask: str
    says: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words to say aloud."""

    to: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bases:
    """Lawful bases of one kind."""

    kind: str
    bases: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything an answer page says."""

    tag: Tag
    headline: str
    lead: str
    yours: str
    danger: bool
    sector: str
    people: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    instead: tuple[str, ...]
    steps: tuple[Steps, ...]
    leave_out: tuple[str, ...]
    spoken: tuple[Spoken, ...]
    contradictions: tuple[str, ...]
    reasons: tuple[Reason, ...]
    lesser: tuple[Reason, ...]
    put_out: tuple[Reason, ...]
    not_known: tuple[Answered, ...]
    no_matter: tuple[str, ...]
    changes: tuple[Change, ...]
    still_open: tuple[str, ...]
    could_be: tuple[Tag, ...]
    usual: tuple[Answered, ...]
    usual_rest: tuple[Answered, ...]
    myths: tuple[tuple[str, str], ...]
    bases: tuple[Bases, ...]
    weakest: tuple[str, str]
    given: tuple[Answered, ...]
    left_alone: int
    pack: str
    version: str
    digest: str
    day: str
    iso: str
    rules: tuple[str, ...]
    notes: tuple[tuple[str, Tag | None, tuple[str, ...]], ...] = ()
    weak_duties: tuple[Reason, ...] = ()
    weak_names: tuple[str, ...] = field(default=())
    reach: str = ""
