"""What a page is made of: blocks and the words in them, before they become HTML or Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from sharewell.authoring.wording.clause import Clause
from sharewell.policy.outcome import Outcome
from sharewell.policy.source import Standing


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an anchor; the page it is on is found when the book is written. `outside`: a web address."""

    text: str
    anchor: str = ""
    outside: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the line."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A name as it is written in the pack."""

    text: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """Words in the second voice."""

    text: str


@dataclass(frozen=True, slots=True)
class OutcomeTag:
    """The label of an outcome with its shape."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class StandingMark:
    """The standing of a source as shape and words."""

    standing: Standing


Inline = str | Link | Strong | Code | Quiet | OutcomeTag | StandingMark
Words = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `look` names a look of the stylesheet."""

    words: Words
    look: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Words, ...]
    look: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition as a nested list."""

    clause: Clause


@dataclass(frozen=True, slots=True)
class Terms:
    """Names with what is to be said of each."""

    rows: tuple[tuple[str, tuple[Block, ...]], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the first cell of each row heads it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Something that can be opened; always open on paper."""

    summary: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with the same thing as a nested list beside it."""

    caption: str
    svg: str
    mermaid: str
    outline: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what stands above it in small (`kicker`), and what is under it. How deep it is makes its level."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    kicker: Words = ()
    look: str = ""
    in_contents: bool = False


Block = Para | Bullets | Condition | Terms | Table | Fold | Figure | Section


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the book."""

    name: str
    title: str
    lead: str
    blocks: tuple[Block, ...]
