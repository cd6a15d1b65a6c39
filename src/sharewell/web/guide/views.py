"""The guide: the first page, the situations, and one address at which every question is asked."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from sharewell.policy.fact import Fact
from sharewell.web.answer.emergency import emergency
from sharewell.web.answer.views import show
from sharewell.web.clock import today
from sharewell.web.guide import page
from sharewell.web.guide.form import Sent, day_from, keeps_nothing, sent, sitting_of
from sharewell.web.guide.said import said
from sharewell.web.guide.sitting import Sitting
from sharewell.web.guide.situation import situations
from sharewell.web.guide.trail import Rules, Trail, steps_from
from sharewell.web.guide.unbelievable import no_such_day, unbelievable
from sharewell.web.reading.shelf import pack_names, reading


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The first page."""
    return render(request, "sharewell/guide/home.html", {"situations": situations()})


@require_GET
def situation(request: HttpRequest, slug: str) -> HttpResponse:
    """A situation: what it fills in, and a way on."""
    found = next((each for each in situations() if each.slug == slug), None)
    if found is None:
        raise Http404
    rules = Rules(settings.SHAREWELL_PACK)
    trail = Trail(rules, found.steps(reading(rules.pack, today()).edition))
    context = {"situation": found, "filled": page.given(sitting_of(trail)), **page.carried(trail)}
    return render(request, "sharewell/guide/situation.html", context)


@require_GET
def clear(request: HttpRequest) -> HttpResponse:
    """Stopped: the browser forgets the pages of this check as well."""
    response = render(request, "sharewell/guide/clear.html")
    response.headers["Clear-Site-Data"] = '"cache"'
    response.headers["Cache-Control"] = "no-store"
    return response


@keeps_nothing
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The next question, or the answer once it is settled."""
    if request.method != "POST":
        return _ask(request, sitting_of(Trail(Rules(settings.SHAREWELL_PACK))))
    form = sent(request)
    if form.bad:
        return unbelievable(request, form)
    what, _, which = form.do.partition(" ")
    match what:
        case "back":
            return _back(request, form.trail)
        case "change":
            sitting = sitting_of(form.trail)
            fact = sitting.facts.get(which)
            return _ask(request, sitting, fact, again=True) if fact else unbelievable(request, form)
        case "rules":
            return _other_rules(request, form)
        case "go" | "":
            return _answered(request, form) if form.post.get("fact") else _on(request, sitting_of(form.trail))
        case _:
            return unbelievable(request, form)


def _answered(request: HttpRequest, form: Sent) -> HttpResponse:
    """Take the answer to one question."""
    sitting = sitting_of(form.trail)
    fact = sitting.facts.get(form.post.get("fact", ""))
    if fact is None:
        return unbelievable(request, form)
    step = said(form.post, sitting, fact)
    if step is None:
        return unbelievable(request, form)
    if not step.given:
        return _ask(request, sitting, fact, again=fact.name in sitting.answers, error=True)
    after = sitting_of(form.trail.then(step))
    if fact.first and after.in_danger:
        return render(request, "sharewell/answer/emergency.html", emergency(after))
    return _on(request, after)


def _on(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    return _ask(request, sitting) if sitting.next else show(request, sitting)


def _ask(
    request: HttpRequest, sitting: Sitting, fact: Fact | None = None, *, again: bool = False, error: bool = False
) -> HttpResponse:
    """The page of a question: the next one, or one that is answered anew."""
    asked = fact or sitting.next
    if asked is None:
        return show(request, sitting)
    chosen = sitting.answers if again else None
    return render(request, "sharewell/guide/question.html", page.question(sitting, asked, chosen=chosen, error=error))


def _back(request: HttpRequest, trail: Trail) -> HttpResponse:
    """The question before, with the answer that was given to it."""
    earlier, step = trail.back()
    sitting = sitting_of(earlier)
    if step is None:
        return _ask(request, sitting)
    context = page.question(sitting, sitting.facts[step.fact], chosen={**sitting.answers, **dict(step.given)})
    return render(request, "sharewell/guide/question.html", context)


def _other_rules(request: HttpRequest, form: Sent) -> HttpResponse:
    """Other rules: a local pack, or those of another day. Answers that they do not know are put aside."""
    post = form.post
    pack = post.get("new-pack", form.trail.rules.pack)
    written = post.get("new-day", "")
    day = day_from(written) if written else None
    if pack not in pack_names():
        return unbelievable(request, Sent(form.trail, 1, form.do, post))
    if written and day is None:
        return no_such_day(request, form, pack)
    rules = Rules(pack, None if day == today() else day)
    known = reading(pack, day or today()).edition
    steps, _ = steps_from(known, [step.written for step in form.trail.steps])
    return _on(request, sitting_of(Trail(rules, steps)))
