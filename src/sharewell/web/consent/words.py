"""The words of the consent pages, from `words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from sharewell.casework.consent_cells import State


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Every text, by its part and name."""
    return tomllib.loads(files("sharewell.web.consent").joinpath("words.toml").read_text(encoding="utf-8"))


def state_words(state: State) -> str:
    """A state, as a practitioner and a parent read it."""
    return words()["state"][state.value]
