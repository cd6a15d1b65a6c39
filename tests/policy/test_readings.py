"""One meaning, several readings: every fast reading agrees with the plain one on drawn packs and answers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharewell.policy.compile import compiled
from sharewell.policy.evaluate import determine
from sharewell.policy.partial import possible_many
from sharewell.policy.planes import decide_many
from sharewell.policy.rule import Effect
from tests.policy.drawn import DAY, drawn_answers, drawn_edition, drawn_pack
from tests.policy.toy import PACK, QUIET_DAY, edition

seeds = st.integers(0, 5_000)


@settings(max_examples=200, deadline=None)
@given(seeds, st.lists(seeds, min_size=1, max_size=6))
def test_generated_python_agrees(pack, cases):
    of = drawn_edition(pack)
    fast = compiled(of)
    for case in cases:
        answers = drawn_answers(of, case, known=0.6)
        plain = determine(of, answers)
        assert fast.determine(answers) == plain
        verdict = fast.partial(answers)
        assert verdict.possible == plain.possible
        if len(plain.possible) == 1:
            assert verdict.outcome is plain.outcome
            assert (verdict.applied, verdict.overridden) == (plain.applied, plain.overridden)
        else:
            assert verdict.outcome is None
        assert fast.verdict(answers).outcome == verdict.outcome


@settings(max_examples=150, deadline=None)
@given(seeds, st.lists(seeds, min_size=1, max_size=6))
def test_generated_python_agrees_on_complete_cases(pack, cases):
    of = drawn_edition(pack)
    fast = compiled(of)
    for case in cases:
        answers = drawn_answers(of, case, known=1, not_known=0)
        plain = determine(of, answers)
        assert fast.verdict(answers).outcome is plain.outcome
        assert fast.verdict(answers).applied == plain.applied


@settings(max_examples=100, deadline=None)
@given(seeds, st.lists(seeds, max_size=80))
def test_bit_planes_agree(pack, cases):
    of = drawn_edition(pack)
    rows = [drawn_answers(of, case, known=1, not_known=0) for case in cases]
    assert [{said} for said in decide_many(of, rows)] == [determine(of, row).possible for row in rows]
    rows = [drawn_answers(of, case, known=0.6, not_known=0.2) for case in cases]
    assert possible_many(of, rows) == [determine(of, row).possible for row in rows]


def test_a_full_memory_of_verdicts_starts_again(monkeypatch):
    monkeypatch.setattr("sharewell.policy.compile._MEMO", 1)
    fast = compiled(edition())
    for weather in ("sun", "rain"):
        answers = {**QUIET_DAY, "weather": weather}
        assert fast.partial(answers).outcome is determine(edition(), answers).outcome


def test_a_test_that_names_not_known_reads_the_same_everywhere():
    found = 0
    for seed in range(300):
        of = drawn_pack(seed).on(DAY)
        rows = [drawn_answers(of, case, known=0.7, not_known=0.4) for case in range(12)]
        assert possible_many(of, rows) == [determine(of, row).possible for row in rows]
        found += "not-known" in str(of.rules)
    assert found


@pytest.mark.parametrize("effect", list(Effect))
def test_every_effect_has_its_outcome_and_words(effect):
    assert effect.outcome.says
    assert PACK.id.name == "toy"
