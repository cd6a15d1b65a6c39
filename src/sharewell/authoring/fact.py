"""Facts and findings as written."""

from __future__ import annotations

from dataclasses import replace

from sharewell.authoring.citation import citations_of
from sharewell.authoring.condition import condition_of
from sharewell.authoring.entry import Entry
from sharewell.authoring.names import Names, check_known, check_name
from sharewell.authoring.node import Listing, Scalar
from sharewell.authoring.shape import ANSWER, BANDS, QUIET, TICK
from sharewell.policy.fact import NOT_KNOWN, Answer, Bands, Fact, Quiet, Scope, Tick
from sharewell.policy.pack import Finding


def fact_of(entry: Entry, names: Names, layer: str) -> Fact:
    """A fact with its answers."""
    entry.text("note")
    fact = Fact(
        name=entry.text("fact"),
        question=entry.text("question"),
        answers=_answers(entry),
        group=entry.text("group"),
        help=entry.text("help"),
        why=entry.text("why"),
        scope=Scope(entry.choice("scope", list(Scope), Scope.CASE)),
        who=entry.words("who"),
        bands=_bands(entry),
        first=entry.flag("first"),
        after=_after(entry, names),
        ticks=_ticks(entry, names),
        layer=layer,
    )
    return replace(fact, likely=_likely(entry, fact), quiet=_quiet(entry, fact, names))


def finding_of(entry: Entry, names: Names, layer: str) -> Finding:
    """A finding with its condition."""
    entry.text("note")
    when = condition_of(entry, "when", names)
    return Finding(entry.text("finding"), entry.text("means"), when, citations_of(entry, names), layer)


def _answers(entry: Entry) -> tuple[Answer, ...]:
    answers = []
    seen: set[str] = set()
    for each in entry.each_inside("answers", ANSWER):
        name = each.scalar("is")
        if name is None:
            continue
        check_name(name, entry.problems, answer=True)
        if name.text in seen:
            each.tell(name, "duplicate", f"the answer `{name.text}` is here twice")
        seen.add(name.text)
        answers.append(Answer(name.text, each.text("says")))
    if len(answers) == 1:
        entry.problems.add(
            entry.at("answers"), "one-answer", "a fact has at least two answers", written=answers[0].name
        )
    return tuple(answers)


def _likely(entry: Entry, fact: Fact) -> tuple[int, ...]:
    """Weights in the order of the answers; an answer that is left out weighs 1."""
    if not entry.has("likely"):
        return ()
    weights: dict[str, int] = {}
    for answer, node in entry.pairs("likely"):
        if check_known(answer, fact.domain, "answer", entry.problems) and (weight := entry.as_scalar(node, "a weight")):
            weights[answer.text] = entry.number(weight, "a weight")
    return tuple(weights.get(answer, 1) for answer in fact.domain)


def _quiet(entry: Entry, fact: Fact, names: Names) -> Quiet | None:
    """The quiet answers: one mapping, or a list of them to be tried in order."""
    several = isinstance(entry.table.get("quiet"), Listing)
    one = None if several else entry.inside("quiet", QUIET)
    written = list(entry.each_inside("quiet", QUIET)) if several else [one] if one else []
    for quiet in written:
        if inner := quiet.inside("otherwise", QUIET):
            written.append(inner)
            if several:
                entry.problems.add(inner.place, "quiet", "in a list the next quiet answer is the next of the list")
    found: Quiet | None = None
    for quiet in reversed(written):
        answer = quiet.scalar("answer")
        if answer:
            check_known(answer, fact.domain, "answer", entry.problems)
        found = Quiet(answer.text if answer else "", condition_of(quiet, "unless", names, facts_only=True), found)
    return found


def _bands(entry: Entry) -> Bands | None:
    bands = entry.inside("bands", BANDS)
    if bands is None:
        return None
    words: tuple[Scalar, ...] = bands.scalars("cuts")
    cuts = tuple(bands.number(word, "a cut") for word in words)
    if list(cuts) != sorted(set(cuts)):
        entry.problems.add(bands.at("cuts"), "cuts", "cuts go up, youngest first")
    return Bands(bands.text("from"), cuts)


def _after(entry: Entry, names: Names) -> tuple[str, ...]:
    own = entry.text("fact")
    for word in entry.scalars("after"):
        check_known(word, names.facts, "fact", entry.problems)
        if word.text == own:
            entry.tell(word, "loop", f"`{own}` cannot be asked after itself")
    return entry.words("after")


def _ticks(entry: Entry, names: Names) -> tuple[Tick, ...]:
    """The lines of a checklist; a line answers a fact, or has the guide ask about it next (`ask: yes`)."""
    ticks = []
    for each in entry.each_inside("ticks", TICK):
        fact = each.scalar("fact")
        known = fact is not None and check_known(fact, names.facts, "fact", entry.problems)
        answer = each.scalar("is") if each.has("is") else None
        if (answer is None) != each.flag("ask"):
            entry.problems.add(each.place, "tick", "a line of a checklist has either `is` or `ask: yes`")
        if known and fact is not None and answer is not None:
            check_known(answer, (*names.facts[fact.text], NOT_KNOWN), "answer", entry.problems)
        if fact is not None:
            ticks.append(Tick(fact.text, answer.text if answer else "", each.text("says")))
    return tuple(ticks)
