"""Who is who to a child, who holds parental responsibility on which evidence, and orders of a court."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.casework.add_relationship import Link, Somebody, add_relationship, end_relationship
from sharewell.casework.family_of import family_of
from sharewell.casework.record_court_order import Order, end_court_order, record_court_order
from sharewell.casework.record_parental_responsibility import (
    Claim,
    end_parental_responsibility,
    record_parental_responsibility,
)
from sharewell.casework.refusal import NotThere
from sharewell.casework.safety_of import conflicts_of, safety_of
from sharewell.register.family import Ground, Kinship, OrderKind
from sharewell.web.child.family_form import (
    EndForm,
    OrderForm,
    ReasonedEndForm,
    RelationshipForm,
    ResponsibilityForm,
    is_new,
)
from sharewell.web.child.parts import shown
from sharewell.web.record.door import signed_in
from sharewell.web.record.writing import Sheet, writing

_WRITES = ("GET", "HEAD", "POST")


@require_GET
@signed_in
def family(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """The family as it is today."""
    opened = open_child(who, child, part="family")
    person = opened[0]
    found, safety = family_of(person, who.on), safety_of(person, who.on)
    context = shown(
        opened,
        "child-family",
        family=found,
        hidden={each.person for each in safety.must_not_know},
        conflicts=conflicts_of(found, safety),
        writes=may(who, Act.CHANGE_RECORD),
    )
    return render(request, "sharewell/child/family.html", context)


def _back(child: UUID) -> str:
    return reverse("child-family", args=(child,))


@require_http_methods(_WRITES)
@signed_in
def relationship_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Somebody in the child’s life."""
    opened = open_child(who, child, part="family, writing", act=Act.CHANGE_RECORD)

    def do(data: Any) -> object:
        new = Somebody(data["given_name"], data["family_name"])
        other = new if is_new(data["other"]) else UUID(data["other"])
        link = Link(Kinship(data["kinship"]), data["source"], data["from_on"], data["same_household_since"])
        return add_relationship(who, child, other=other, link=link)

    form = RelationshipForm(request.POST or None, family=family_of(opened[0], who.on))
    return writing(request, opened, Sheet("Add somebody in the child’s life", "Save", _back(child)), form=form, do=do)


@require_http_methods(_WRITES)
@signed_in
def relationship_end(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:
    """Somebody who is no longer in the child’s life."""
    opened = open_child(who, child, part="family, writing", act=Act.CHANGE_RECORD)
    kin = next((each for each in family_of(opened[0], who.on).kin if each.id == row), None)
    if kin is None:
        raise NotThere("relationship", row)
    sheet = Sheet(f"{kin.name} is no longer {kin.words.lower()}", "Save the last day", _back(child))
    form = EndForm(request.POST or None)
    return writing(
        request,
        opened,
        sheet,
        form=form,
        do=lambda data: end_relationship(who, row, to_on=data["to_on"], seen=kin.version),
    )


@require_http_methods(_WRITES)
@signed_in
def responsibility_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Somebody who holds, or says that they hold, parental responsibility."""
    opened = open_child(who, child, part="family, writing", act=Act.CHANGE_RECORD)

    def do(data: Any) -> object:
        kind, _, which = data["holder"].partition(":")
        claim = Claim(
            Ground(data["ground"]),
            data["evidence"],
            data["evidence_seen_on"],
            data["from_on"],
            data["expires_on"],
        )
        to = {"holder" if kind == "p" else "council": UUID(which)}
        return record_parental_responsibility(who, child, claim=claim, **to)

    form = ResponsibilityForm(request.POST or None, family=family_of(opened[0], who.on))
    lead = "Write down what you were told or saw. Whether it counts on a day is worked out from that."
    sheet = Sheet("Who holds parental responsibility?", "Save", _back(child), lead=lead)
    return writing(request, opened, sheet, form=form, do=do)


@require_http_methods(_WRITES)
@signed_in
def responsibility_end(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:
    """Parental responsibility that ended or was never right."""
    opened = open_child(who, child, part="family, writing", act=Act.CHANGE_RECORD)
    sheet = Sheet("This parental responsibility has ended", "Save", _back(child))
    form = ReasonedEndForm(request.POST or None)
    return writing(request, opened, sheet, form=form, do=lambda data: end_parental_responsibility(who, row, **data))


@require_http_methods(_WRITES)
@signed_in
def order_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """An order of a court."""
    opened = open_child(who, child, part="family, writing", act=Act.CHANGE_RECORD)

    def do(data: Any) -> object:
        rest = {name: value for name, value in data.items() if name not in ("against", "kind")}
        order = Order(kind=OrderKind(data["kind"]), **rest)
        against = UUID(data["against"]) if data["against"] else None
        return record_court_order(who, child, order=order, against=against)

    form = OrderForm(request.POST or None, family=family_of(opened[0], who.on))
    return writing(request, opened, Sheet("Add an order of a court", "Save", _back(child)), form=form, do=do)


@require_http_methods(_WRITES)
@signed_in
def order_end(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:
    """An order that was discharged, or does not apply."""
    opened = open_child(who, child, part="family, writing", act=Act.CHANGE_RECORD)
    form = ReasonedEndForm(request.POST or None)
    sheet = Sheet("This order has ended", "Save", _back(child))
    return writing(request, opened, sheet, form=form, do=lambda data: end_court_order(who, row, **data))
