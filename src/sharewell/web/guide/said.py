"""What a form says in answer to one question."""

from __future__ import annotations

from django.http.request import QueryDict

from sharewell.policy.checklist import NONE
from sharewell.policy.fact import NOT_KNOWN, Fact
from sharewell.web.guide.sitting import Sitting
from sharewell.web.guide.trail import Step


def said(post: QueryDict, sitting: Sitting, fact: Fact) -> Step | None:
    """The answer given; an empty step if none was, None if it is not one of those offered."""
    return _ticked(post, sitting, fact) if fact.ticks else _chosen(post, fact)


def _chosen(post: QueryDict, fact: Fact) -> Step | None:
    answer = post.get("answer", "")
    if not answer:
        return Step(())
    return Step(((fact.name, answer),)) if answer in (*fact.domain, NOT_KNOWN) else None


def _ticked(post: QueryDict, sitting: Sitting, fact: Fact) -> Step | None:
    """What was ticked on a checklist."""
    lines = {f"{tick.fact}={tick.answer}": tick for tick in fact.ticks}
    ticks, unsure = post.getlist("tick"), post.getlist("unsure")
    none = post.get("none", "")
    if not set(ticks) <= lines.keys() or not set(unsure) <= {tick.fact for tick in fact.ticks}:
        return None
    if none not in ("", NONE, NOT_KNOWN):
        return None
    if none == NOT_KNOWN and not ticks and not unsure:
        return Step(((fact.name, NOT_KNOWN),))
    if not ticks and not unsure and none != NONE:
        return Step(())
    step = sitting.ticked(fact, [lines[each] for each in dict.fromkeys(ticks)], dict.fromkeys(unsure))
    return step if (ticks or unsure or none == NONE) else Step(())
