"""Conditions in HTML: nested lists, questions and findings linked, answers set apart."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from sharewell.authoring.rulebook.block import Link, Words
from sharewell.authoring.wording.clause import Clause, FactClause, FindingClause, GroupClause

Writer = Callable[[Words], str]

_NOT = '<span class="not">Not</span> '
_NOT_SO = '<span class="not">Not so:</span> '


def condition_html(clause: Clause, words: Writer) -> str:
    """A whole condition; `words` writes links as they are written on the page."""
    return f'<div class="condition"><p>{_head(clause, words)}</p>{_parts(clause, words)}</div>'


def _parts(clause: Clause, words: Writer) -> str:
    if not isinstance(clause, GroupClause) or not clause.parts:
        return ""
    rows = "".join(f"<li>{_head(part, words)}{_parts(part, words)}</li>" for part in clause.parts)
    return f"<ul>{rows}</ul>"


def _head(clause: Clause, words: Writer) -> str:
    match clause:
        case FactClause(fact, question, answers, negated):
            joined = " or ".join(f'<strong class="answer">{escape(answer)}</strong>' for answer in answers)
            return f"{words((Link(question, f'fact-{fact}'),))} {_NOT if negated else ''}{joined}"
        case FindingClause(finding, means, negated):
            return (_NOT_SO if negated else "") + words((Link(means, f"finding-{finding}"),))
        case GroupClause(lead, parts):
            said = escape(lead[:1].upper() + lead[1:])
            return f'<span class="lead-in">{said}:</span>' if parts else said
