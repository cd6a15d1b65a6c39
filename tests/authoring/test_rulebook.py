"""The rulebook as data: order, overrides, history, days, cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sharewell.authoring.rulebook import rulebook
from sharewell.authoring.rulebook.order import pinpoint_key
from sharewell.authoring.wording.clause import FactClause, GroupClause, Wording, lines
from sharewell.authoring.wording.day import in_force_said
from sharewell.policy.case import Expectation, Published
from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import InForce
from tests.authoring.book_toys import FIRST, LOCAL, PACK, RULES, SWITCH

BOOK = rulebook(PACK)
ENTRY = {entry.rule.name: entry for entry in BOOK.rules}
WORDS = Wording({fact.name: fact for fact in PACK.facts}, {finding.name: finding for finding in PACK.findings})


def test_every_rule_stands_once_in_source_order() -> None:
    assert [part.name for part in BOOK.parts] == ["law", "guidance", "policy"]
    assert [entry.rule.name for entry in BOOK.rules] == [
        "private", "help-2008", "help-2024", "ask", "coming", "danger-share", "late",
    ]  # fmt: skip  # s9, s47(9) twice, the schedule twice; the guidance; the policy


def test_a_source_names_the_other_rules_that_cite_it() -> None:
    also = {section.source.name: section.also for section in BOOK.sources}
    assert also == {"policy": (), "guide": ("help-2024",), "act": (), "odd": ()}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("s9", "s47"), ("s47(9)-(11)", "s120"), ("ss14-16", "s15"), ("s120", "Sch 1"), ("r9", "reg 10"),
        ("para 2", "para 10"),
    ],
)  # fmt: skip  # pairs
def test_pinpoints_stand_as_a_reader_looks_them_up(first: str, second: str) -> None:
    assert pinpoint_key(first) < pinpoint_key(second)


def test_overrides_are_expanded_for_days_in_common() -> None:
    over = {each.written: each.rules for each in ENTRY["help-2024"].overrides}
    assert over == {"@confidence": ("private",), "private": ("private",)}
    assert set(ENTRY["danger-share"].overrides[0].rules) == {rule.name for rule in RULES} - {"danger-share"}
    assert ENTRY["private"].overridden_by == ("danger-share", "help-2008", "help-2024")


def test_overrides_are_those_of_the_edition() -> None:
    for day in PACK.days_of_change():
        edition = PACK.on(day)
        for i, rule in enumerate(edition.rules):
            by = {edition.rules[j].name for j in edition.overriders[i]}
            in_force = {each.name for each in edition.rules}
            assert by == set(ENTRY[rule.name].overridden_by) & in_force


def test_a_star_spares_what_overrides_it() -> None:
    rules = tuple(replace(r, overrides=("danger-share",)) if r.name == "private" else r for r in RULES)
    entries = {entry.rule.name: entry for entry in rulebook(replace(PACK, rules=rules)).rules}
    assert "private" not in entries["danger-share"].overrides[0].rules
    assert entries["danger-share"].overridden_by == ("private",)


def test_history_joins_a_rule_and_its_successor() -> None:
    assert ENTRY["help-2008"].replaced_by == ("help-2024",)
    assert ENTRY["help-2024"].replaces == ("help-2008",)
    assert ENTRY["late"].replaces == ()


def test_cases_are_shown_beside_every_rule_they_tell_of() -> None:
    assert [each.part for each in ENTRY["help-2024"].cases] == ["it applies"]
    assert [each.part for each in ENTRY["ask"].cases] == ["it does not apply"]
    assert "overrides it" in ENTRY["private"].cases[0].part
    assert all(not entry.cases for entry in rulebook(PACK, cases=()).rules)


def test_a_case_that_names_no_rule_stands_beside_the_rules_that_decide_it() -> None:
    """Each item for each recipient; a published one under its own title."""
    bare = replace(
        PACK.cases[0], rule="", expect=Expectation(), facts=(("danger", "no"),),
        items=(("notes", (("age", "13-15"), ("needed", "yes"))), ("a name", (("age", "18"), ("needed", "no")))),
        recipients=(("the nurse", ()),), published=Published("p1", "Council", "An old story", "weigh"),
    )  # fmt: skip  # the case, then its parts
    cases = {entry.rule.name: entry.cases for entry in rulebook(PACK, cases=(bare,)).rules}
    (one,) = cases["help-2024"]
    assert (one.title, one.part, one.outcome) == (
        "An old story (Council) (notes, to the nurse)", "it decides here", Outcome.MUST_SHARE,
    )  # fmt: skip  # one line
    assert [each.title for each in cases["private"]] == ["An old story (Council) (a name, to the nurse)"]
    plain = replace(bare, items=(), recipients=(), published=replace(bare.published, publisher=""))  # type: ignore[type-var]
    plain = replace(plain, facts=(("danger", "yes"),))
    cases = {entry.rule.name: entry.cases for entry in rulebook(PACK, cases=(plain,)).rules}
    assert [each.title for each in cases["danger-share"]] == ["An old story"]
    plain = replace(plain, published=None)
    cases = {entry.rule.name: entry.cases for entry in rulebook(PACK, cases=(plain,)).rules}
    assert [each.title for each in cases["danger-share"]] == ["A teacher is asked"]


def test_local_rules_are_marked() -> None:
    assert [entry.rule.name for entry in rulebook(LOCAL).rules if entry.local] == ["town-ask"]
    assert not any(entry.local for entry in BOOK.rules)


@pytest.mark.parametrize(
    ("in_force", "said"),
    [
        (InForce(SWITCH), "from 1 May 2024"),
        (InForce(FIRST, SWITCH), "from 1 October 2008 until 30 April 2024 (2024-05-01)"),
        (InForce(date(1991, 10, 14)), "from 14 October 1991 (in this rulebook from 1 October 2008)"),
        (InForce(SWITCH, known_from=date(2024, 6, 1)), "from 1 May 2024; learned on 1 June 2024"),
        (InForce(None), "passed, but not started (dormant): it can be previewed and decides nothing"),
    ],
)
def test_days_are_said_as_people_say_them(in_force: InForce, said: str) -> None:
    assert in_force_said(in_force, FIRST) == said


def test_every_day_of_change_tells_what_begins_and_ends() -> None:
    last = BOOK.changes[-1]
    assert (last.later, last.until) == (SWITCH, None)
    assert {each.name for each in last.begins} == {"help-2024", "late"}
    assert {each.name for each in last.ends} == {"help-2008", "secret"}
    assert [step.later for step in BOOK.changes] == list(PACK.days_of_change())


def test_days_side_by_side_differ_by_what_is_in_force() -> None:
    for step in BOOK.compared:
        names = {rule.name for rule in PACK.on(step.later).rules}
        before = {rule.name for rule in PACK.on(step.earlier).rules} if step.earlier else set()
        assert {each.name for each in step.begins if each.kind == "rule"} == names - before
        assert {each.name for each in step.ends if each.kind == "rule"} == before - names
        assert step.in_force == len(names)
    assert [each.name for each in BOOK.dormant] == ["coming"]


def _said(condition: Condition) -> list[tuple[int, str]]:
    return list(lines(WORDS.clause(condition)))


def test_conditions_read_as_english() -> None:
    young, age = FindingHolds("young"), FactIs("age", frozenset({"16-17", "13-15", "not-known"}))
    said = "How old is the child? “13, 14 or 15”, “16 or 17” or “I don't know”"
    assert _said(AllOf((young, AnyOf((age, Not(young)))))) == [
        (0, "all of these:"), (1, "The person is a child in law"), (1, "any of these:"), (2, said),
        (2, "not so: The person is a child in law"),
    ]  # fmt: skip  # one line after the other
    assert _said(Not(AnyOf((young, age)))) == [(0, "none of these:"), (1, "The person is a child in law"), (1, said)]
    assert _said(Not(AllOf((young, age))))[0] == (0, "not all of these:")
    assert _said(Not(Not(young))) == _said(AllOf((young,))) == _said(AllOf((AnyOf((young,)),)))
    assert [_said(each) for each in (AllOf(()), AnyOf(()), Not(AllOf(())), Not(AnyOf(())))] == [
        [(0, "always")], [(0, "never")], [(0, "never")], [(0, "always")],
    ]  # fmt: skip  # one line
    nested = WORDS.clause(AllOf((young, AllOf((age, young)))))
    assert isinstance(nested, GroupClause)
    assert len(nested.parts) == 3


def test_unknown_names_are_shown_as_written() -> None:
    clause = WORDS.clause(Not(FactIs("gone", frozenset({"b", "a"}))))
    assert clause == FactClause("gone", "gone", ("a", "b"), negated=True)
    assert clause.says == "not a or b"
    assert _said(FindingHolds("gone")) == [(0, "gone")]


def test_a_rule_without_a_known_source_still_has_its_place() -> None:
    bare = tuple(replace(rule, cites=()) for rule in RULES[:1]) + RULES[1:2]
    book = rulebook(replace(PACK, rules=bare, sources=()))
    assert [entry.rule.name for entry in book.rules] == ["danger-share", "help-2008"]
    assert [section.source.title for section in book.sources] == ["No source given", "act (not described in the pack)"]
