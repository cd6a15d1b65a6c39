"""Ask a rota for advice: a question with a moment by which it needs an answer, without names if wished."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.once import done_before
from sharewell.casework.open_request import request_of
from sharewell.casework.refusal import Unfinished
from sharewell.casework.without_names import names_on, strip_names
from sharewell.register.advice import AdviceRequest, Rota


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of whom, by when. `without_names`: names on the record must not be in it."""

    rota: Rota
    question: str
    described: str
    reply_by: datetime
    without_names: bool = True


def ask_advice(who: Acting, request: uuid.UUID, *, asking: Question, once: uuid.UUID) -> AdviceRequest:
    """The question, kept. The same form sent twice asks once.

    Raises: MayNot, NotThere, Unfinished: something is missing, or it was to be without names and has some.
    """
    about = request_of(who, request, act=Act.MAKE_REQUEST)
    if before := done_before(who, AdviceRequest, once):
        return before
    problems = {}
    if not asking.question.strip():
        problems["question"] = "Say what you want to know"
    if asking.reply_by <= who.at:
        problems["reply_by"] = "Choose a moment that is still to come"
    if asking.without_names:
        names = names_on(about.child)
        for name, text in (("question", asking.question), ("described", asking.described)):
            if taken := strip_names(text, names).taken:
                problems[name] = f"This still names {', '.join(taken)}. Take the name out, or ask with names"
    if problems:
        raise Unfinished(problems)
    row = AdviceRequest(
        id=once,
        request=about,
        rota=asking.rota,
        question=asking.question.strip(),
        described=asking.described.strip(),
        without_names="yes" if asking.without_names else "no",
        reply_by=asking.reply_by,
    )
    return keep(who, row, "advice-asked")
