"""The small values: truth, facts, sources, days."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sharewell.policy.condition import AllOf, AnyOf, FactIs, truth_of_answer
from sharewell.policy.edition import LoopError
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.network import Network, width
from sharewell.policy.outcome import Outcome
from sharewell.policy.partial import partial_circuit, possible_many
from sharewell.policy.planes import circuit
from sharewell.policy.rule import Effect, InForce
from sharewell.policy.source import Standing
from sharewell.policy.truth import Truth, conjunction, disjunction, negation
from tests.policy.toy import DAY, LATER, PACK, edition, fact, one, rule

TRUE, FALSE, OPEN = Truth.TRUE, Truth.FALSE, Truth.OPEN


def test_a_truth_is_not_a_bool():
    with pytest.raises(TypeError, match="not a bool"):
        bool(TRUE)


def test_strong_kleene_tables():
    assert [negation(each) for each in (TRUE, FALSE, OPEN)] == [FALSE, TRUE, OPEN]
    assert conjunction([TRUE, OPEN, FALSE]) is FALSE
    assert conjunction([TRUE, OPEN]) is OPEN
    assert conjunction([]) is TRUE
    assert disjunction([FALSE, OPEN, TRUE]) is TRUE
    assert disjunction([FALSE, OPEN]) is OPEN
    assert disjunction([]) is FALSE


@pytest.mark.parametrize(
    ("answer", "answers", "truth"),
    [
        (None, {"a"}, OPEN),
        (None, {"a", "b"}, OPEN),
        (None, {"a", "b", NOT_KNOWN}, TRUE),
        (None, set(), FALSE),
        (NOT_KNOWN, {"a"}, OPEN),
        (NOT_KNOWN, {"a", "b"}, TRUE),
        (NOT_KNOWN, {"a", NOT_KNOWN}, TRUE),
        (NOT_KNOWN, set(), FALSE),
        ("a", {"a"}, TRUE),
        ("b", {"a", NOT_KNOWN}, FALSE),
    ],
)
def test_a_fact_test_reads_an_answer(answer, answers, truth):
    assert truth_of_answer(answer, FactIs("x", frozenset(answers)), frozenset("ab"), NOT_KNOWN) is truth


def test_the_words_of_an_answer():
    weather = fact("weather", "sun", "rain")
    assert weather.says("rain") == "Rain"
    assert weather.says(NOT_KNOWN) == "I don't know"
    with pytest.raises(KeyError):
        weather.says("snow")


def test_a_source_says_how_far_it_may_be_relied_on():
    assert [each for each in Standing if not each.weak] == [Standing.READ]
    assert all(each.says for each in Standing)
    assert [each for each in Outcome if each.sharing] == [Outcome.MUST_SHARE, Outcome.SHOULD_SHARE, Outcome.MAY_SHARE]


def test_law_learned_late_is_left_out_of_what_was_known_then():
    late = InForce(DAY, known_from=LATER)
    assert late.on(LATER)
    assert not late.on(LATER, known_on=DAY)
    assert late.on(LATER, known_on=LATER)
    assert not InForce(DAY, LATER).on(LATER)
    known = replace(PACK, rules=(rule("late", Effect.PROHIBITS, AllOf(()), in_force=late),))
    assert known.on(LATER).rules
    assert not known.on(LATER, known_on=DAY).rules


def test_rules_that_override_each_other_in_a_circle_are_refused():
    first = rule("first", Effect.PERMITS, AllOf(()), "second")
    second = rule("second", Effect.PERMITS, AllOf(()), "first", "unknown")
    with pytest.raises(LoopError, match=r"overrides form a loop: .*first"):
        replace(PACK, rules=(first, second)).on(DAY)


def test_a_local_pack_has_two_layers():
    local = replace(PACK, extends="below", rules=(rule("mine", Effect.ASKS, AllOf(()), layer="toy"),))
    assert local.layers == ("below", "toy")
    assert local.on(DAY).rules
    assert not local.on(DAY, up_to_layer="below").rules


def test_a_network_folds_what_is_constant():
    net = Network()
    a = net.plane("x", 0)
    assert (net.both(a, True), net.both(a, False), net.either(a, False), net.either(a, True)) == (a, False, a, True)
    assert (net.both(a, a), net.either(a, a), net.negated(net.negated(a))) == (a, a, a)
    assert net.both(a, net.negated(a)) is False
    assert net.either(a, net.negated(a)) is True
    assert net.negated(True) is False
    assert net.member([a], frozenset(), 0) is False
    assert net.inputs([net.negated(a), True]) == [("x", 0)]
    assert (width(1), width(2), width(5)) == (1, 1, 3)


def test_a_circuit_knows_its_codes_and_answers():
    made = circuit(edition())
    assert made.code("borrower", "medic") == 2
    assert made.answer_node("colour", "red") != made.answer_node("colour", "blue")


def test_strange_tests_read_the_same_on_planes():
    odd = (
        rule("always", Effect.ASKS, one("colour", "red", "blue", NOT_KNOWN)),
        rule("never", Effect.PROHIBITS, FactIs("colour", frozenset())),
        rule("nothing", Effect.PROHIBITS, AnyOf(())),
        rule("unsure", Effect.WEIGHS, one("weather", NOT_KNOWN)),
    )
    of = replace(PACK, rules=odd).on(DAY)
    assert partial_circuit(of).possible[Outcome.MUST_NOT_SHARE] is False
    assert possible_many(of, [{}, {"weather": NOT_KNOWN}, {"weather": "sun"}]) == [
        {Outcome.ASK_FIRST, Outcome.WEIGH},
        {Outcome.WEIGH},
        {Outcome.ASK_FIRST},
    ]
