"""Whether a decision departs from the determination. A person may; the record then says why."""

from __future__ import annotations

from collections.abc import Mapping

from sharewell.policy.outcome import Outcome
from sharewell.register.decision import Choice

_GIVES = frozenset({Choice.SHARE, Choice.SHARE_PART})
_KEEPS = frozenset({Choice.NOT_SHARE, Choice.NOT_YET, Choice.GET_ADVICE})
_EVERY = _GIVES | _KEEPS

#: Outcome to the choices that go with it. Where the rules only allow it or leave it to judgement, each does; what the
#: rules do not settle goes with any choice once advice was given.
FOLLOWS: Mapping[Outcome, frozenset[Choice]] = {
    Outcome.MUST_NOT_SHARE: _KEEPS,
    Outcome.NOT_YET: _KEEPS,
    Outcome.MUST_SHARE: _GIVES,
    Outcome.SHOULD_SHARE: _GIVES,
    Outcome.WEIGH: _EVERY,
    Outcome.ASK_FIRST: _KEEPS,
    Outcome.MAY_SHARE: _EVERY,
    Outcome.REFER: frozenset({Choice.GET_ADVICE, Choice.NOT_YET}),
    Outcome.INCOMPLETE: frozenset({Choice.GET_ADVICE, Choice.NOT_YET}),
}


def gives(choice: Choice) -> bool:
    """Whether something is given."""
    return choice in _GIVES


def departs(choice: Choice, outcome: Outcome, *, advised: bool) -> bool:
    """Whether the choice departs from what the rules said."""
    if advised and outcome is Outcome.REFER:
        return False
    return choice not in FOLLOWS[outcome]
