"""Reconsider: what came up after a decision that bears on it, and what came of looking at it again."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, IntegerField, Model, Q, UUIDField, Value

from sharewell.casework.act import Act
from sharewell.casework.acting import LONDON, Acting
from sharewell.casework.keep import change, keep
from sharewell.casework.known_fact import Known
from sharewell.casework.once import one_at_a_time
from sharewell.casework.open_request import decision_of
from sharewell.casework.plan_review import plan_review
from sharewell.casework.refusal import ChangedMeanwhile, Unfinished
from sharewell.register.competence import CapacityAssessment, CompetenceAssessment
from sharewell.register.consent import Consent, ConsentEnd
from sharewell.register.decision import Decision, Reconsideration, ReconsiderationAnswer
from sharewell.register.family import CourtOrder, ParentalResponsibility, ParentalResponsibilityEnd
from sharewell.register.holding import InformationItem
from sharewell.register.request import Determination
from sharewell.register.safety import SafetyMark, SafetyMarkEnd
from sharewell.register.voice import Review, ReviewKind, View, Wish, WishEnd

#: For how long something new may wait to be looked at.
LOOK_WITHIN = timedelta(days=5)

#: What may bear on a decision: the model, the way from it to the child, to the request it may be about, and its name.
_SOURCES: tuple[tuple[type[Model], str, str, str], ...] = (
    (Consent, "child", "request", "An answer about sharing was written down"),
    (ConsentEnd, "consent__child", "consent__request", "An agreement was taken back or found not to count"),
    (CompetenceAssessment, "child", "request", "The child’s understanding was assessed"),
    (CapacityAssessment, "person", "request", "The young person’s capacity was assessed"),
    (View, "child", "request", "Somebody’s view was written down"),
    (Wish, "child", "", "A wish that somebody is not told was written down"),
    (WishEnd, "wish__child", "", "A wish that somebody is not told ended"),
    (InformationItem, "child", "", "Something new is held about the child"),
    (SafetyMark, "child", "", "Something was marked to stay hidden, or somebody must not know"),
    (SafetyMarkEnd, "mark__child", "", "A safety mark was lifted"),
    (CourtOrder, "child", "", "A court order was written down"),
    (ParentalResponsibility, "child", "", "Who holds parental responsibility was written down"),
    (ParentalResponsibilityEnd, "holding__child", "", "Somebody’s parental responsibility ended"),
)


_Found = tuple[uuid.UUID, uuid.UUID, datetime, uuid.UUID | None, int]


@dataclass(frozen=True, slots=True)
class News:
    """One row that came after a decision: what it is, which, when."""

    decision: uuid.UUID
    words: str
    row: uuid.UUID
    at: datetime


def news_since(decisions: Iterable[Decision]) -> dict[uuid.UUID, list[News]]:
    """By decision, what was recorded after it about its child and not yet answered for. Two queries.

    A decision that another replaced has no news; what was there when it was last looked at is not new.
    """
    standing = list(decisions)
    by_child: dict[uuid.UUID, list[tuple[Decision, datetime]]] = {}
    seen = _last_looked(standing)
    for each in standing:
        by_child.setdefault(each.request.child_id, []).append((each, seen.get(each.pk, each.recorded_at)))
    found: dict[uuid.UUID, list[News]] = {}
    if not by_child:
        return found
    since = min(at for pairs in by_child.values() for _, at in pairs)
    for pk, child, at, request, which in _rows_after(since, by_child):
        for decision, last in by_child[child]:
            # What was said about another request bears on that one.
            if request in (None, decision.request_id) and at > last:
                found.setdefault(decision.pk, []).append(News(decision.pk, _SOURCES[which][3], pk, at))
    for news in found.values():
        news.sort(key=lambda each: each.at)
    return found


def _rows_after(since: datetime, children: Iterable[uuid.UUID]) -> Iterable[_Found]:
    """Row, child, moment, request and kind of everything recorded about these children after a moment: one query."""
    of = list(children)
    parts = []
    for which, (model, path, about, _) in enumerate(_SOURCES):
        request = F(about) if about else Value(None, output_field=UUIDField())
        rows = model._default_manager.filter(Q(**{f"{path}__in": of}, recorded_at__gt=since)).order_by()
        parts.append(
            rows.annotate(of_child=F(path), of_request=request, which=Value(which, output_field=IntegerField()))
            .values_list("pk", "of_child", "recorded_at", "of_request", "which")
        )  # fmt: skip
    found: Iterable[_Found] = parts[0].union(*parts[1:], all=True)
    return found


def changed_answers(determination: Determination, now: Mapping[str, Known]) -> tuple[str, ...]:
    """Facts that the record answered when the rules were asked, and answers otherwise now: a birthday, an order."""
    then = determination.from_record
    return tuple(fact for fact in then if fact in now and now[fact].answer != then[fact]["answer"])


def _last_looked(decisions: Iterable[Decision]) -> Mapping[uuid.UUID, datetime]:
    found: dict[uuid.UUID, datetime] = {}
    answers = ReconsiderationAnswer.objects.filter(reconsideration__decision__in=[each.pk for each in decisions])
    for decision, at in answers.values_list("reconsideration__decision", "recorded_at"):
        found[decision] = max(at, found.get(decision, at))
    return found


def reconsider(who: Acting, decision: uuid.UUID, *, because: str, row: uuid.UUID | None = None) -> Reconsideration:
    """Say that a decision has to be looked at again, and why. One that waits already is not asked for twice.

    Raises: MayNot, NotThere, ChangedMeanwhile if it was replaced, Unfinished without a reason.
    """
    found = decision_of(who, decision, act=Act.DECIDE)
    if not because.strip():
        raise Unfinished({"because": "Say what is new"})
    one_at_a_time()
    if Decision.objects.filter(replaces=found).exists():
        raise ChangedMeanwhile
    waiting = Reconsideration.objects.filter(decision=found, answer__isnull=True).first()
    if waiting:
        return waiting
    due = who.on + LOOK_WITHIN
    return keep(
        who,
        Reconsideration(decision=found, because=because.strip()[:300], row=row, due_on=due),
        "decision-reconsidered",
    )


def let_stand(who: Acting, decision: uuid.UUID, *, reason: str) -> ReconsiderationAnswer:
    """A decision was looked at again, and it stands. It is looked at again after as long as was chosen at first.

    Raises: as `reconsider`.
    """
    if not reason.strip():
        raise Unfinished({"reason": "Say why it stands"})
    waiting = reconsider(who, decision, because=reason)
    answer = ReconsiderationAnswer(reconsideration=waiting, stands="stands", reason=reason.strip())
    keep(who, answer, "decision-stands")
    found = waiting.decision
    for due in Review.objects.filter(kind=ReviewKind.DECISION, about=found.pk, done_at__isnull=True):
        change(who, due, "review-done", done_at=who.at, done_by=who.practitioner, note="It stands")
        if found.review_on is not None:
            span = max(found.review_on - found.decided_at.astimezone(LONDON).date(), LOOK_WITHIN)
            plan_review(who, due.child, kind=ReviewKind.DECISION, on=who.on + span, about=found.pk)
    return answer


def was_replaced(who: Acting, decision: Decision) -> None:
    """Close what waited on a decision that another has replaced."""
    for waiting in Reconsideration.objects.filter(decision=decision.replaces_id, answer__isnull=True):
        row = ReconsiderationAnswer(
            reconsideration=waiting, stands="replaced", reason=decision.replaces_because or decision.rationale
        )
        keep(who, row, "decision-replaced")
