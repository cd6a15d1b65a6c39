"""The form for one answer of one person, and the forms that end one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms

from sharewell.casework.record_consent import Cell, Reply
from sharewell.register.consent import Answer, Capacity, Route
from sharewell.register.holding import Category
from sharewell.register.person import Person
from sharewell.web.consent import choices
from sharewell.web.record.form import DayField, RecordForm, line, radios, select, text
from sharewell.web.record.writing import OnceForm

_AGREED = ("given", "partial")


def _ticks(label: str, help_text: str = "", **more: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, help_text=help_text, required=False, widget=forms.CheckboxSelectMultiple, **more
    )


class AnswerForm(OnceForm):
    """Who answered what, about which information, for whom and for what; how it was explained; until when."""

    by_person = select((), label="Who answered?")
    capacity = radios(Capacity.choices, label="In which role did they answer?")
    competence = select((), label="How you know that the child could decide this", required=False)
    purpose = line(
        "What would it be shared for?",
        help_text="Use the same words each time, such as: so that the club can plan",
        longest=300,
    )
    request = select((), label="Which information request is it about?", required=False)
    answer = radios(Answer.choices, label="What did they say?")
    categories = _ticks("What did they say yes to, or what were they asked about?", choices=Category.choices)
    items = _ticks("Single items")
    recipients = _ticks("Who would get it?")
    recipient_words = line("Somebody else who would get it", required=False)
    no_categories = _ticks("What did they say no to?", "If they agreed to part", choices=Category.choices)
    no_recipients = _ticks("Who must not get any of it?", "If they named somebody")
    explained = text(
        "What did you explain, and how?",
        help_text="What goes, to whom, why, and what may come of a yes and of a no",
        required=False,
    )
    own_words = text("Their own words", required=False, rows=3)
    reason_for_refusal = text(
        "Why they said no, if they told you", help_text="Nobody has to give a reason", required=False, rows=3
    )
    limits = text("Limits that they set", required=False, rows=2)
    route = radios(Route.choices, label="How did they say it?")
    interpreter = line("Who interpreted?", required=False)
    answered_on = DayField(label="On which day?", help_text="For example, 27 3 2026")
    until_on = DayField(label="Until when does it hold?", required=False)
    review_on = DayField(label="When will you ask again?", required=False)
    supersedes = select(
        (),
        label="Does it take the place of an earlier answer?",
        help_text="Of the same person, all of it",
        required=False,
    )
    scan = forms.FileField(
        label="The signed paper",
        help_text="A picture or scan of the form",
        required=False,
        widget=forms.FileInput,
        max_length=400,
    )

    def __init__(self, *args: Any, child: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = choices.organisations()
        choices.offer(self, "by_person", choices.people(child))
        choices.offer(self, "competence", choices.assessments(child))
        choices.offer(self, "request", choices.requests(child))
        choices.offer(self, "supersedes", choices.earlier(child))
        choices.offer(self, "items", choices.items(child), blank=False)
        choices.offer(self, "recipients", bodies, blank=False)
        choices.offer(self, "no_recipients", bodies, blank=False)


class WithdrawForm(RecordForm):
    """When it was taken back."""

    on = DayField(label="On which day did they take it back?")
    reason = text("What they said", help_text="Nobody has to give a reason", required=False, rows=3)


class InvalidateForm(RecordForm):
    """Why it was never valid."""

    on = DayField(label="On which day did you find out?")
    reason = text(
        "Why was it not a valid answer?", help_text="Such as: they were pressed, or did not know who would read it"
    )


def reply(data: dict[str, Any]) -> Reply:
    """What the form says."""
    sent = data.get("scan")
    return Reply(
        by_person=UUID(data["by_person"]),
        capacity=Capacity(data["capacity"]),
        answer=Answer(data["answer"]),
        route=Route(data["route"]),
        purpose=data["purpose"],
        answered_on=data["answered_on"],
        cells=tuple(_cells(data)),
        explained=data["explained"],
        own_words=data["own_words"],
        reason_for_refusal=data["reason_for_refusal"],
        interpreter=data["interpreter"],
        limits=data["limits"],
        until_on=data["until_on"],
        review_on=data["review_on"],
        request=_one(data, "request"),
        supersedes=_one(data, "supersedes"),
        competence=_one(data, "competence"),
        scan=(sent.name or "", sent.read()) if sent else None,
        once=data["once"],
    )


def _one(data: dict[str, Any], name: str) -> UUID | None:
    return UUID(data[name]) if data.get(name) else None


def _cells(data: dict[str, Any]) -> Iterable[Cell]:
    """A square for each recipient and each information; a no where they said no, and where nothing was agreed."""
    whom: list[tuple[UUID | None, str]] = [(UUID(each), "") for each in data.get("recipients", ())]
    whom += [(None, data["recipient_words"].strip())] if data["recipient_words"].strip() else []
    what: list[tuple[str, UUID | None]] = [(each, None) for each in data["categories"]]
    what += [("", UUID(each)) for each in data.get("items", ())]
    allowed = "yes" if data["answer"] in _AGREED else "no"
    if whom or what:
        for recipient, words in whom or [(None, "")]:
            for category, item in what or [("", None)]:
                yield Cell(allowed, recipient, words, category, item)
    for category in data["no_categories"]:
        for recipient, words in whom or [(None, "")]:
            yield Cell("no", recipient, words, category)
    for each in data.get("no_recipients", ()):
        yield Cell("no", UUID(each))
