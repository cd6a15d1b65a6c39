"""Give advice: an adviser of the rota that was asked, or an approver once the time to answer is over."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.db.models import Q, QuerySet

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.approve import open_for
from sharewell.casework.keep import keep
from sharewell.casework.once import done_before
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.register.advice import Advice, AdviceRequest, Rota
from sharewell.register.practitioner import Role
from sharewell.register.relationship import Tie

#: Which roles answer for a rota. Whatever it is, silence goes to the approvers.
ANSWER: Mapping[Rota, frozenset[Role]] = {
    Rota.SAFEGUARDING: frozenset({Role.ADVISER}),
    Rota.CALDICOTT: frozenset({Role.ADVISER, Role.GOVERNANCE}),
    Rota.DATA_PROTECTION: frozenset({Role.GOVERNANCE}),
    Rota.LEGAL: frozenset({Role.ADVISER}),
    Rota.MANAGER: frozenset({Role.APPROVER}),
}


def waiting_advice(who: Acting) -> QuerySet[AdviceRequest]:
    """The questions that wait for this adviser, the most urgent first; for approvers also whatever is overdue.

    Raises: MayNot.
    """
    require(who, Act.ADVISE)
    mine = Q(rota__in=[rota for rota, roles in ANSWER.items() if roles & who.roles])
    if Role.APPROVER in who.roles:
        mine |= Q(reply_by__lte=who.at)
    return (
        AdviceRequest.objects.filter(mine, agency=who.organisation, answers__isnull=True)
        .exclude(recorded_by=who.practitioner)
        .select_related("recorded_by")
        .order_by("reply_by", "id")
    )


def read_question(who: Acting, asked: uuid.UUID) -> AdviceRequest:
    """One question, opened. Asked with names, it opens the record that it is about, and the record says who looked.

    Raises: MayNot, NotThere.
    """
    found = waiting_advice(who).select_related("request__child", "request__organisation").filter(pk=asked).first()
    if found is None:
        raise NotThere("advice", asked)
    if found.without_names == "no":
        open_for(who, found.request.child_id, tie=Tie.ADVISER, reason="Asked for advice")
    return found


def was_answered(who: Acting, asked: uuid.UUID) -> bool:
    """Whether a question of one's own organisation has its answer, so that nobody need look for it here.

    Raises: MayNot.
    """
    require(who, Act.ADVISE)
    return Advice.objects.filter(asked=asked, agency=who.organisation).exists()


def give_advice(who: Acting, asked: uuid.UUID, *, text: str, once: uuid.UUID) -> Advice:
    """The answer. The same form sent twice answers once.

    Raises: MayNot, NotThere if it does not wait for them, Unfinished without words.
    """
    require(who, Act.ADVISE)
    if before := done_before(who, Advice, once):
        return before
    found = read_question(who, asked)
    if not text.strip():
        raise Unfinished({"text": "Write your advice"})
    return keep(who, Advice(id=once, asked=found, text=text.strip(), position=who.title), "advice-given")
