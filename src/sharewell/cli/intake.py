"""Intake: nodes to answers. Every name is checked against the pack; every problem is told at once, with its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sharewell.cli.day import HOW_TO_WRITE, day_of
from sharewell.cli.node import Listing, Node, Scalar, Table
from sharewell.cli.problem import MOST_TOLD, Place, Problems, near, quoted
from sharewell.policy.fact import NOT_KNOWN, Fact

#: The keys of a file of answers that are not facts.
FACTS, ITEMS, RECIPIENTS, ON, ID, NAME = "facts", "items", "recipients", "on", "id", "name"
MOST_PARTS = 1000
MOST_PAIRS = 2000
#: With more answers than this, a hint does not list them.
_FEW = 8

Identity = str | int | None


@dataclass(frozen=True, slots=True)
class Part:
    """One item or one recipient of a package, with its own answers."""

    name: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """One item for one recipient, with every answer that holds for the two."""

    item: str | None
    recipient: str | None
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Submission:
    """What was handed in: one case, or a package of items for recipients."""

    answers: Mapping[str, str]
    items: tuple[Part, ...] = ()
    recipients: tuple[Part, ...] = ()
    on: dt.date | None = None
    id: Identity = None

    @property
    def is_package(self) -> bool:
        """Whether there is more to say than one determination."""
        return bool(self.items or self.recipients)

    def pairs(self) -> tuple[Pair, ...]:
        """Each item with each recipient, recipients outermost; the answers of a part add to those of the case."""
        whole: list[tuple[str | None, Mapping[str, str]]] = [(None, {})]
        items = [(part.name, part.answers) for part in self.items] or whole
        recipients = [(part.name, part.answers) for part in self.recipients] or whole
        return tuple(
            Pair(item, recipient, {**self.answers, **theirs, **its})
            for recipient, theirs in recipients
            for item, its in items
        )


@dataclass(slots=True)
class Intake:
    """Reads nodes against the facts of a pack."""

    facts: Mapping[str, Fact]
    problems: Problems = field(default_factory=Problems)

    def submission(self, node: Node) -> Submission | None:
        """What the document says, or None after telling the problems."""
        if not isinstance(node, Table):
            what = f"answers go in as fact and answer, and this is {_kind(node)}"
            self.problems.add(node.place, "not-a-mapping", what, hint="write `immediate-danger: no`, one fact a line")
            return None
        before = len(self.problems.found)
        answers: dict[str, str] = {}
        parts: dict[str, tuple[Part, ...]] = {}
        own: list[tuple[Scalar, Node]] = []
        on: dt.date | None = None
        identity: Identity = None
        for key, value in node.entries:
            match key.text:
                case _ if key.text in self.facts:
                    own.append((key, value))
                case "facts":
                    own.extend(self._entries(value, key.text))
                case "items" | "recipients":
                    parts[key.text] = self._parts(value, key.text)
                case "on":
                    on = self._day(value)
                case "id":
                    identity = self.identity(value)
                case _:
                    own.append((key, value))
        answers = self._answers(own)
        said = Submission(answers, parts.get(ITEMS, ()), parts.get(RECIPIENTS, ()), on, identity)
        self._pairs_agree(said, node.place)
        return said if len(self.problems.found) == before else None

    def typed(self, written: str) -> tuple[str, str] | None:
        """An answer typed as FACT=ANSWER, or None after telling the problem."""
        fact, _, answer = written.partition("=")
        place = Place(written)
        said = self._answers([(Scalar(fact.strip(), place, plain=False), Scalar(answer.strip(), place, plain=True))])
        return next(iter(said.items()), None)

    def _entries(self, node: Node, key: str) -> tuple[tuple[Scalar, Node], ...]:
        if isinstance(node, Table):
            return node.entries
        self.problems.add(
            node.place, "not-a-mapping", f"`{key}` holds facts with their answers, and this is {_kind(node)}"
        )
        return ()

    def _parts(self, node: Node, key: str) -> tuple[Part, ...]:
        if not isinstance(node, Listing):
            hint = "start each with a dash" if isinstance(node, Table) else ""
            self.problems.add(node.place, "not-a-list", f"`{key}` is a list, and this is {_kind(node)}", hint=hint)
            return ()
        if not node.items:
            self.problems.add(node.place, "no-parts", f"`{key}` is an empty list", hint="leave it out, or add one")
        if len(node.items) > MOST_PARTS:
            self.problems.add(node.place, "too-many", f"`{key}` has more than {MOST_PARTS} entries")
            return ()
        parts = tuple(self._part(each, key, number) for number, each in enumerate(node.items, start=1))
        seen: set[str] = set()
        for part, each in zip(parts, node.items, strict=True):
            if part.name in seen:
                self.problems.add(
                    each.place, "same-name", f"two are called `{quoted(part.name)}`", hint="name them apart"
                )
            seen.add(part.name)
        return parts

    def _part(self, node: Node, key: str, number: int) -> Part:
        name = f"{key[:-1]} {number}"
        own = []
        for entry, value in self._entries(node, key):
            if entry.text != NAME or NAME in self.facts:
                own.append((entry, value))
            elif isinstance(value, Scalar) and value.text and value.text.isprintable():
                name = value.text
            else:
                self.problems.add(value.place, "name", "a name is one line of text")
        return Part(name, self._answers(own))

    def _answers(self, entries: list[tuple[Scalar, Node]]) -> dict[str, str]:
        answers: dict[str, str] = {}
        for key, node in entries:
            if len(self.problems.found) >= MOST_TOLD:
                break
            fact = self.facts.get(key.text)
            if fact is None:
                self._unknown_fact(key)
            elif key.text in answers:
                if not any(each.code == "duplicate-key" and each.place == key.place for each in self.problems.found):
                    self.problems.add(
                        key.place, "duplicate-key", f"`{key.text}` is here twice", hint="keep one of them"
                    )
            elif (answer := self._answer(fact, node)) is not None:
                answers[key.text] = answer
        return answers

    def _answer(self, fact: Fact, node: Node) -> str | None:
        if not isinstance(node, Scalar):
            what = f"`{fact.name}` takes one answer, and this is {_kind(node)}"
            self.problems.add(node.place, "one-answer", what, hint=_choices(fact))
            return None
        word = node.text
        if node.plain and word in ("true", "false") and {"yes", "no"} <= set(fact.domain) and word not in fact.domain:
            word = "yes" if word == "true" else "no"
        if word == NOT_KNOWN or word in fact.domain:
            return word
        if word == "" or (node.plain and word in ("null", "~")):
            hint = "leave the fact out if nobody asked yet; write `not-known` if it cannot be known now"
            self.problems.add(node.place, "no-answer", f"`{fact.name}` has no answer here", hint=hint)
            return None
        meant = near(word, [*fact.domain, NOT_KNOWN]) or _said(fact, word)
        hint = f"did you mean `{meant}`?" if meant else _choices(fact)
        what = f"`{fact.name}` has no answer `{quoted(word)}`"
        self.problems.add(node.place, "unknown-answer", what, written=word, hint=hint)
        return None

    def _unknown_fact(self, key: Scalar) -> None:
        meant = near(key.text, [*self.facts, FACTS, ITEMS, RECIPIENTS])
        hint = f"did you mean `{meant}`?" if meant else "see `sharewell facts` for those there are"
        self.problems.add(
            key.place, "unknown-fact", f"there is no fact `{quoted(key.text)}`", written=key.text, hint=hint
        )

    def _day(self, node: Node) -> dt.date | None:
        day = day_of(node.text) if isinstance(node, Scalar) else None
        if day is None:
            text = (
                f"`{quoted(node.text)}` is not a day"
                if isinstance(node, Scalar)
                else f"this is {_kind(node)}, not a day"
            )
            self.problems.add(node.place, "not-a-day", text, hint=HOW_TO_WRITE)
        return day

    def identity(self, node: Node) -> Identity:
        if isinstance(node, Scalar):
            if not node.plain:
                return node.text
            if re.fullmatch(r"-?[0-9]{1,18}", node.text, re.ASCII):
                return int(node.text)
            if node.text == "null":
                return None
            if not re.fullmatch(r"true|false|[-+.0-9eE]+", node.text):
                return node.text
        self.problems.add(node.place, "id", "an id is text or a whole number")
        return None

    def _pairs_agree(self, said: Submission, place: Place) -> None:
        if max(len(said.items), 1) * max(len(said.recipients), 1) > MOST_PAIRS:
            self.problems.add(place, "too-many", f"more than {MOST_PAIRS} pairs of an item and a recipient")
            return
        for item in said.items:
            for recipient in said.recipients:
                for fact in item.answers.keys() & recipient.answers.keys():
                    if item.answers[fact] != recipient.answers[fact]:
                        what = f"`{quoted(item.name)}` and `{quoted(recipient.name)}` answer `{fact}` differently"
                        self.problems.add(place, "two-answers", what, hint="say it once, where it belongs")
                        return


def _kind(node: Node) -> str:
    match node:
        case Scalar(text=text, plain=True) if re.fullmatch(r"-?[0-9.]+([eE][-+]?[0-9]+)?", text):
            return "a number"
        case Scalar():
            return "a word"
        case Listing():
            return "a list"
        case Table():
            return "a mapping"


def _choices(fact: Fact) -> str:
    if len(fact.domain) > _FEW:
        return f"see `sharewell facts {fact.name}`"
    return f"write one of {', '.join([*fact.domain, NOT_KNOWN])}"


def _said(fact: Fact, word: str) -> str:
    """The answer whose words were written instead of its name."""
    return next((answer.name for answer in fact.answers if answer.says.casefold() == word.strip().casefold()), "")
