"""The difference is exact: it describes what changed, case by case, on drawn packs and on a toy that can be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharewell.authoring.difference import Block, Difference, Side, Situation, difference
from sharewell.authoring.difference import answers as describing
from sharewell.authoring.difference import count as counting
from sharewell.authoring.difference.count import consistent
from sharewell.authoring.difference.pair import alike, common_codes, readable, same_rules
from sharewell.policy.condition import AllOf, FindingHolds
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader, determine
from sharewell.policy.fact import NOT_KNOWN, Answer, Quiet
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect
from sharewell.policy.standing import standings
from sharewell.policy.truth import Truth
from tests.authoring.toys import FIRST, SECOND, since, sound, with_rules, without
from tests.policy.drawn import DAY, drawn_pack
from tests.policy.toy import fact, one, rule


def compared(before: Edition, after: Edition) -> Iterator[tuple[dict[str, str], Outcome, Outcome]]:
    """Every situation that both editions can be told, with both outcomes."""
    before, after = alike(before, after)
    codes = common_codes(before, after)
    for choice in product(*codes.values()):
        answers = dict(zip(codes, choice, strict=True))
        one_side, other = (told(edition, answers) for edition in (before, after))
        if consistent(before, one_side) and consistent(after, other):
            yield answers, determine(before, one_side).outcome, determine(after, other).outcome


def told(edition: Edition, answers: dict[str, str]) -> dict[str, str]:
    """The answers that an edition knows."""
    return {name: answer for name, answer in answers.items() if name in edition.facts}


def applies(situation: Situation, before: Edition, after: Edition, answers: dict[str, str]) -> bool:
    """Whether a situation describes some answers, by the plain reading alone."""
    same = same_rules(before, after)
    for condition in situation.when:
        edition = after if readable(after, condition) else before
        if Reader(edition, told(edition, answers)).truth(condition) is not Truth.TRUE:
            return False
    return all(
        holds(block, before if block.side is Side.BEFORE else after, same, answers) for block in situation.blocks
    )


def holds(block: Block, edition: Edition, same: frozenset[str], answers: dict[str, str]) -> bool:
    """Whether a block holds, by the plain reading alone."""
    reader = Reader(edition, told(edition, answers))
    said = standings(edition, [reader.truth(rule.when) for rule in edition.rules])
    indexes = said.sure if block.surely is block.holds else said.may
    rules = [edition.rules[i] for i in indexes]
    if isinstance(block.about, Effect):
        stands = any(rule.effect is block.about and rule.name in same for rule in rules)
    else:
        stands = any(rule.name == block.about for rule in rules)
    return stands is block.holds


def check(before: Edition, after: Edition) -> Difference:
    """Compare a difference with every situation there is."""
    said = difference(before, after)
    assert said.complete
    moves: dict[tuple[Outcome, Outcome], int] = {}
    for answers, was, now in compared(before, after):
        moves[was, now] = moves.get((was, now), 0) + 1
        described = {
            (change.before, change.after)
            for change in said.changes
            for situation in change.situations
            if applies(situation, before, after, answers)
        }
        assert described == ({(was, now)} if was is not now else set())
    total = sum(moves.values())
    for change in said.changes:
        assert change.share.exact
        assert change.share.of == total
        assert round(change.share.part * total) == moves[change.before, change.after]
    return said


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 4))
def test_exactly_what_changed_is_described_when_rules_come_and_go(seed: int, gone: int) -> None:
    pack = drawn_pack(seed, facts=4, rules=8)
    check(pack.on(DAY), pack.on(DAY, without=frozenset({f"rule-{gone}", f"rule-{gone + 3}"})))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_exactly_what_changed_is_described_between_packs_that_differ_in_everything(seed: int) -> None:
    check(drawn_pack(seed, facts=3, rules=6).on(DAY), drawn_pack(seed + 1, facts=4, rules=6).on(DAY))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_a_description_by_rules_is_as_exact(seed: int) -> None:
    pack = drawn_pack(seed, facts=4, rules=8)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(describing, "FACTS", 0)
        check(pack.on(DAY), pack.on(DAY, without=frozenset({"rule-1", "rule-4"})))


def test_nothing_changed() -> None:
    edition = sound().on(FIRST)
    assert list(difference(edition, edition).lines()) == ["no situation has another outcome"]


def test_a_change_is_said_in_findings_and_with_its_count() -> None:
    shy = replace(
        rule("ask-first", Effect.WEIGHS, AllOf((FindingHolds("worried"), one("asker", "fireman")))),
        in_force=since(SECOND),
    )
    pack = with_rules(shy)
    said = check(pack.on(SECOND - dt.timedelta(days=1)), pack.on(SECOND))
    assert list(said.lines()) == [
        "rule begun: `ask-first` weighs: worried and asker is fireman",
        "another outcome: 6 of 54 situations",
        "may-share -> weigh: 6 of 54 situations",
        "  - where worried and fire is no and asker is fireman",
        "    through `ask-first` after",
        "Nothing is left out.",
    ]


def test_by_rules_the_blocks_are_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(describing, "FACTS", 0)
    lines = list(check(sound().on(FIRST), without("lend").on(FIRST)).lines())
    assert lines[0] == "rule ended: `lend` permits: asker is fireman or neighbour"
    assert "  - through `lend` before" in lines
    assert "    before: `lend` stands" in lines
    assert any(line[4:] in {f"{side.value}: no other rule expects or holds it" for side in Side} for line in lines)
    assert lines[-2].startswith("    for example: asker is ")


def test_a_changed_condition_and_not_known_are_part_of_it() -> None:
    before = with_rules(rule("sure", Effect.WEIGHS, AllOf((one("worry", "none", NOT_KNOWN), one("asker", "fireman")))))
    after = with_rules(rule("sure", Effect.WEIGHS, AllOf((one("worry", "none"), one("asker", "fireman")))))
    said = check(before.on(FIRST), after.on(FIRST))
    assert [(each.name, each.kind) for each in said.rules] == [("sure", "altered")]
    assert any("worry is not known" in line for line in said.lines())


def test_what_only_one_edition_has_is_said() -> None:
    pack = sound()
    facts = (
        *(each for each in pack.facts if each.name != "worry"),
        replace(pack.facts[1], answers=(*pack.facts[1].answers, Answer("panic", "Panic"))),
        fact("colour", "red", "blue"),
    )
    later = replace(pack, facts=facts, rules=(*pack.rules, rule("red", Effect.WEIGHS, one("colour", "red"))))
    said = check(pack.on(FIRST), later.on(FIRST))
    assert said.only_after == ("worry: panic", "colour")
    assert "only after, so not compared: worry: panic, colour" in list(said.lines())


def test_situations_that_only_one_edition_takes_for_consistent_are_said() -> None:
    pack = sound()
    facts = tuple(replace(each, quiet=None) if each.name == "lock" else each for each in pack.facts)
    said = check(pack.on(FIRST), replace(pack, facts=facts).on(FIRST))
    assert said.not_compared


def test_many_situations_are_drawn_and_the_share_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = sound()
    facts = tuple(replace(each, likely=(9, 1)) if each.name == "fire" else each for each in pack.facts)
    shy = rule("shy", Effect.WEIGHS, AllOf((FindingHolds("worried"), one("asker", "fireman"))))
    before, after = replace(pack, facts=facts).on(FIRST), replace(pack, facts=facts, rules=(*pack.rules, shy)).on(FIRST)
    monkeypatch.setattr(counting, "COUNTED", 0)
    share = difference(before, after).share
    assert not share.exact
    assert abs(share.part - 1 / 9) < 2 * share.margin
    assert share.everyday == pytest.approx(0.9 * 2 / 9, abs=0.01)
    assert "drawn situations" in share.says


def test_a_share_of_nothing_says_how_small_it_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = Quiet("sound", one("checks", "not-fine"))
    facts = tuple(replace(each, quiet=quiet) if each.name == "lock" else each for each in sound().facts)
    edition = replace(sound(), facts=facts).on(FIRST)
    monkeypatch.setattr(counting, "COUNTED", 0)
    assert difference(edition, edition).share.says.startswith("none of 16,384 drawn situations: fewer than 1 in 5,461")
