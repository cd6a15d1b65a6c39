"""Sets of cases on numpy planes: the same answers as the plain reading, case by case."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sharewell.policy.evaluate import determine
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome
from sharewell.policy.planes import OUTCOMES
from sharewell.replay.cases import (
    NOT_ASKED_CODE,
    NOT_KNOWN_CODE,
    codes_of,
    complete_cases,
    pack,
    partial_cases,
    unpack,
)
from sharewell.replay.many import UNSETTLED, Change, Decider, PartialDecider
from tests.policy.drawn import drawn_answers, drawn_edition
from tests.policy.toy import DAY, LATER, PACK, edition

seeds = st.integers(0, 5_000)


@settings(max_examples=60, deadline=None)
@given(seeds, st.lists(seeds, max_size=150))
def test_complete_cases_agree_with_the_plain_reading(pack_seed, cases):
    of = drawn_edition(pack_seed)
    rows = [drawn_answers(of, case, known=1, not_known=0) for case in cases]
    said = Decider(of).outcomes(complete_cases(of, codes_of(of, rows)))
    assert [{OUTCOMES[code]} for code in said] == [determine(of, row).possible for row in rows]


@settings(max_examples=60, deadline=None)
@given(seeds, st.lists(seeds, max_size=150))
def test_open_cases_agree_with_the_plain_reading(pack_seed, cases):
    of = drawn_edition(pack_seed)
    rows = [drawn_answers(of, case, known=0.6, not_known=0.2) for case in cases]
    said = PartialDecider(of).outcomes(partial_cases(of, codes_of(of, rows)))
    for code, row in zip(said, rows, strict=True):
        possible = determine(of, row).possible
        assert possible == {OUTCOMES[code]} if code != UNSETTLED else len(possible) > 1


def test_a_change_is_counted_pair_by_pair():
    rows = [drawn_answers(edition(), seed, known=1, not_known=0) for seed in range(1_000)]
    before, after = edition(), edition(LATER)
    counted = Change(before, after).matrix(complete_cases(before, codes_of(before, rows)))
    told = Counter((next(iter(determine(before, r).possible)), next(iter(determine(after, r).possible))) for r in rows)
    assert counted == dict(told)
    assert sum(counted.values()) == len(rows)
    assert any(a is not b and b is Outcome.MUST_NOT_SHARE for a, b in counted)


def test_no_cases_at_all_is_no_fault():
    of = edition()
    none = complete_cases(of, codes_of(of, []))
    assert len(Decider(of).outcomes(none)) == 0
    assert Change(of, edition(LATER)).matrix(none) == {}


def test_editions_that_ask_different_facts_cannot_be_compared():
    with pytest.raises(ValueError, match="different facts"):
        Change(edition(), drawn_edition(1))


def test_what_is_no_answer_is_refused_by_name():
    of = edition()
    with pytest.raises(ValueError, match="`fire` has no answer `maybe`"):
        codes_of(of, [{"fire": "maybe"}])
    codes = codes_of(of, [{name: fact.domain[0] for name, fact in of.facts.items()}])
    with pytest.raises(ValueError, match="`fire` has no answer number 9"):
        complete_cases(of, {**codes, "fire": np.array([9], np.uint8)})
    with pytest.raises(ValueError, match="`fire` has no answer number 77"):
        partial_cases(of, {"fire": np.array([77], np.uint8)})
    with pytest.raises(ValueError, match="different lengths"):
        complete_cases(of, {**codes, "fire": np.zeros(2, np.uint8)})
    with pytest.raises(KeyError):
        complete_cases(of, {})


def test_the_two_ways_of_no_answer_have_their_own_codes():
    of = edition()
    codes = codes_of(of, [{"fire": NOT_KNOWN}, {}])
    assert list(codes["fire"]) == [NOT_KNOWN_CODE, NOT_ASKED_CODE]
    assert partial_cases(of, {}).count == 0


@given(st.lists(st.integers(0, 7), max_size=300))
def test_packing_loses_nothing(numbers):
    column = np.array(numbers, np.uint8)
    planes = [pack(column & np.uint8(1 << bit)) for bit in range(3)]
    assert list(unpack(planes, len(numbers))) == numbers


def test_more_cases_than_one_block():
    of = PACK.on(DAY)
    row = {name: fact.domain[0] for name, fact in of.facts.items()}
    one = codes_of(of, [row])
    many = {name: np.repeat(column, 64 * 16_384 + 5) for name, column in one.items()}
    said = Decider(of).outcomes(complete_cases(of, many))
    assert set(said.tolist()) == {OUTCOMES.index(next(iter(determine(of, row).possible)))}
