"""The exercises: read, decide, then see what the rules say, what the publisher said, and why they differ."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Place
from sharewell.web.answer.cite import cited
from sharewell.web.answer.sheet import Reason
from sharewell.web.guide.form import keeps_nothing
from sharewell.web.guide.words import LABELS, counted, printed, sentence, tag
from sharewell.web.practise.compare import compared, verdict
from sharewell.web.practise.scenario import Part, Scenario, outcomes, scenarios
from sharewell.web.reading.shelf import reading

#: Steps of one part that an exercise shows; the rest are counted.
STEPS = 5
_NOT_SHARING = {Outcome.MUST_NOT_SHARE, Outcome.NOT_YET, Outcome.REFER, Outcome.INCOMPLETE}
Page = dict[str, object]


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Every story, by where the practitioner works."""
    groups: dict[str, list[Scenario]] = {}
    for each in scenarios(settings.SHAREWELL_PACK).values():
        groups.setdefault(each.sector, []).append(each)
    context = {"section": "practise", "groups": list(groups.items()), "count": sum(map(len, groups.values()))}
    return render(request, "sharewell/practise/front.html", context)


@keeps_nothing
@require_http_methods(["GET", "HEAD", "POST"])
def exercise(request: HttpRequest, scenario: str) -> HttpResponse:
    """One story: to decide, or decided."""
    every = scenarios(settings.SHAREWELL_PACK)
    found = every.get(scenario)
    if found is None:
        raise Http404
    parts = found.parts()
    names = list(every)
    after = every[names[(names.index(scenario) + 1) % len(names)]]
    context = {"section": "practise", "scenario": found, "case": _story(found), "after": after}
    if request.method != "POST":
        return render(request, "sharewell/practise/exercise.html", {**context, **_choices(parts, {})})
    chosen = {part.number: request.POST.get(f"choice-{part.number}", "") for part in parts}
    known = {outcome.value for outcome in outcomes()}
    if not known.issuperset(chosen.values()):
        page = {**context, **_choices(parts, chosen), "error": True}
        return render(request, "sharewell/practise/exercise.html", page)
    said = [Outcome(chosen[part.number]) for part in parts]
    page = {
        **context,
        "verdict": verdict(said, parts),
        "parts": [_answered(found, part, one) for part, one in zip(parts, said, strict=True)],
        "compared": compared(found, parts),
        "conditions": [sentence(each) for each in found.published.conditions],
        "note": printed(found.case.note),
    }
    return render(request, "sharewell/practise/answered.html", page)


def _story(found: Scenario) -> Page:
    return {"story": printed(found.case.story), "publisher": printed(found.published.publisher)}


def _choices(parts: list[Part], chosen: dict[int, str]) -> Page:
    return {
        "parts": [
            {
                "number": part.number,
                "says": part.says[:1].upper() + part.says[1:],
                "missing": bool(chosen) and chosen[part.number] not in {each.value for each in outcomes()},
                "choices": [
                    {
                        "id": f"p{part.number}-{outcome.value}",
                        "value": outcome.value,
                        "says": LABELS[outcome],
                        "checked": chosen.get(part.number) == outcome.value,
                    }
                    for outcome in LABELS
                    if outcome in outcomes()
                ],
            }
            for part in parts
        ],
        "many": len(parts) > 1,
    }


def _answered(found: Scenario, part: Part, chosen: Outcome) -> Page:
    said = part.said
    known = reading(found.pack, found.case.on)
    # What goes with sharing would read like leave to share where the answer is another.
    places = {Place.FIRST} if said.outcome in _NOT_SHARING else {Place.FIRST, Place.WITH}
    steps = [sentence(each.text) for each in said.safeguards if each.place in places and not each.leaves_out]
    return {
        "says": part.says[:1].upper() + part.says[1:],
        "yours": tag(chosen),
        "ours": tag(said.outcome),
        "same": chosen is said.outcome,
        "reasons": [
            Reason(sentence(rule.reason), rule.name, tuple(cited(known, rule.cites, rule.in_force, found.case.on)))
            for rule in said.deciding
        ],
        "open": [printed(known.edition.facts[name].question) for name in said.not_known],
        "first": said.outcome in _NOT_SHARING,
        "steps": steps[:STEPS],
        "more": counted(len(steps) - STEPS, "more step") if len(steps) > STEPS else "",
    }
