"""How far a request has come, and what to do next: worked out from its rows, stored nowhere."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from django.db.models import Exists, OuterRef

from sharewell.casework.departs import gives
from sharewell.casework.reconsider import News, news_since
from sharewell.register.advice import AdviceRequest, Proposal
from sharewell.register.decision import Choice, Decision, Reconsideration
from sharewell.register.disclosure import Disclosure
from sharewell.register.request import Determination, InformationRequest


class Stage(Enum):
    """Where a request stands. The first that fits counts."""

    REPLACED = "replaced"
    TO_COMPLETE = "to-complete"
    LOOK_AGAIN = "look-again"
    WAITS_FOR_SECOND = "waits-for-second"
    WAITS_FOR_ADVICE = "waits-for-advice"
    TO_ANSWER = "to-answer"
    TO_DECIDE = "to-decide"
    TO_GIVE = "to-give"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Standing:
    """A request, where it stands, and the decision that stands on it, if one does."""

    request: InformationRequest
    stage: Stage
    decision: Decision | None = None
    news: tuple[News, ...] = ()


def stages_of(requests: Iterable[InformationRequest]) -> list[Standing]:
    """Where each of these requests stands. The number of queries does not grow with them."""
    every = list(requests)
    decisions = {
        each.request_id: each
        for each in Decision.objects.filter(request__in=every, replaced_by__isnull=True)
        .select_related("request", "decided_by", "determination")
        .annotate(
            given=Exists(Disclosure.objects.filter(decision=OuterRef("pk"))),
            doubted=Exists(Reconsideration.objects.filter(decision=OuterRef("pk"), answer__isnull=True)),
        )
    }
    news = news_since(decisions.values())
    pks = [each.pk for each in every]
    answered = _requests(Determination.objects.filter(request__in=pks).values_list("request", flat=True))
    proposed = _requests(
        Proposal.objects.filter(request__in=pks, approval__isnull=True).values_list("request", flat=True)
    )
    advised = _requests(
        AdviceRequest.objects.filter(request__in=pks, answers__isnull=True).values_list("request", flat=True)
    )
    replaced = _requests(InformationRequest.objects.filter(replaces__in=pks).values_list("replaces", flat=True))
    return [_standing(each, decisions.get(each.pk), news, answered, proposed, advised, replaced) for each in every]


def _requests(found: Iterable[uuid.UUID | None]) -> set[uuid.UUID]:
    return {each for each in found if each}


def _standing(
    request: InformationRequest,
    decision: Decision | None,
    news: dict[uuid.UUID, list[News]],
    answered: set[uuid.UUID],
    proposed: set[uuid.UUID],
    advised: set[uuid.UUID],
    replaced: set[uuid.UUID],
) -> Standing:
    if request.pk in replaced:
        return Standing(request, Stage.REPLACED, decision)
    if decision is not None:
        return _decided(request, decision, tuple(news.get(decision.pk, ())))
    if request.pk in proposed:
        return Standing(request, Stage.WAITS_FOR_SECOND)
    if request.pk in advised:
        return Standing(request, Stage.WAITS_FOR_ADVICE)
    return Standing(request, Stage.TO_DECIDE if request.pk in answered else Stage.TO_ANSWER)


def _decided(request: InformationRequest, decision: Decision, news: tuple[News, ...]) -> Standing:
    if decision.emergency_since and not decision.replaces_id:
        stage = Stage.TO_COMPLETE
    elif news or decision.doubted:  # type: ignore[attr-defined]  # annotated above
        stage = Stage.LOOK_AGAIN
    elif gives(Choice(decision.choice)) and not decision.given:  # type: ignore[attr-defined]  # annotated above
        stage = Stage.TO_GIVE
    else:
        stage = Stage.DECIDED
    return Standing(request, stage, decision, news)
