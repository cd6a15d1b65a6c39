"""What changed between two days: what began and what ended, and precisely which answers became others."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET

from sharewell.authoring.rulebook.changes import COMPARED, Change, between
from sharewell.web.clock import today
from sharewell.web.day import in_words
from sharewell.web.guide.form import day_from
from sharewell.web.guide.words import counted, sentence
from sharewell.web.rulebook import views
from sharewell.web.rulebook.book import Book, listed_rule
from sharewell.web.rulebook.choice import address, of_a_book
from sharewell.web.rulebook.moved import moved
from sharewell.web.rulebook.worked import Asked, worked_out

_NOUNS = {"safeguard": "Step", "basis": "Lawful basis", "myth": "Myth"}
_ADDRESS = {"safeguard": "rules-safeguards-one", "basis": "rules-bases-one", "myth": "rules-myths-one"}


@require_GET
@of_a_book
def choose(request: HttpRequest, book: Book) -> HttpResponse:
    """Two days to choose, and every day of change."""
    earlier, later = (request.GET.get(name, "")[:20] for name in ("earlier", "later"))
    one, two = day_from(earlier), day_from(later)
    bad = ""
    if earlier or later:
        if one and two and one < two:
            return HttpResponseRedirect(address(book.pack.name, "rules-between", one.isoformat(), two.isoformat()))
        bad = "Give two days, the earlier one first."
    named = [*COMPARED, today()]
    steps = [_step(book, step) for step in reversed(book.pack.days_of_change()[1:])]
    pairs = list(pairwise(named))
    context: dict[str, object] = {
        "bad": bad,
        "earlier": one.isoformat() if one else "",
        "later": two.isoformat() if two else "",
        "pairs": [_pair(one, two) for one, two in reversed(pairs)],
        "steps": steps,
        "first_day": in_words(book.pack.first_day),
        "today": today().isoformat(),
    }
    return views.shown(request, book, "changes", context)


@require_GET
@of_a_book
def between_days(request: HttpRequest, book: Book, earlier: str, later: str) -> HttpResponse:
    """What began, what ended, and which answers changed."""
    one, two = day_from(earlier), day_from(later)
    if one is None or two is None or one >= two:
        raise Http404
    said = between(book.pack, one, two)
    exact = worked_out(Asked(book.pack.name, one, two)) if said.begins or said.ends else None
    context: dict[str, object] = {
        "earlier": in_words(one),
        "later": in_words(two),
        "begins": _grouped(book, said.begins),
        "ends": _grouped(book, said.ends),
        "exact": exact,
        "moved": moved(book.pack.name, one, two),
        "same": not said.begins and not said.ends,
        "before_first": one < book.pack.first_day,
        "first_day": in_words(book.pack.first_day),
    }
    return views.shown(request, book, "between", context)


@require_GET
@of_a_book
def not_started(request: HttpRequest, book: Book) -> HttpResponse:
    """Law that was passed and has not started, and what it would change."""
    dormant = [rule for rule in book.pack.rules if rule.in_force.start is None]
    exact = worked_out(Asked(book.pack.name, today(), today(), preview=True)) if dormant else None
    context: dict[str, object] = {
        "rules": [listed_rule(rule) for rule in dormant],
        "exact": exact,
        "moved": moved(book.pack.name, today(), today(), preview=True),
        "day": in_words(today()),
    }
    return views.shown(request, book, "not_started", context)


def _pair(one: date, two: date) -> tuple[str, str, str]:
    words = f"{in_words(one)} to {'today' if two == today() else in_words(two)}"
    return words, one.isoformat(), two.isoformat()


def _step(book: Book, day: date) -> dict[str, object]:
    """A day of change: what begins and what ends on it."""
    said = between(book.pack, day - timedelta(days=1), day)
    parts = [
        f"{counted(number, 'rule')} {verb}"
        for verb, changes in (("began", said.begins), ("ended", said.ends))
        if (number := sum(each.kind == "rule" for each in changes))
    ]
    if rest := sum(each.kind != "rule" for each in (*said.begins, *said.ends)):
        parts.append(f"{counted(rest, 'step, basis or myth', 'steps, bases or myths')} changed")
    return {
        "day": in_words(day),
        "earlier": (day - timedelta(days=1)).isoformat(),
        "later": day.isoformat(),
        "says": ", ".join(parts),
        "future": day > today(),
    }


def _grouped(book: Book, changes: tuple[Change, ...]) -> dict[str, object]:
    """Rules, and the rest with what it is."""
    rules = [book.rules[each.name].rule for each in changes if each.kind == "rule"]
    rest = [
        {
            "says": sentence(each.words),
            "noun": _NOUNS[each.kind],
            "url": address(book.pack.name, _ADDRESS[each.kind], each.name),
        }
        for each in changes
        if each.kind != "rule"
    ]
    return {"groups": views.by_outcome(rules), "rest": rest, "count": counted(len(rules), "rule")}
