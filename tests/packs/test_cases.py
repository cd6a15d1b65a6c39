"""The cases of the packs: all hold, and every rule has the three kinds of them."""

from __future__ import annotations

from collections import defaultdict

import pytest

from sharewell.authoring.trial import failures_of
from sharewell.policy.case import Case
from sharewell.policy.outcome import Outcome
from tests.packs.shipped import PACKS, pack

KINDS = ("applies", "does not apply", "a fact is missing")


def kind_of(case: Case) -> str:
    """Which of the three kinds a case about a rule is; empty if none."""
    expect = case.expect
    if case.rule in expect.applied:
        return KINDS[0]
    if expect.open_facts and not set(expect.open_facts) & {fact for fact, _ in case.facts}:
        return KINDS[2] if expect.outcome is Outcome.INCOMPLETE else ""
    return KINDS[1] if case.rule in expect.not_applied else ""


@pytest.mark.parametrize("name", PACKS)
def test_every_case_holds(name: str) -> None:
    found = {case.name: failures_of(pack(name), case) for case in pack(name).cases if case.layer == name}
    assert {case: failures for case, failures in found.items() if failures} == {}


def test_every_case_expects_something() -> None:
    """All but the one that the others start from, which is no situation."""
    idle = [case.name for case in pack("hampshire").cases if case.expect.outcome is None]
    assert idle == ["quiet-base"]


def test_every_rule_has_a_case_where_it_applies_one_where_it_does_not_and_one_where_a_fact_is_missing() -> None:
    kinds = defaultdict(set)
    for case in pack("hampshire").cases:
        kinds[case.rule].add(kind_of(case))
    short = {rule.name: set(KINDS) - kinds[rule.name] for rule in pack("hampshire").rules}
    assert {rule: lacking for rule, lacking in short.items() if lacking} == {}


def test_a_rule_has_cases_of_its_own_layer() -> None:
    layers = defaultdict(set)
    for case in pack("hampshire").cases:
        layers[case.rule].add(case.layer)
    assert [rule.name for rule in pack("hampshire").rules if rule.layer not in layers[rule.name]] == []


def test_no_case_is_a_rule_id() -> None:
    """A title is a sentence in the field's words."""
    titles = [case.name for case in pack("hampshire").cases if case.name != "quiet-base"]
    assert [title for title in titles if title.count(" ") < 3] == []
    assert len(set(titles)) == len(titles)
