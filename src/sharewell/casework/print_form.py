"""What a consent form for a child may say: their name, what is asked, for what, to whom. Never what is sealed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from sharewell.casework.acting import Acting
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.casework.sealed import gives_away, sealed_words
from sharewell.register.consent import Consent, ConsentItem
from sharewell.register.holding import Category
from sharewell.register.person import Person


@dataclass(frozen=True, slots=True)
class Question:
    """What a form asks. Empty texts are lines to be filled in by hand."""

    organisation: str = ""
    child: str = ""
    purpose: str = ""
    what: tuple[str, ...] = ()
    whom: tuple[str, ...] = ()


def print_form(who: Acting, child: Person, *, consent: uuid.UUID | None = None) -> Question:
    """The question as it goes on paper: of an answer that was asked for, or with the child's name alone.

    `child` is a record that has been opened.

    Raises: NotThere; Unfinished, naming the place, where something on it would give away what is sealed.
    """
    asked = Question(who.organisation.name, child.called)
    if consent is not None:
        row = Consent.objects.filter(pk=consent, child=child, agency=who.organisation).first()
        if row is None:
            raise NotThere("consent", consent)
        cells = list(row.cells.select_related("recipient", "item"))
        asked = Question(who.organisation.name, child.called, row.purpose, _what(cells), _whom(cells))
    _stop(child, asked, who)
    return asked


def _what(cells: Iterable[ConsentItem]) -> tuple[str, ...]:
    named = (
        cell.item.title if cell.item else Category(cell.category).label for cell in cells if cell.item or cell.category
    )
    return tuple(dict.fromkeys(named))


def _whom(cells: Iterable[ConsentItem]) -> tuple[str, ...]:
    named = (cell.recipient.name if cell.recipient else cell.recipient_words for cell in cells)
    return tuple(dict.fromkeys(each for each in named if each))


def _stop(child: Person, asked: Question, who: Acting) -> None:
    words = sealed_words(child, on=who.on)
    places = {
        "the purpose": (asked.purpose,),
        "what would be shared": asked.what,
        "who would get it": asked.whom,
        "the child’s name": (asked.child,),
    }
    found = [place for place, texts in places.items() if any(gives_away(text, words) for text in texts)]
    if found:
        said = " and ".join(found)
        raise Unfinished({"form": f"Something that must stay hidden is in {said}. Print a blank form instead"})
