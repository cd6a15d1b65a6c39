"""Pages of the rulebook: its front, themes, rules, sources, and what goes with an answer; today's or any day's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect, Rule
from sharewell.web.clock import today
from sharewell.web.day import in_words
from sharewell.web.guide.form import day_from
from sharewell.web.guide.words import counted, tag
from sharewell.web.reading.reach import WHICH_DAYS, reach_words
from sharewell.web.rulebook import page
from sharewell.web.rulebook.book import Book, Listed, listed_rule
from sharewell.web.rulebook.choice import address, of_a_book, said_of
from sharewell.web.rulebook.search import LONGEST, found

_KINDS = {
    "safeguards": "Steps that go with an answer",
    "bases": "Lawful bases",
    "myths": "Myths put right",
    "advice": "Who to ask",
}


def shown(
    request: HttpRequest, book: Book, name: str, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    """A page of the rulebook."""
    whole = {"section": "rulebook", **said_of(book), **context}
    return render(request, f"sharewell/rulebook/{name}.html", whole, status=status)


@require_GET
@of_a_book
def front(request: HttpRequest, book: Book) -> HttpResponse:
    """Where everything in the book is."""
    return shown(request, book, "front", _front(book, today()))


@require_GET
@of_a_book
def on_day(request: HttpRequest, book: Book, day: str, theme: str = "") -> HttpResponse:
    """The rules as of a day, all themes or one."""
    chosen = day_from(day)
    if chosen is None:
        return _bad_day(request, book, status=404)
    if theme:
        return shown(request, book, "theme", _theme(book, theme, chosen))
    return shown(request, book, "front", _front(book, chosen))


@require_GET
@of_a_book
def choose_day(request: HttpRequest, book: Book) -> HttpResponse:
    """From the form with a day to the page of that day."""
    day = day_from(request.GET.get("day", "")[:20])
    if day is None:
        return _bad_day(request, book)
    return HttpResponseRedirect(address(book.pack.name, "rules-on", day.isoformat()))


@require_GET
@of_a_book
def theme(request: HttpRequest, book: Book, theme: str) -> HttpResponse:
    """The rules of one theme today."""
    return shown(request, book, "theme", _theme(book, theme, today()))


@require_GET
@of_a_book
def rule(request: HttpRequest, book: Book, rule: str) -> HttpResponse:
    """One rule, with everything that a reader needs beside it."""
    entry = book.rules.get(rule)
    if entry is None:
        raise Http404
    return shown(request, book, "rule", page.of_rule(book, entry, today()))


@require_GET
@of_a_book
def sources(request: HttpRequest, book: Book) -> HttpResponse:
    """Every source, by kind."""
    return shown(request, book, "sources", {"kinds": page.kinds_of_source(book)})


@require_GET
@of_a_book
def source(request: HttpRequest, book: Book, source: str) -> HttpResponse:
    """One source and the rules that rest on it."""
    section = book.sources.get(source)
    if section is None:
        raise Http404
    return shown(request, book, "source", page.of_source(book, section, today()))


@require_GET
@of_a_book
def findings(request: HttpRequest, book: Book) -> HttpResponse:
    """Every finding."""
    return shown(request, book, "findings", {"findings": page.all_findings(book)})


@require_GET
@of_a_book
def finding(request: HttpRequest, book: Book, finding: str) -> HttpResponse:
    """One finding."""
    entry = book.findings.get(finding)
    if entry is None:
        raise Http404
    return shown(request, book, "finding", page.of_finding(book, entry, today()))


@require_GET
@of_a_book
def questions(request: HttpRequest, book: Book) -> HttpResponse:
    """Every question that the rules can ask."""
    return shown(request, book, "questions", {"groups": page.all_facts(book)})


@require_GET
@of_a_book
def question(request: HttpRequest, book: Book, fact: str) -> HttpResponse:
    """One question: its answers, and what turns on it."""
    entry = book.facts.get(fact)
    if entry is None:
        raise Http404
    return shown(request, book, "question", page.of_fact(book, entry))


@require_GET
@of_a_book
def others(request: HttpRequest, book: Book, kind: str) -> HttpResponse:
    """What goes with an answer: steps, bases, myths, or whom to ask."""
    return shown(request, book, "others", {"kind": kind, "title": _KINDS[kind], **page.all_others(book, kind, today())})


@require_GET
@of_a_book
def other(request: HttpRequest, book: Book, kind: str, name: str) -> HttpResponse:
    """One of them."""
    entry = book.others[kind].get(name)
    if entry is None:
        raise Http404
    return shown(request, book, "other", {"kind": kind, "within": _KINDS[kind], **page.of_other(book, entry, today())})


@require_GET
@of_a_book
def search(request: HttpRequest, book: Book) -> HttpResponse:
    """Search the words of the rules."""
    asked = " ".join(request.GET.get("q", "").split())[:LONGEST]
    return shown(request, book, "search", {"asked": asked, **found(book, asked)})


def _bad_day(request: HttpRequest, book: Book, *, status: int = 200) -> HttpResponse:
    """Today's front, with which days can be read."""
    return shown(request, book, "front", {**_front(book, today()), "bad_day": WHICH_DAYS}, status=status)


def day_words(book: Book, day: date) -> dict[str, object]:
    """The day of the rules on a page; `past` and `future` ask for a band that says so, with `reach` if it is far."""
    return {
        "reach": reach_words(book.pack.name, day),
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
        **day_words(book, day),
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
        **day_words(book, day),
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
