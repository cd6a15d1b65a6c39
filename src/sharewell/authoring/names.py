"""The names of a pack: gathered first, so that everything that refers to a name can be checked and put right."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from sharewell.authoring.entry import Entry
from sharewell.authoring.node import Listing, Scalar, Table
from sharewell.authoring.problem import Place, Problems, nearest
from sharewell.authoring.shape import CASE
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.pack import Pack
from sharewell.policy.source import Standing

#: The fact whose answers are the recipients that a rule may name `instead`.
RECIPIENT_FACT = "recipient-kind"
#: Words of the condition language that no fact may be called.
RESERVED = frozenset({"all", "any", "not"})
LONGEST = 80

# Lower case with hyphens. A section of an Act keeps the letters by which the law knows it: `s16LA-duty`.
_SECTION = r"s[0-9]+[A-Z]{1,2}"
_NAME = re.compile(rf"({_SECTION}|[a-z][a-z0-9]*)(-({_SECTION}|[a-z0-9]+))*")
_ANSWER = re.compile(rf"({_SECTION}|[a-z0-9]+)(-({_SECTION}|[a-z0-9]+))*")


@dataclass(slots=True)
class Names:
    """Every name of a pack and of the one below it.

    `facts` gives each fact its answers, `standings` each source its standing; `tags` are those that rules bear.
    """

    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    standings: dict[str, Standing] = field(default_factory=dict)
    tags: set[str] = field(default_factory=set)
    of_kind: dict[str, dict[str, Place | None]] = field(default_factory=dict)

    def known(self, kind: str) -> dict[str, Place | None]:
        """Names of one kind, with the place where each is written if it is in this pack."""
        return self.of_kind.setdefault(kind, {})

    def place(self, kind: str, name: str) -> Place | None:
        """Where a name of this pack is written."""
        return self.known(kind).get(name)

    @property
    def recipients(self) -> tuple[str, ...]:
        """Whom a rule may name `instead`."""
        return self.facts.get(RECIPIENT_FACT, ())


def names_below(base: Pack | None) -> Names:
    """The names that a local pack finds in the pack it extends."""
    names = Names()
    if base is None:
        return names
    kinds: dict[str, Iterable[str]] = {
        "fact": (each.name for each in base.facts),
        "finding": (each.name for each in base.findings),
        "rule": (each.name for each in base.rules),
        "safeguard": (each.name for each in base.safeguards),
        "basis": (each.name for each in base.bases),
        "advice": (each.name for each in base.advice),
        "myth": (each.name for each in base.myths),
        "source": (each.name for each in base.sources),
        "conflict": (each.name for each in base.families),
        "excludes": (each.name for each in base.exclusions),
        "case": (each.name for each in base.cases),
    }
    for kind, found in kinds.items():
        names.known(kind).update(dict.fromkeys(found))
    names.facts.update({fact.name: fact.domain for fact in base.facts})
    names.standings.update({source.name: source.standing for source in base.sources})
    names.tags.update(tag for rule in base.rules for tag in rule.tags)
    return names


def gather(names: Names, entry: Entry, problems: Problems) -> None:
    """Take in the name of an entry and what others may refer to inside it."""
    kind = entry.shape.kind
    name = entry.scalar(entry.shape.keys[0])
    if name is None:
        return
    if entry.shape is not CASE:
        check_name(name, problems)
    if kind == "exception":
        return
    known = names.known(kind)
    if name.text in known:
        first = known[name.text]
        where = f"first in {first}" if first else "it is in the pack below"
        entry.tell(name, "duplicate-name", f"there are two with the name `{name.text}`", where)
    else:
        known[name.text] = name.place
    if kind == "fact":
        if name.text in RESERVED:
            entry.tell(name, "reserved-name", f"a fact cannot be called `{name.text}`")
        names.facts.setdefault(name.text, _answers(entry))
    elif kind == "source":
        node = entry.table.get("standing")
        written = node.text if isinstance(node, Scalar) and node.text in list(Standing) else Standing.AWAITING_SIGN_OFF
        names.standings.setdefault(name.text, Standing(written))
    elif kind == "rule" and isinstance(tags := entry.table.get("tags"), Listing):
        names.tags.update(tag.text for tag in tags.items if isinstance(tag, Scalar))


def check_name(name: Scalar, problems: Problems, *, answer: bool = False) -> None:
    """A name is lower case, its words joined by hyphens, and not the word for *not known*."""
    pattern = _ANSWER if answer else _NAME
    if not pattern.fullmatch(name.text):
        like = re.sub(r"[^a-z0-9]+", "-", name.text.lower()).strip("-")
        hint = f"write `{like}`" if like and len(like) <= LONGEST and pattern.fullmatch(like) else ""
        what = "a name has lower-case letters, figures and single hyphens only"
        problems.add(name.place, "bad-name", what, written=name.text, hint=hint)
    elif len(name.text) > LONGEST:
        problems.add(name.place, "bad-name", f"a name has at most {LONGEST} letters", written=name.text)
    elif name.text == NOT_KNOWN:
        problems.add(name.place, "reserved-name", f"`{NOT_KNOWN}` is there for every fact already", written=name.text)


def check_known(word: Scalar, among: Collection[str], kind: str, problems: Problems, hint: str = "") -> bool:
    """Whether a word is one of the names; if not, a problem that says which is near."""
    if word.text in among:
        return True
    hint = hint or nearest(word.text, among)
    problems.add(word.place, f"unknown-{kind}", f"no {kind} `{word.text[:LONGEST]}`", written=word.text, hint=hint)
    return False


def _answers(fact: Entry) -> tuple[str, ...]:
    answers = fact.table.get("answers")
    if not isinstance(answers, Listing):
        return ()
    named = (item.get("is") for item in answers.items if isinstance(item, Table))
    return tuple(node.text for node in named if isinstance(node, Scalar))
