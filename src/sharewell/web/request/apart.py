"""Four things that are never one: the data-protection basis, agreement that lifts confidence, agreement to a service,
and being told. And beside them, who could decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sharewell.casework.consent_cells import Asked, same_words
from sharewell.casework.consent_standing import answers_about
from sharewell.register.competence import CapacityAssessment, CompetenceAssessment
from sharewell.register.consent import Consent, NotAsked
from sharewell.register.decision import Decision, Telling
from sharewell.web.day import in_words

#: What the answers say about agreeing to the help itself, by the national pack's answers.
_SERVICE = {
    "agreed": "Yes, they want the help.",
    "refused": "They turned it down.",
    "not-asked": "Not yet asked.",
    "not-a-voluntary-service": "It is not a service they choose.",
}


@dataclass(frozen=True, slots=True)
class Apart:
    """One of them: its name, and what the record says, a line each."""

    name: str
    lines: tuple[str, ...]


def apart(decision: Decision, tellings: Sequence[Telling]) -> tuple[Apart, ...]:
    """All of them for a decision, each with a line even where there is nothing."""
    service = _SERVICE.get(str(decision.determination.answers.get("service-agreement", "")), "Not part of this.")
    return (
        Apart("Data-protection basis", (decision.grounds.article_6 or "None was named by the rules.",)),
        Apart("Agreement that lifts confidence", _agreement(decision)),
        Apart("Agreement to a service", (service,)),
        Apart("Being told", tuple(_telling(each) for each in tellings) or ("Nobody was written down here.",)),
        Apart("Who could decide this", _able(decision)),
    )


def _agreement(decision: Decision) -> tuple[str, ...]:
    """What stood on the day, as it was recorded by then; else why nobody was asked."""
    about, on = decision.request, decision.determination.on
    asked = Asked(about.purpose, about.pk, about.organisation_id, about.organisation_words)
    said = answers_about(about.child).standing(asked, on=on).said
    found = [each.consent for each in said if each.consent.recorded_at <= decision.recorded_at]
    if found:
        return tuple(_consent(each) for each in found)
    reasons = NotAsked.objects.filter(request=decision.request, recorded_at__lte=decision.recorded_at)
    why = tuple(f"Not asked. {each.get_reason_display()}. {each.words}".strip() for each in reasons)
    return why or ("Nobody is recorded as asked.",)


def _consent(each: Consent) -> str:
    until = f" Until {in_words(each.until_on)}." if each.until_on else ""
    ended = getattr(each, "end", None)
    taken_back = f" Taken back on {in_words(ended.ended_on)}." if ended else ""
    how = each.get_route_display().lower()
    return (
        f"{each.get_answer_display()}: {each.by_person.name}, {how}, {in_words(each.answered_on)}.{until}{taken_back}"
    )


def _telling(each: Telling) -> str:
    name = each.person.name if each.person else each.described
    when = f" on {in_words(each.told_on)}" if each.told_on else ""
    again = f" Look again on {in_words(each.ask_again_on)}." if each.ask_again_on else ""
    label = each.get_told_display()
    return f"{name}: {label.lower()}{when}.{f' {each.why_not}.' if each.why_not else ''}{again}".replace("..", ".")


def _able(decision: Decision) -> tuple[str, ...]:
    """What was assessed of this decision by then: for the request, or before there was one in the same words."""
    request, by_then = decision.request, {"recorded_at__lte": decision.recorded_at}
    every: list[CompetenceAssessment | CapacityAssessment] = [
        *CompetenceAssessment.objects.filter(child=request.child_id, **by_then).select_related("recorded_by"),
        *CapacityAssessment.objects.filter(person=request.child_id, **by_then).select_related("recorded_by"),
    ]
    return tuple(
        f"{each.get_outcome_display()}, by {each.recorded_by.name} on {in_words(each.assessed_on)}."
        for each in every
        if (each.request_id == request.pk if each.request_id else same_words(each.decision_about, request.purpose))
    ) or ("Not assessed for this decision.",)
