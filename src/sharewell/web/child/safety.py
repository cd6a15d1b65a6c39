"""What must stay hidden about a child: read, marked, lifted by two people. What is sealed is shown only when asked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, may, require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.ask_to_lift import ask_to_lift
from sharewell.casework.lift_safety import lift_safety
from sharewell.casework.mark_safety import Mark, mark_safety
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.casework.safety_of import Marked, safety_of, sealed_among
from sharewell.casework.show_sealed import show_sealed
from sharewell.casework.within import around
from sharewell.register.person import Address, Person
from sharewell.register.safety import MarkKind
from sharewell.web.child.parts import shown
from sharewell.web.child.safety_form import AgreeForm, LiftForm, MarkForm, ShowForm
from sharewell.web.record.door import signed_in
from sharewell.web.record.writing import Sheet, writing

_WRITES = ("GET", "HEAD", "POST")


def _back(child: UUID) -> str:
    return reverse("child-safety", args=(child,))


@require_GET
@signed_in
def safety(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """The safety map, without what is sealed in it."""
    opened = open_child(who, child, part="what must stay hidden")
    context = shown(
        opened,
        "child-safety",
        safety=safety_of(opened[0], who.on),
        marks=may(who, Act.MARK_SAFETY),
        lifts=may(who, Act.LIFT_SAFETY),
        me=who.practitioner.pk,
        by_glass=opened[1].glass is not None,
    )
    return render(request, "sharewell/child/safety.html", context)


def _choices(child: Person) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """People and addresses that can be marked. One that is sealed already is not among them."""
    near = list(around(child).exclude(pk=child.pk).order_by("given_name", "pk"))
    rows = Address.objects.filter(person__in=[child.pk, *(each.pk for each in near)]).select_related("person")
    addresses = list(rows)
    hidden = sealed_among(addresses)
    return [(str(each.pk), each.name) for each in near], [
        (str(each.pk), f"{each.person.name}: {each.lines}") for each in addresses if each.pk not in hidden
    ]


@require_http_methods(_WRITES)
@signed_in
def mark_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """A new mark."""
    opened = open_child(who, child, part="what must stay hidden, writing", act=Act.MARK_SAFETY)
    people, addresses = _choices(opened[0])

    def do(data: Any) -> object:
        mark = Mark(
            kind=MarkKind(data["kind"]),
            reason=data["reason"],
            source=data["source"],
            review_on=data["review_on"],
            address=UUID(data["address"]) if data["address"] else None,
            person=UUID(data["person"]) if data["person"] else None,
            place=data["place"],
            tells=data["tells"],
        )
        return mark_safety(who, child, mark=mark)

    form = MarkForm(request.POST or None, people=people, addresses=addresses)
    lead = "One person is enough to mark it. Two are needed to lift it."
    return writing(
        request, opened, Sheet("Mark what must stay hidden", "Mark it", _back(child), lead), form=form, do=do
    )


def _mark(child: Person, who: Acting, row: UUID) -> Marked:
    found = next((each for each in safety_of(child, who.on).marks if each.id == row), None)
    if found is None:
        raise NotThere("safety mark", row)
    return found


@require_http_methods(_WRITES)
@signed_in
def lift_ask(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:
    """Ask that a mark be lifted."""
    opened = open_child(who, child, part="what must stay hidden, writing", act=Act.MARK_SAFETY)
    mark = _mark(opened[0], who, row)
    lead = f"{mark.words}. It stays until somebody else has agreed."
    form = LiftForm(request.POST or None)
    return writing(
        request,
        opened,
        Sheet("Ask that this mark be lifted", "Ask", _back(child), lead),
        form=form,
        do=lambda data: ask_to_lift(who, row, reason=data["reason"]),
    )


@require_http_methods(_WRITES)
@signed_in
def lift_agree(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:
    """Agree that a mark be lifted."""
    opened = open_child(who, child, part="what must stay hidden, writing", act=Act.LIFT_SAFETY)
    mark = _mark(opened[0], who, row)
    lift = mark.lift
    if lift is None:
        raise NotThere("safety mark", row)
    lead = f"{mark.words}. {mark.lift_by_name} asks for it: {mark.lift_reason}"
    form = AgreeForm(request.POST or None)
    return writing(
        request,
        opened,
        Sheet("Agree to lift this mark?", "Lift it", _back(child), lead),
        form=form,
        do=lambda data: lift_safety(who, lift, reason=data["reason"]),
    )


@require_http_methods(_WRITES)
@signed_in
def sealed(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:
    """Show what a mark seals, once somebody said what for. The answer is on no page that can be gone back to."""
    opened = open_child(who, child, part="what must stay hidden")
    _mark(opened[0], who, row)
    require_fresh(who)  # before the form, so that nobody writes a reason twice
    form = ShowForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = show_sealed(who, row, purpose=form.cleaned_data["purpose"])
        except Unfinished as refused:
            form.take(refused)
        else:
            return render(request, "sharewell/child/sealed.html", shown(opened, "child-safety", mark=found))
    back = _back(child)
    lead = "Each time it is shown, that is kept with your name and your reason."
    sheet = Sheet("Show what is sealed", "Show it", back, lead)
    return render(request, sheet.template, {**shown(opened, "child-safety"), "form": form, "sheet": sheet})
