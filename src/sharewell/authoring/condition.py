"""Conditions as written: `all`, `any`, `not`, a finding by its name, and `{fact: answer}`."""

from __future__ import annotations

from sharewell.authoring.entry import Entry
from sharewell.authoring.names import RESERVED, Names, check_known
from sharewell.authoring.node import Listing, Node, Scalar, Table, kind_of
from sharewell.policy.condition import ALWAYS, AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.fact import NOT_KNOWN


def condition_of(entry: Entry, key: str, names: Names, *, facts_only: bool = False) -> Condition:
    """The condition of a key; with `facts_only` it may not name findings. Not written: always."""
    node = entry.table.get(key)
    if node is None:
        return ALWAYS
    return _Reading(entry, names, facts_only).read(node)


class _Reading:
    """Reads the nodes of one condition; how deep they go was limited when the text was read."""

    def __init__(self, entry: Entry, names: Names, facts_only: bool) -> None:
        self.entry = entry
        self.names = names
        self.facts_only = facts_only

    def read(self, node: Node) -> Condition:
        match node:
            case Scalar():
                return self.finding(node)
            case Listing():
                self.entry.problems.add(
                    node.place, "bad-condition", "a condition is not a list", hint="write {all: [...]} or {any: [...]}"
                )
                return ALWAYS
            case Table():
                return self.table(node)

    def table(self, table: Table) -> Condition:
        if len(table.entries) != 1:
            what = f"a condition has exactly one key, not {len(table.entries)}"
            self.entry.problems.add(table.place, "bad-condition", what, hint="join them with all or any")
            return ALWAYS
        (key, node) = table.entries[0]
        if key.text == "not":
            return Not(self.read(node))
        if key.text in RESERVED:
            return self.joined(key, node)
        return self.fact(key, node)

    def joined(self, key: Scalar, node: Node) -> Condition:
        if not isinstance(node, Listing):
            self.entry.problems.add(
                node.place, "bad-condition", f"`{key.text}` takes a list of conditions, not {kind_of(node)}"
            )
            return ALWAYS
        parts = tuple(self.read(item) for item in node.items)
        if key.text == "all":
            return AllOf(parts)
        if not parts:
            self.entry.problems.add(node.place, "bad-condition", "an empty `any` never holds")
        return AnyOf(parts)

    def finding(self, word: Scalar) -> Condition:
        problems = self.entry.problems
        if not word.text.strip():
            problems.add(word.place, "empty", "a condition is empty")
        elif self.facts_only:
            hint = "spell it out in facts" if word.text in self.names.known("finding") else "write {fact: answer}"
            what = "only facts can open a quiet answer, not a finding"
            problems.add(word.place, "finding-in-quiet", what, written=word.text, hint=hint)
        else:
            hint = f"that is a fact: write {{{word.text}: answer}}" if word.text in self.names.facts else ""
            check_known(word, self.names.known("finding"), "finding", problems, hint)
        return FindingHolds(word.text)

    def fact(self, key: Scalar, node: Node) -> Condition:
        finding = key.text in self.names.known("finding") and key.text not in self.names.facts
        hint = f"that is a finding: write `{key.text}` by itself" if finding else ""
        known = check_known(key, self.names.facts, "fact", self.entry.problems, hint)
        what = f"an answer of `{key.text[:40]}`"
        if isinstance(node, Scalar):
            word = self.entry.as_scalar(node, what)
            words: tuple[Scalar, ...] = (word,) if word else ()
        else:
            words = self.entry.as_scalars(node, what)
        if known:
            for word in words:
                check_answer(self.entry, key.text, word, self.names)
        return FactIs(key.text, frozenset(word.text for word in words))


def check_answer(entry: Entry, fact: str, answer: Scalar, names: Names) -> bool:
    """Whether a known fact has this answer; *not-known* is an answer of every fact."""
    among = names.facts[fact]
    hint = ""
    if not among:
        return True
    if answer.text not in among and answer.text.lower() in ("true", "false", "on", "off") and "yes" in among:
        hint = "it is yes or no"
    return check_known(answer, (*among, NOT_KNOWN), "answer", entry.problems, hint or _listed(answer, among))


def _listed(answer: Scalar, among: tuple[str, ...]) -> str:
    from_near = [each for each in among if each.startswith(answer.text[:3])] if answer.text else []
    return "" if from_near or len(among) > 8 else f"it is one of {', '.join(among)}"
