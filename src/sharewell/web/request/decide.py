"""The decision page: what the rules said, the harms both ways, and what the practitioner decides."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.complete_emergency import complete_emergency
from sharewell.casework.decide import NeedsApproval, decide
from sharewell.casework.determine_request import newest
from sharewell.casework.grounds import law_of
from sharewell.casework.open_request import open_request, standing_decision
from sharewell.casework.propose import propose
from sharewell.casework.refusal import Unfinished
from sharewell.casework.second_person import safeguards_for_two
from sharewell.casework.told_to import not_told
from sharewell.policy.determination_form import determination_of
from sharewell.register.advice import Advice
from sharewell.register.decision import Decision
from sharewell.register.family import ParentalResponsibility
from sharewell.register.holding import InformationItem
from sharewell.register.person import Person
from sharewell.register.request import Determination, InformationRequest
from sharewell.register.voice import View
from sharewell.web.answer.balance import prompts
from sharewell.web.guide.form import reading_of
from sharewell.web.guide.sitting import Sitting
from sharewell.web.guide.trail import Rules, Step, Trail, fits
from sharewell.web.guide.words import printed
from sharewell.web.record.door import signed_in
from sharewell.web.request.as_it_stood import as_it_stood
from sharewell.web.request.decide_form import DecideForm, Parts
from sharewell.web.request.recipient import recipient_of
from sharewell.web.request.shown import shown


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def decide_page(request: HttpRequest, who: Acting, pk: UUID) -> HttpResponse:
    """Decide on a request whose answers are kept. Without them, the questions come first."""
    require(who, Act.DECIDE)
    about, child, right = open_request(who, pk, part="decision of a request")
    determination = newest(about)
    if determination is None:
        return redirect("request-guide", pk)
    standing = standing_decision(about)
    parts = _parts(who, about, determination)
    first: dict[str, object] = {
        "once": uuid4(), "determination": determination.pk, "replaces": standing.pk if standing else None,
    }  # fmt: skip
    barred = _barred(who, parts.people, about)
    for each, says in barred:  # filled in, so that nobody ticks by mistake what may not be
        first |= {f"told_{each.pk}": "not", f"told_why_{each.pk}": says}
    form = DecideForm(request.POST if request.method == "POST" else None, parts=parts, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            return _decided(who, about, form, determination, standing)
        except Unfinished as refused:
            form.take(refused)
    return shown(
        request,
        "decide",
        {
            "about": about,
            "child": child,
            "right": right,
            "to_whom": recipient_of(about),
            "form": form,
            "stood": as_it_stood(determination),
            "law": law_of(determination_of(determination.says)),
            "seconds": [printed(each.text) for each in safeguards_for_two(determination)],
            "standing": standing,
            "completes": bool(standing and standing.emergency_since and not standing.replaces_id),
            "barred": [(each.name, says) for each, says in barred],
            "views": View.objects.filter(child=child, by_person=child).order_by("-said_on", "-recorded_at")[:3],
        },
    )


def _decided(
    who: Acting, about: InformationRequest, form: DecideForm, determination: Determination, standing: Decision | None
) -> HttpResponse:
    """Decide, or propose it where a second person has to agree, or complete the record of an emergency."""
    levels = {item.get_level_display() for item in form.parts.items}
    duty = about.duty_reference or about.power_quoted
    law = law_of(determination_of(determination.says), duty_or_order=duty)
    deciding = form.deciding(law, levels.pop()[:40] if len(levels) == 1 else "")
    if standing and standing.emergency_since and not standing.replaces_id:
        return redirect("decision", complete_emergency(who, standing.pk, deciding=deciding).pk)
    try:
        return redirect("decision", decide(who, about.pk, deciding=deciding).pk)
    except NeedsApproval:
        propose(who, about.pk, deciding=deciding)
        return redirect("request", about.pk)


def _barred(who: Acting, people: Sequence[Person], about: InformationRequest) -> list[tuple[Person, str]]:
    """Who of these may not be told, and why."""
    bars = not_told(about.child, on=who.on)
    return [(each, bars[each.pk][0].says) for each in people if each.pk in bars]


def _parts(who: Acting, about: InformationRequest, determination: Determination) -> Parts:
    holders = ParentalResponsibility.objects.filter(child=about.child, end__isnull=True, holder__isnull=False)
    people = list(dict.fromkeys([about.child, *(each.holder for each in holders.select_related("holder"))]))
    thoughts = prompts(sitting_of(determination))
    return Parts(
        on=who.on,
        items=list(InformationItem.objects.filter(requests__request=about).order_by("recorded_at", "id")),
        people=[each for each in people if each is not None],
        child=about.child_id,
        advice=list(
            Advice.objects.filter(asked__request=about).select_related("recorded_by", "asked").order_by("recorded_at")
        ),
        share_prompts=thoughts.share_hurt,
        keep_prompts=thoughts.keep_hurt,
    )


def sitting_of(determination: Determination) -> Sitting:
    """The answers of a determination under today's rules: they choose words to think with, and nothing else."""
    reading = reading_of(Rules(settings.SHAREWELL_PACK))
    pairs = [pair for pair in determination.answers.items() if fits(reading.edition, *pair)]
    pairs.sort(key=lambda pair: not reading.edition.facts[pair[0]].ticks)  # a list first, then what stands on it
    return Sitting(reading, Trail(Rules(settings.SHAREWELL_PACK), tuple(Step((pair,)) for pair in pairs)))
