"""Pages of the rulebook: its front, themes, rules, sources, and what goes with an answer; today's or any day's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect, Rule
from sharewell.web.clock import today
from sharewell.web.day import in_words
from sharewell.web.guide.form import day_from
from sharewell.web.guide.words import counted, tag
from sharewell.web.rulebook import page
from sharewell.web.rulebook.book import Book, Listed, book_of, listed_rule
from sharewell.web.rulebook.search import LONGEST, found

_KINDS = {
    "safeguards": "Steps that go with an answer",
    "bases": "Lawful bases",
    "myths": "Myths put right",
    "advice": "Who to ask",
}


def here() -> Book:
    """The book of this place."""
    return book_of(settings.SHAREWELL_PACK)


def shown(request: HttpRequest, name: str, context: dict[str, object]) -> HttpResponse:
    """A page of the rulebook."""
    return render(request, f"sharewell/rulebook/{name}.html", {"section": "rulebook", **context})


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Where everything in the book is."""
    return shown(request, "front", _front(here(), today()))


@require_GET
def on_day(request: HttpRequest, day: str, theme: str = "") -> HttpResponse:
    """The rules as of a day, all themes or one."""
    chosen = _day(day)
    if theme:
        return shown(request, "theme", _theme(here(), theme, chosen))
    return shown(request, "front", _front(here(), chosen))


@require_GET
def choose_day(request: HttpRequest) -> HttpResponse:
    """From the form with a day to the page of that day."""
    day = day_from(request.GET.get("day", "")[:20])
    if day is None:
        return shown(request, "front", {**_front(here(), today()), "bad_day": True})
    return HttpResponseRedirect(reverse("rules-on", args=[day.isoformat()]))


@require_GET
def theme(request: HttpRequest, theme: str) -> HttpResponse:
    """The rules of one theme today."""
    return shown(request, "theme", _theme(here(), theme, today()))


@require_GET
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """One rule, with everything that a reader needs beside it."""
    book = here()
    entry = book.rules.get(rule)
    if entry is None:
        raise Http404
    return shown(request, "rule", page.of_rule(book, entry, today()))


@require_GET
def sources(request: HttpRequest) -> HttpResponse:
    """Every source, by kind."""
    return shown(request, "sources", {"kinds": page.kinds_of_source(here())})


@require_GET
def source(request: HttpRequest, source: str) -> HttpResponse:
    """One source and the rules that rest on it."""
    book = here()
    section = book.sources.get(source)
    if section is None:
        raise Http404
    return shown(request, "source", page.of_source(book, section, today()))


@require_GET
def findings(request: HttpRequest) -> HttpResponse:
    """Every finding."""
    return shown(request, "findings", {"findings": page.all_findings(here())})


@require_GET
def finding(request: HttpRequest, finding: str) -> HttpResponse:
    """One finding."""
    book = here()
    entry = book.findings.get(finding)
    if entry is None:
        raise Http404
    return shown(request, "finding", page.of_finding(book, entry, today()))


@require_GET
def questions(request: HttpRequest) -> HttpResponse:
    """Every question that the rules can ask."""
    return shown(request, "questions", {"groups": page.all_facts(here())})


@require_GET
def question(request: HttpRequest, fact: str) -> HttpResponse:
    """One question: its answers, and what turns on it."""
    book = here()
    entry = book.facts.get(fact)
    if entry is None:
        raise Http404
    return shown(request, "question", page.of_fact(book, entry))


@require_GET
def others(request: HttpRequest, kind: str) -> HttpResponse:
    """What goes with an answer: steps, bases, myths, or whom to ask."""
    return shown(request, "others", {"kind": kind, "title": _KINDS[kind], **page.all_others(here(), kind, today())})


@require_GET
def other(request: HttpRequest, kind: str, name: str) -> HttpResponse:
    """One of them."""
    book = here()
    entry = book.others[kind].get(name)
    if entry is None:
        raise Http404
    return shown(request, "other", {"kind": kind, "within": _KINDS[kind], **page.of_other(book, entry, today())})


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Search the words of the rules."""
    asked = " ".join(request.GET.get("q", "").split())[:LONGEST]
    return shown(request, "search", {"asked": asked, **found(here(), asked)})


def _day(written: str) -> date:
    day = day_from(written)
    if day is None:
        raise Http404
    return day


def day_words(day: date) -> dict[str, object]:
    """The day of the rules on a page; `past` and `future` ask for a band that says so."""
    return {
        "day": in_words(day),
        "iso": day.isoformat(),
        "past": day < today(),
        "future": day > today(),
        "other_day": day.isoformat() if day != today() else "",
    }


def _front(book: Book, day: date) -> dict[str, object]:
    rules = [rule for rule in book.pack.rules if day >= book.pack.first_day and rule.in_force.on(day)]
    themes = [
        (name, title, counted(number, "rule"))
        for name, title in book.themes.items()
        if (number := sum(rule.theme == name for rule in rules))
    ]
    return {
        **day_words(day),
        "themes": themes,
        "count": counted(len(rules), "rule"),
        "first_day": in_words(book.pack.first_day),
        "sources": len(book.sources),
        "kinds": [(kind, title, len(book.others[kind])) for kind, title in _KINDS.items()],
        "findings": len(book.findings),
        "questions": len(book.facts),
        "dormant": sum(rule.in_force.start is None for rule in book.pack.rules),
    }


def _theme(book: Book, theme: str, day: date) -> dict[str, object]:
    if theme not in book.themes:
        raise Http404
    mine = [rule for rule in book.pack.rules if rule.theme == theme]
    counts = [rule for rule in mine if day >= book.pack.first_day and rule.in_force.on(day)]
    return {
        **day_words(day),
        "theme": theme,
        "title": book.themes[theme],
        "groups": by_outcome(counts),
        "count": counted(len(counts), "rule"),
        "rest": [listed_rule(rule, day) for rule in mine if rule not in counts],
    }


def by_outcome(rules: Iterable[Rule]) -> list[tuple[dict[str, str], list[Listed]]]:
    """Rules under the outcome that they give, in deciding order."""
    groups: dict[Outcome, list[Listed]] = {effect.outcome: [] for effect in Effect}
    for each in rules:
        groups[each.effect.outcome].append(listed_rule(each))
    return [(tag(outcome, short=False), listed) for outcome, listed in groups.items() if listed]
