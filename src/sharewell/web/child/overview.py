"""The first page of a child’s record: their own words, what must stay hidden, who decides, who works with them."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.casework.family_of import family_of
from sharewell.casework.safety_of import conflicts_of, safety_of
from sharewell.casework.stage import Stage, stages_of
from sharewell.register.involvement import Involvement
from sharewell.register.person import Address, Person
from sharewell.register.relationship import BrokenGlass
from sharewell.register.request import InformationRequest
from sharewell.register.voice import View
from sharewell.web.child.parts import shown
from sharewell.web.record.door import signed_in
from sharewell.web.record.frame import address_of
from sharewell.web.request.hub import next_of
from sharewell.web.request.recipient import recipient_of

_REQUESTS = 5
#: So long a broken glass is shown on the first page.
_GLASS = timedelta(days=14)

#: What stands beside a request that waits for somebody else, or for nobody.
_TAGS = {Stage.DECIDED: "", Stage.WAITS_FOR_SECOND: "Waits", Stage.WAITS_FOR_ADVICE: "Waits"}


@require_GET
@signed_in
def overview(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """The child’s record, opened: the viewing is kept."""
    opened = open_child(who, child, part="overview")
    person = opened[0]
    family, safety = family_of(person, who.on), safety_of(person, who.on)
    addresses = Address.objects.filter(person=person, to_on__isnull=True)
    context = shown(
        opened,
        "child",
        view=View.objects.filter(child=person, by_person=person).order_by("-said_on", "-recorded_at").first(),
        family=family,
        safety=safety,
        conflicts=conflicts_of(family, safety, addresses),
        work=Involvement.objects.filter(person=person, to_on__isnull=True).select_related("lead").order_by("from_on"),
        requests=_requests(person),
        glass=BrokenGlass.objects.filter(child=person, from_at__gt=who.at - _GLASS).select_related("practitioner"),
        new_request=address_of("new-request", person.pk) if may(who, Act.MAKE_REQUEST) else "#",
        consents=address_of("consents", person.pk),
        age=_age(person, who),
    )
    return render(request, "sharewell/child/overview.html", context)


def _requests(child: Person) -> list[dict[str, object]]:
    """The latest requests, what needs something first: where they stand and what to do next."""
    found = InformationRequest.objects.filter(child=child, replaced_by__isnull=True)
    latest = found.select_related("organisation", "person").order_by("-received_at")[:_REQUESTS]
    order = list(Stage)
    stages = sorted(stages_of(latest), key=lambda each: order.index(each.stage))
    return [
        {
            "address": address_of("request", each.request.pk),
            "row": each.request,
            "with": recipient_of(each.request),
            "decision": each.decision,
            "says": "" if each.stage is Stage.DECIDED else next_of(each).says,
            "tag": _TAGS.get(each.stage, "Yours to do"),
        }
        for each in stages
    ]


def _age(child: Person, who: Acting) -> int | None:
    """Whole years today."""
    born = child.born_on
    if born is None:
        return None
    return who.on.year - born.year - ((who.on.month, who.on.day) < (born.month, born.day))
