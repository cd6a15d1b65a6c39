"""Releases: a pack comes back exactly, and anything else is refused with the place of the fault."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.policy.canonical import canonical
from sharewell.policy.case import Case, Expectation, Published
from sharewell.policy.claim import Claims, Covers, Danger, Emergency, NeverBasis, NeverTo
from sharewell.policy.codec import FORMAT, ReleaseError, digest_of, pack_of, release_of
from sharewell.policy.condition import ALWAYS, AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.fact import Answer, Bands, Fact, Quiet, Scope, Tick
from sharewell.policy.outcome import Outcome
from sharewell.policy.pack import ConflictFamily, Exclusion, Finding, Pack, ProofException
from sharewell.policy.record_form import Forms
from sharewell.policy.rule import Advice, Basis, Effect, InForce, Myth, Place, Rule, Safeguard
from sharewell.policy.source import Citation, Source, Standing
from tests.policy.drawn import drawn_pack

DAY = dt.date(2026, 1, 1)
CITES = (Citation("lore", "verse 1", Standing.READ, "a gist"), Citation("lore", "verse 2", Standing.RECALLED))
WHEN = AllOf((AnyOf((FindingHolds("fit"), Not(FactIs("wind", frozenset({"gale", "not-known"}))))), ALWAYS, AnyOf(())))
ALL_KINDS = Pack(
    name="toy",
    version="2026.1",
    title="Toys – “all” of them",
    first_day=DAY,
    facts=(
        Fact("plain", "Plain?", (Answer("a", "A"), Answer("b", "B"))),
        Fact(
            name="wind",
            question="Wind?",
            answers=(Answer("calm", "Calm"), Answer("gale", "Gale")),
            group="Sky",
            help="Look up.",
            why="It matters.",
            scope=Scope.ITEM,
            who=("anyone",),
            likely=(0, 5),
            quiet=Quiet("calm", WHEN, Quiet("gale", FactIs("plain", frozenset({"a"})))),
            bands=Bands("date-of-birth", (13, 16)),
            first=True,
            after=("plain",),
            ticks=(Tick("plain", "", "Plain"),),
            layer="toy",
        ),
    ),
    findings=(Finding("fit", "Fit to fly", FactIs("plain", frozenset({"b", "a"})), CITES, "toy"),),
    rules=(
        Rule("short", Effect.PERMITS, ALWAYS, "Because.", CITES, InForce(DAY)),
        Rule(
            "long", Effect.ASKS, WHEN, "Because.", CITES, InForce(None, None, DAY), ("short", "@t", "*"), ("t", "u"),
            "Ask.", ("friend",), "A note.", "theme", "toy",
        ),
    ),
    sources=(Source("lore", "Lore", "act", "Club", Standing.READ, DAY, DAY, DAY, "https://example.org"),),
    safeguards=(
        Safeguard(
            "s", "Do.", WHEN, Place.AFTER, CITES, InForce(DAY, DAY), True, True, frozenset(Outcome), "toy", True,
        ),
    ),
    bases=(Basis("b", "gateway", "Text", WHEN, CITES, InForce(DAY), "toy"),),
    advice=(Advice("a", WHEN, (("club", ("one", "two")), ("school", ())), CITES, frozenset({Outcome.REFER}), "toy"),),
    myths=(Myth("m", "Believed", "Truth", WHEN, CITES, InForce(DAY), frozenset({Outcome.WEIGH}), "toy"),),
    exclusions=(Exclusion("e", WHEN, "Because.", "toy"),),
    families=(ConflictFamily("c", ("@t",), ("*",), "Because."),),
    exceptions=(ProofException("short", "proof", "Because."),),
    claims=Claims(
        dangers=(Danger("wind", (("calm",), ("storm", "gale"))),),
        protects=WHEN,
        emergencies=(Emergency("now", WHEN, WHEN, ((("wind", "storm"),),)),),
        never_to=(NeverTo("n", WHEN, "Because."),),
        never_bases=(NeverBasis("b", ("basis",), WHEN, "Because."),),
        covers=(Covers("c", WHEN),),
    ),
    cases=(
        Case(
            name="A case",
            on=DAY,
            facts=(("wind", "calm"), ("plain", "a=b")),
            expect=Expectation(Outcome.WEIGH, ("short",), ("long",), ("x",), ("wind",), ("s",)),
            rule="short",
            story="Once.",
            items=(("one", (("wind", "gale"),)), ("two", ())),
            recipients=(("Ann", (("plain", "b"),)),),
            published=Published("1", "Club", "Title", "share", ("ask",), ("if",), "https://example.org", "2012"),
            note="A note.",
            layer="toy",
        ),
    ),
    extends="base",
    changes="All.",
)  # fmt: skip
RELEASE = release_of(ALL_KINDS)


def changed(change: Callable[[Any], object]) -> bytes:
    """The release with a change made to its JSON, in canonical form again."""
    read = json.loads(RELEASE)
    change(read)
    return canonical(read)


def test_a_pack_comes_back_exactly() -> None:
    assert pack_of(RELEASE) == replace(ALL_KINDS, digest=digest_of(RELEASE))
    assert release_of(pack_of(RELEASE)) == RELEASE


def test_every_field_is_tried_with_something_else_than_its_default() -> None:
    """So that a field added to the core cannot be forgotten here."""
    tried: set[tuple[str, str]] = set()
    todo: list[Any] = [ALL_KINDS]
    every: set[tuple[str, str]] = set()
    while todo:
        value = todo.pop()
        if isinstance(value, tuple | frozenset):
            todo += value
        elif dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                each = getattr(value, field.name)
                every.add((type(value).__name__, field.name))
                if each != field.default:
                    tried.add((type(value).__name__, field.name))
                todo.append(each)
    assert every - tried == {("Pack", "digest")}


@given(st.integers(0, 10_000))
def test_drawn_packs_come_back_exactly(seed: int) -> None:
    pack = drawn_pack(seed)
    release = release_of(pack)
    assert pack_of(release) == replace(pack, digest=digest_of(release))
    assert release_of(pack_of(release)) == release


def test_the_digest_is_not_part_of_the_release() -> None:
    assert release_of(replace(ALL_KINDS, digest="sha256:0")) == RELEASE
    assert digest_of(b"") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_defaults_are_left_out() -> None:
    read = json.loads(RELEASE)
    assert read["format"] == FORMAT
    assert read["facts"][0] == {
        "name": "plain",
        "question": "Plain?",
        "answers": [{"name": "a", "says": "A"}, {"name": "b", "says": "B"}],
    }
    assert read["rules"][1]["in_force"] == {"known_from": "2026-01-01", "start": None}
    assert read["cases"][0]["facts"] == ["wind=calm", "plain=a=b"]


@pytest.mark.parametrize(
    ("change", "where", "what"),
    [
        (lambda r: r.update(format="other/1"), "format", "the format is not"),
        (lambda r: r.pop("format"), "format", "the format is not"),
        (lambda r: r.update(format=1), "format", "the format is not"),
        (lambda r: r.pop("rules"), "", "`rules` is missing"),
        (lambda r: r.update(more=1), "", "no key `more`"),
        (lambda r: r.update(digest="sha256:0"), "", "no key `digest`"),
        (lambda r: r.update(name=3), "name", "a text is needed, not a whole number"),
        (lambda r: r.update(title=None), "title", "a text is needed, not null"),
        (lambda r: r.update(first_day="2026-02-30"), "first_day", "a day"),
        (lambda r: r.update(first_day="20260101"), "first_day", "a day"),
        (lambda r: r.update(facts={}), "facts", "a list is needed, not an object"),
        (lambda r: r["rules"].append("x"), "rules[2]", "an object is needed, not a text"),
        (lambda r: r["rules"][0].pop("reason"), "rules[0]", "`reason` is missing"),
        (lambda r: r["rules"][1].update(effect="allows"), "rules[1].effect", "one of prohibits"),
        (lambda r: r["rules"][1].update(tags=["t", 1]), "rules[1].tags[1]", "a text is needed"),
        (lambda r: r["rules"][1].update(when=[]), "rules[1].when", "a condition is needed"),
        (lambda r: r["rules"][1].update(when={"all": "x"}), "rules[1].when.all", "a list is needed"),
        (lambda r: r["rules"][1].update(when={"all": [], "any": []}), "rules[1].when", "one of"),
        (lambda r: r["rules"][1].update(when={"not": {"any": ["a", {}]}}), "rules[1].when.not.any[1]", "a condition"),
        (lambda r: r["rules"][1].update(when={"fact": "f", "is": ["b", "a"]}), "rules[1].when.is", "in order"),
        (lambda r: r["rules"][1].update(when={"fact": "f", "is": [1]}), "rules[1].when.is[0]", "a text"),
        (lambda r: r["rules"][1].update(when={"fact": 1, "is": []}), "rules[1].when", "a condition has"),
        (lambda r: r["facts"][1].update(likely=[True, 1]), "facts[1].likely[0]", "not true or false"),
        (lambda r: r["facts"][1].update(first="yes"), "facts[1].first", "true or false is needed"),
        (lambda r: r["safeguards"][0].update(outcomes=["weigh", "weigh"]), "safeguards[0].outcomes", "twice"),
        (lambda r: r["cases"][0].update(facts=["wind"]), "cases[0].facts", "`fact=answer`"),
        (lambda r: r["cases"][0].update(items=[["one"]]), "cases[0].items[0]", "a list of 2"),
        (lambda r: r["advice"][0]["ask"][0].append([]), "advice[0].ask[0]", "a list of 2"),
    ],
)
def test_a_fault_is_told_with_its_place(change: Callable[[Any], object], where: str, what: str) -> None:
    with pytest.raises(ReleaseError) as caught:
        pack_of(changed(change))
    assert caught.value.where == where
    assert what in caught.value.what
    assert str(caught.value) == (f"{where}: {caught.value.what}" if where else caught.value.what)


@pytest.mark.parametrize(
    ("release", "what"),
    [
        (b"", "not JSON"),
        (b"\xff", "not UTF-8"),
        (b"[]", "an object, not a list"),
        (b"{}", "the format is not"),
        (b"NaN", "an object"),
        (b"[" * 100_000, "nested too deeply"),
        (b"9" * 5000, "a number that is too long"),
        (b'"\\ud800"', "not canonical"),
        (RELEASE + b"\n", "not canonical"),
        (RELEASE.replace(b'"format":', b'"format": '), "not canonical"),
        (RELEASE.replace(b'"extends":"base"', b'"extends":"base","extends":"base"'), "not canonical"),
        (RELEASE.replace(b'"Plain?"', b'"\\u0050lain?"'), "not canonical"),
    ],
)
def test_what_is_no_release(release: bytes, what: str) -> None:
    with pytest.raises(ReleaseError, match=what):
        pack_of(release)


@given(st.integers(0, len(RELEASE) - 1), st.integers(0, 255))
def test_no_changed_byte_passes_for_the_same_pack(index: int, byte: int) -> None:
    damaged = RELEASE[:index] + bytes([byte]) + RELEASE[index + 1 :]
    try:
        pack = pack_of(damaged)
    except ReleaseError:
        return
    assert release_of(pack) == damaged
    assert (pack.digest == digest_of(RELEASE)) == (damaged == RELEASE)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(release: bytes) -> None:
    with pytest.raises(ReleaseError):
        pack_of(release)


def deep(parts: int) -> Condition:
    condition: Condition = FindingHolds("fit")
    for _ in range(parts):
        condition = Not(condition)
    return condition


@pytest.mark.parametrize(
    ("pack", "what"),
    [
        (replace(ALL_KINDS, title="\ud800"), "half of a surrogate"),
        (replace(ALL_KINDS, findings=(Finding("f", "m", deep(70)),)), "nested more than"),
        (replace(ALL_KINDS, cases=(Case("c", DAY, (("a=b", "c"),)),)), "with `=` in its name"),
    ],
)
def test_what_cannot_be_released(pack: Pack, what: str) -> None:
    with pytest.raises(ReleaseError, match=what):
        release_of(pack)


def test_a_condition_that_is_too_deep_is_not_read() -> None:
    nested: object = "fit"
    for _ in range(70):
        nested = {"not": nested}
    with pytest.raises(ReleaseError, match="nested more than"):
        pack_of(changed(lambda read: read["findings"][0].update(when=nested)))


def test_a_type_without_a_form_is_a_fault_of_the_program() -> None:
    @dataclasses.dataclass
    class Odd:
        value: complex

    Odd.__annotations__["value"] = complex
    with pytest.raises(TypeError, match="no form"):
        Forms({}).of(Odd)
