"""First steps: six short pages, each with a question, and a certificate to print. Forms carry how far somebody is."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sharewell.web.clock import today
from sharewell.web.day import in_words
from sharewell.web.guide.form import keeps_nothing

#: The longest name on a certificate.
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to a step's question, and what is said to it."""

    name: str
    says: str
    reply: str


@dataclass(frozen=True, slots=True)
class Step:
    """One page."""

    title: str
    lead: str
    points: tuple[str, ...]
    aloud: str
    ask: str
    choices: tuple[Choice, ...]


@cache
def steps() -> tuple[Step, ...]:
    """The path, from `induction.toml`."""
    text = files("sharewell.web.practise").joinpath("induction.toml").read_text(encoding="utf-8")
    return tuple(
        Step(
            each["title"],
            each["lead"],
            tuple(each["points"]),
            each.get("aloud", ""),
            each["ask"],
            tuple(Choice(f"c{i}", one["says"], one["reply"]) for i, one in enumerate(each["choices"], start=1)),
        )
        for each in tomllib.loads(text)["step"]
    )


@keeps_nothing
@require_http_methods(["GET", "HEAD", "POST"])
def induction(request: HttpRequest) -> HttpResponse:
    """The path's front, a step, or the end of it: the form says which."""
    if request.method != "POST":
        return _page(request, "induction", {"steps": steps(), "count": len(steps())})
    number = _number(request.POST.get("step", "1"))
    if number > len(steps()):
        return _page(request, "induction_end", {"steps": steps()})
    step = steps()[number - 1]
    chosen = next((each for each in step.choices if each.name == request.POST.get("choice", "")), None)
    context = {
        "step": step,
        "number": number,
        "count": len(steps()),
        "chosen": chosen,
        "error": "answered" in request.POST and chosen is None,
        "last": number == len(steps()),
    }
    return _page(request, "step", context)


@keeps_nothing
@require_http_methods(["GET", "HEAD", "POST"])
def certificate(request: HttpRequest) -> HttpResponse:
    """The certificate, with the name that was typed. It is in this answer and nowhere else."""
    name = " ".join(request.POST.get("name", "").split())[:LONGEST]
    if not name:
        return _page(request, "induction_end", {"steps": steps(), "error": request.method == "POST"})
    response = _page(request, "certificate", {"name": name, "steps": steps(), "day": in_words(today())})
    response.headers["Cache-Control"] = "no-store"
    return response


def _number(written: str) -> int:
    """The step that a form asks for; the first for anything that is no number."""
    return max(1, min(int(written), len(steps()) + 1)) if written.isdecimal() and len(written) < 3 else 1


def _page(request: HttpRequest, name: str, context: dict[str, object]) -> HttpResponse:
    return render(request, f"sharewell/practise/{name}.html", {"section": "practise", **context})
