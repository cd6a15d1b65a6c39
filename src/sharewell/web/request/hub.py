"""The page of a request: where it stands, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sharewell.casework.acting import Acting
from sharewell.casework.open_request import open_request
from sharewell.casework.stage import Stage, Standing, stages_of
from sharewell.register.advice import AdviceRequest, Proposal
from sharewell.register.request import RequestItem, RequestSubject, Sitting
from sharewell.web.record.door import signed_in
from sharewell.web.record.frame import address_of
from sharewell.web.request.recipient import recipient_of
from sharewell.web.request.shown import shown


@dataclass(frozen=True, slots=True)
class Next:
    """The first thing to do: what it is, the button, and where it leads."""

    says: str
    button: str
    address: str


#: What each stage says, the words of its button, and the address it leads to; `decision` addresses take the decision.
NEXT: dict[Stage, tuple[str, str, str]] = {
    Stage.REPLACED: ("This request was corrected. The new one counts.", "Open the new one", "request"),
    Stage.TO_COMPLETE: ("You acted in an emergency. Complete the record.", "Complete the record", "request-guide"),
    Stage.LOOK_AGAIN: ("Something new came up since the decision.", "Look at it again", "decision"),
    Stage.WAITS_FOR_SECOND: ("It waits for a second person to agree.", "See the answers", "request-guide"),
    Stage.WAITS_FOR_ADVICE: ("It waits for advice. You can go on meanwhile.", "Go on", "request-guide"),
    Stage.TO_ANSWER: ("Answer a few questions to see what the rules say.", "Answer the questions", "request-guide"),
    Stage.TO_DECIDE: ("The rules have spoken. You decide.", "Decide", "request-decide"),
    Stage.TO_GIVE: ("You decided to share. Write down what was given.", "Record what was given", "decision-given"),
    Stage.DECIDED: ("It is decided.", "Read the decision", "decision"),
}
_OF_DECISION = {"decision", "decision-given"}


def next_of(standing: Standing, *, newer: UUID | None = None) -> Next:
    """What to do next with a request."""
    says, button, name = NEXT[standing.stage]
    if name in _OF_DECISION and standing.decision:
        return Next(says, button, address_of(name, standing.decision.pk))
    return Next(says, button, address_of(name, newer or standing.request.pk))


@require_GET
@signed_in
def request_hub(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """The request, its state and everything that hangs on it."""
    about, child, right = open_request(who, pk, part="request")
    standing = stages_of([about])[0]
    newer = getattr(about, "replaced_by", None)
    asked = (
        AdviceRequest.objects.filter(request=about).prefetch_related("answers__recorded_by").order_by("-recorded_at")
    )
    proposals = Proposal.objects.filter(request=about).select_related("approval__recorded_by", "recorded_by")
    return shown(
        request,
        "hub",
        {
            "about": about,
            "child": child,
            "right": right,
            "to_whom": recipient_of(about),
            "standing": standing,
            "next": next_of(standing, newer=newer.pk if newer else None),
            "sitting": Sitting.objects.filter(request=about).select_related("held_by").first(),
            "asked": asked,
            "proposals": proposals.order_by("-recorded_at"),
            "items": RequestItem.objects.filter(request=about).select_related("item"),
            "subjects": RequestSubject.objects.filter(request=about).select_related("person"),
            "can_correct": standing.decision is None and newer is None,
            "who_at": who.at,
        },
    )
