"""What a form of the guide says: the trail that it carries, and what the person did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from sharewell.web.clock import today
from sharewell.web.guide.sitting import Sitting
from sharewell.web.guide.trail import Rules, Trail, shortened, steps_from
from sharewell.web.reading.shelf import Reading, pack_named, pack_names, reading

_FURTHEST = date(2099, 12, 31)
#: More rules than this are never left out at once.
_LEFT_OUT = 8
View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it came. `bad` counts what could not be believed; everything else is kept."""

    trail: Trail
    bad: int
    do: str
    post: QueryDict


def keeps_nothing(view: View) -> View:
    """A view that neither records nor changes anything: its form needs no token, and no report of an error quotes it.

    A browser may keep the page for its own Back button, and asks again otherwise: see docs/adr/0009.
    """

    @csrf_exempt
    @sensitive_post_parameters()
    @wraps(view)
    def respond(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return respond


def sent(request: HttpRequest) -> Sent:
    """Read the form of a request; nothing in it is believed that the pack does not know."""
    post = request.POST
    rules, bad = rules_from(post)
    known = reading_of(rules).edition
    steps, strange = steps_from(known, post.getlist("step"))
    return Sent(Trail(rules, steps), bad + strange, post.get("do", "")[:120], post)


def rules_from(post: QueryDict) -> tuple[Rules, int]:
    """Which rules the form names, and how much of that could not be read."""
    bad = 0
    pack = post.get("pack") or settings.SHAREWELL_PACK
    if pack not in pack_names():
        pack, bad = settings.SHAREWELL_PACK, 1
    on: date | None = None
    if written := post.get("on", ""):
        on = day_from(written)
        bad += on is None
    known = {rule.name for rule in pack_named(pack).rules}
    without = tuple(dict.fromkeys(" ".join(post.getlist("without")).split()))[:_LEFT_OUT]
    bad += not known.issuperset(without)
    return Rules(pack, on, tuple(sorted(known.intersection(without)))), bad


def day_from(written: str) -> date | None:
    """A day written `2026-03-02`; None for anything else, and for days that no rule will ever reach."""
    try:
        day = date.fromisoformat(written.strip())
    except ValueError:
        return None
    return day if date(1900, 1, 1) <= day <= _FURTHEST else None


def reading_of(rules: Rules) -> Reading:
    """The rules that a trail is read under."""
    return reading(rules.pack, day_of(rules), without=rules.without)


def day_of(rules: Rules) -> date:
    """The day of the rules; today if none was chosen."""
    return rules.on or today()


def sitting_of(trail: Trail) -> Sitting:
    """What a trail comes to under its rules."""
    sitting = Sitting(reading_of(trail.rules), trail)
    return replaced(sitting) if len(trail.steps) > len(shortened(trail, sitting.answers).steps) else sitting


def replaced(sitting: Sitting) -> Sitting:
    """The same sitting with its trail put together."""
    return Sitting(sitting.reading, replace(shortened(sitting.trail, sitting.answers)))
