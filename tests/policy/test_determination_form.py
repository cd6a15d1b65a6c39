"""Determinations as they are kept: the same text always, and back to the same value, whatever rules they came from."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.policy.compile import compiled
from sharewell.policy.determination_form import FORMAT, determination_of, digest_of, text_of
from sharewell.policy.form import MalformedError
from tests.policy.toy import PACK

EDITION = PACK.on(date(2026, 1, 1))
SAID = compiled(EDITION).determine({})


@given(st.data())
def test_a_determination_comes_back(data: st.DataObject) -> None:
    facts = data.draw(st.lists(st.sampled_from(sorted(EDITION.facts)), unique=True))
    answers = {fact: data.draw(st.sampled_from(EDITION.facts[fact].domain)) for fact in facts}
    said = compiled(EDITION).determine(answers)
    text = text_of(said)
    assert determination_of(text) == said
    assert text_of(determination_of(text)) == text


def test_the_digest_is_of_the_text() -> None:
    assert len(digest_of(text_of(SAID))) == 64
    assert json.loads(text_of(SAID))["format"] == FORMAT


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "another/1"}', f'{{"format": "{FORMAT}"}}'])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(MalformedError):
        determination_of(text)
