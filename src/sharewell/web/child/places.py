"""Where a child and the people in their life can be found, when somebody last made sure, and safe ways to reach them.

What is sealed is not on this page: see `safety`.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.casework.add_address import Place, add_address
from sharewell.casework.add_safe_contact import Reach, add_safe_contact, end_safe_contact
from sharewell.casework.confirm_address import confirm_address
from sharewell.casework.end_address import end_address
from sharewell.casework.refusal import NotThere
from sharewell.casework.safety_of import safe_contacts_of, sealed_among
from sharewell.casework.within import around
from sharewell.register.person import Address, AddressKind, ContactWay, Person
from sharewell.web.child.family_form import EndForm
from sharewell.web.child.parts import shown
from sharewell.web.child.place_form import AddressForm, ConfirmForm, ReachForm
from sharewell.web.record.door import signed_in
from sharewell.web.record.writing import Sheet, writing

_WRITES = ("GET", "HEAD", "POST")


def _people(child: Person) -> list[Person]:
    near = around(child).exclude(pk=child.pk).order_by("given_name", "pk")
    return [child, *near]


def _back(child: UUID) -> str:
    return reverse("child-places", args=(child,))


@require_GET
@signed_in
def places(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Addresses that are not sealed, sealed ones by their mark alone, and safe contact."""
    opened = open_child(who, child, part="addresses")
    people = [each.pk for each in _people(opened[0])]
    rows = Address.objects.filter(person__in=people).select_related("person", "confirmed_by")
    addresses = list(rows.order_by("to_on", "-from_on", "-recorded_at"))
    sealed = sealed_among(addresses)
    context = shown(
        opened,
        "child-places",
        addresses=[each for each in addresses if each.pk not in sealed],
        sealed=[
            (each.person.name, each.get_kind_display(), sealed[each.pk]) for each in addresses if each.pk in sealed
        ],
        contacts=safe_contacts_of(people),
        writes=may(who, Act.CHANGE_RECORD),
    )
    return render(request, "sharewell/child/places.html", context)


@require_http_methods(_WRITES)
@signed_in
def address_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """An address; sealed at once if it must be."""
    opened = open_child(who, child, part="addresses, writing", act=Act.CHANGE_RECORD)

    def do(data: Any) -> object:
        place = Place(
            kind=AddressKind(data["kind"]),
            lines=data["lines"],
            source=data["source"],
            postcode=data["postcode"],
            from_on=data["from_on"],
        )
        because = data["seal_because"] if data["sealed"] == "yes" else None
        return add_address(who, child, person=UUID(data["person"]), place=place, seal_because=because)

    form = AddressForm(request.POST or None, people=[(str(each.pk), each.name) for each in _people(opened[0])])
    return writing(request, opened, Sheet("Add an address", "Save", _back(child)), form=form, do=do)


def _address(child: Person, address: UUID) -> Address:
    found = Address.objects.filter(pk=address, person__in=around(child)).first()
    if found is None:
        raise NotThere("address", address)
    return found


@require_http_methods(_WRITES)
@signed_in
def address_confirm(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:
    """An address that somebody made sure of."""
    opened = open_child(who, child, part="addresses, writing", act=Act.CHANGE_RECORD)
    seen = _address(opened[0], row).version
    sheet = Sheet("You made sure of this address", "Save", _back(child))
    form = ConfirmForm(request.POST or None)
    return writing(
        request,
        opened,
        sheet,
        form=form,
        do=lambda data: confirm_address(who, child, address=row, how=data["how"], seen=seen),
    )


@require_http_methods(_WRITES)
@signed_in
def address_end(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:
    """An address where somebody no longer is."""
    opened = open_child(who, child, part="addresses, writing", act=Act.CHANGE_RECORD)
    seen = _address(opened[0], row).version
    form = EndForm(request.POST or None)
    return writing(
        request,
        opened,
        Sheet("They are no longer there", "Save", _back(child)),
        form=form,
        do=lambda data: end_address(who, child, address=row, to_on=data["to_on"], seen=seen),
    )


@require_http_methods(_WRITES)
@signed_in
def contact_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """A safe way to reach somebody."""
    opened = open_child(who, child, part="addresses, writing", act=Act.CHANGE_RECORD)

    def do(data: Any) -> object:
        reach = Reach(
            way=ContactWay(data["way"]),
            value=data["value"],
            safe_times=data["safe_times"],
            code_word=data["code_word"],
            leave_no_message=bool(data["leave_no_message"]),
            note=data["note"],
        )
        return add_safe_contact(who, child, person=UUID(data["person"]), reach=reach)

    form = ReachForm(request.POST or None, people=[(str(each.pk), each.name) for each in _people(opened[0])])
    return writing(request, opened, Sheet("Add a safe way to reach somebody", "Save", _back(child)), form=form, do=do)


@require_POST
@signed_in
def contact_end(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:  # noqa: ARG001  the door hands it over
    """A way that is safe no longer."""
    end_safe_contact(who, child, contact=row)
    return redirect(_back(child))
