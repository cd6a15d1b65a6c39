"""Cases as written: `like` and `without` are resolved here, so that a case of a pack stands by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sharewell.authoring.condition import check_answer
from sharewell.authoring.entry import Entry
from sharewell.authoring.names import Names, check_known
from sharewell.authoring.node import Listing, Node, Scalar, Table
from sharewell.authoring.shape import EXPECTATION, PUBLISHED
from sharewell.policy.case import Case, Expectation, Facts, Published
from sharewell.policy.outcome import Outcome


def cases_of(entries: list[Entry], names: Names, layer: str, below: tuple[Case, ...]) -> tuple[Case, ...]:
    """The cases, each with all its facts. `below`: the cases of the pack that is extended."""
    cases = [_case(entry, names, layer) for entry in entries]
    facts = {case.name: dict(case.facts) for case in below}
    index = {case.name: i for i, case in reversed(list(enumerate(cases)))}
    for case in cases:
        for i in _chain(case.name, entries, index, facts):
            inherited = facts.get(_like(entries[i]), {})
            taken_out = {node.text for node in _scalars(entries[i].table.get("without"))}
            kept = {fact: answer for fact, answer in inherited.items() if fact not in taken_out}
            facts[cases[i].name] = kept | dict(cases[i].facts)
    return tuple(replace(case, facts=tuple(facts[case.name].items())) for case in cases)


def _chain(name: str, entries: list[Entry], index: dict[str, int], done: Iterable[str]) -> list[int]:
    """The cases to resolve for one of them, the farthest first; a loop is told once and cut."""
    chain: dict[int, str] = {}
    while name not in done and name in index:
        i = index[name]
        if i in chain:
            loop = list(chain.values())[list(chain).index(i) :]
            told = " -> ".join(f"`{each[:40]}`" for each in [*loop[:5], name])
            entries[i].problems.add(
                entries[i].at("like"), "loop", f"these cases are like each other in a loop: {told}", written=name
            )
            break
        chain[i] = name
        name = _like(entries[i])
    return list(chain)[::-1]


def _like(entry: Entry) -> str:
    like = entry.table.get("like")
    return like.text if isinstance(like, Scalar) else ""


def _scalars(node: Node | None) -> list[Scalar]:
    return [item for item in node.items if isinstance(item, Scalar)] if isinstance(node, Listing) else []


def _case(entry: Entry, names: Names, layer: str) -> Case:
    """One case with the facts that it writes itself."""
    problems = entry.problems
    like, rule, without = entry.scalar("like"), entry.scalar("rule"), entry.scalars("without")
    if like:
        check_known(like, names.known("case"), "case", problems)
    if rule:
        check_known(rule, names.known("rule"), "rule", problems)
    for word in without:
        check_known(word, names.facts, "fact", problems)
    if without and not like:
        problems.add(entry.at("without"), "without", "`without` takes facts out of another case: it needs a `like`")
    return Case(
        name=entry.text("case"),
        on=entry.day("on") or date.min,
        facts=_facts(entry, entry.pairs("facts"), names),
        expect=_expectation(entry, names),
        rule=rule.text if rule else "",
        story=entry.text("story"),
        items=_parts(entry, "items", names),
        recipients=_parts(entry, "recipients", names),
        published=_published(entry),
        note=entry.text("note"),
        layer=layer,
    )


def _facts(entry: Entry, pairs: Iterable[tuple[Scalar, Node]], names: Names) -> Facts:
    facts = []
    for fact, node in pairs:
        answer = entry.as_scalar(node, f"the answer of `{fact.text[:40]}`")
        if check_known(fact, names.facts, "fact", entry.problems) and answer:
            check_answer(entry, fact.text, answer, names)
            facts.append((fact.text, answer.text))
    return tuple(facts)


def _parts(entry: Entry, key: str, names: Names) -> tuple[tuple[str, Facts], ...]:
    """Named parts of a case: a list of mappings, each with its `name` and its own facts."""
    node = entry.table.get(key)
    if node is None:
        return ()
    if not isinstance(node, Listing) or not all(isinstance(item, Table) for item in node.items):
        what = f"`{key}` is a list of mappings, each with a `name` and facts"
        entry.problems.add(node.place, "wrong-shape", what)
        return ()
    parts: dict[str, Facts] = {}
    for item in node.items:
        if not isinstance(item, Table):
            continue
        name = item.get("name")
        word = entry.as_scalar(name, "`name`") if name else None
        if name is None:
            entry.problems.add(item.place, "missing-key", f"this part of `{key}` has no `name`", written="name")
        elif word and word.text in parts:
            entry.tell(word, "duplicate", f"`{word.text[:40]}` is here twice")
        pairs = [(fact, answer) for fact, answer in item.entries if fact.text != "name"]
        parts[word.text if word else ""] = _facts(entry, pairs, names)
    return tuple(parts.items())


def _expectation(entry: Entry, names: Names) -> Expectation:
    expect = entry.inside("expect", EXPECTATION)
    if expect is None:
        return Expectation()
    known = {
        "applied": "rule", "not-applied": "rule", "overridden": "rule", "open": "fact", "safeguards": "safeguard",
    }  # fmt: skip
    for key, kind in known.items():
        for word in expect.scalars(key):
            check_known(word, names.known(kind), kind, entry.problems)
    outcome = expect.choice("outcome", list(Outcome), "")
    return Expectation(
        outcome=Outcome(outcome) if outcome else None,
        applied=expect.words("applied"),
        not_applied=expect.words("not-applied"),
        overridden=expect.words("overridden"),
        open_facts=expect.words("open"),
        safeguards=expect.words("safeguards"),
    )


def _published(entry: Entry) -> Published | None:
    published = entry.inside("published", PUBLISHED)
    if published is None:
        return None
    return Published(
        scenario=published.text("id"),
        publisher=published.text("publisher"),
        title=published.text("title"),
        says=published.text("says"),
        also=published.words("also"),
        conditions=published.words("conditions"),
        link=published.text("link"),
        dated=published.text("dated"),
    )
