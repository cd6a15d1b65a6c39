"""The organisations that partners work with, for everybody; and how each can be reached, as one’s own has made sure."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sharewell.casework.act import Act, may, require
from sharewell.casework.acting import Acting
from sharewell.casework.add_contact_point import add_contact_point
from sharewell.casework.add_organisation import add_organisation
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.casework.verify_contact_point import end_contact_point, verify_contact_point
from sharewell.register.organisation import Channel, ContactPoint, Organisation, Sector
from sharewell.web.people.form import ContactPointForm, OrganisationForm, VerifyForm
from sharewell.web.record.door import signed_in


@require_GET
@signed_in
def organisations(request: HttpRequest, who: Acting) -> HttpResponse:
    """All of them, by kind."""
    by_kind: dict[str, list[Organisation]] = {}
    for each in Organisation.objects.order_by("sector", "name"):
        by_kind.setdefault(Sector(each.sector).label, []).append(each)
    shown = {"kinds": sorted(by_kind.items()), "manages": may(who, Act.MANAGE_PEOPLE)}
    return render(request, "sharewell/people/organisations.html", shown)


@require_http_methods(["GET", "POST"])
@signed_in
def add(request: HttpRequest, who: Acting) -> HttpResponse:
    """Add one that is known by name."""
    require(who, Act.MANAGE_PEOPLE)
    form = OrganisationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = add_organisation(
                who,
                name=said["name"],
                sector=Sector(said["sector"]),
                registration_number=said["registration_number"],
            )
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("organisation", made.pk)
    return render(request, "sharewell/people/organisation_add.html", {"form": form})


@require_GET
@signed_in
def organisation(request: HttpRequest, who: Acting, organisation: UUID) -> HttpResponse:
    """One of them, with its numbers and addresses."""
    found = _found(organisation)
    points = ContactPoint.objects.filter(agency=who.organisation, organisation=found, ended_on__isnull=True)
    shown = {
        "organisation": found,
        "points": points.select_related("verified_by").order_by("channel", "label"),
        "manages": may(who, Act.MANAGE_PEOPLE),
    }
    return render(request, "sharewell/people/organisation.html", shown)


@require_http_methods(["GET", "POST"])
@signed_in
def add_point(request: HttpRequest, who: Acting, organisation: UUID) -> HttpResponse:
    """Write down a number or address."""
    require(who, Act.MANAGE_PEOPLE)
    found = _found(organisation)
    form = ContactPointForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            channel = Channel(said["channel"])
            add_contact_point(who, found.pk, channel=channel, label=said["label"], value=said["value"])
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("organisation", found.pk)
    return render(request, "sharewell/people/point_add.html", {"form": form, "organisation": found})


@require_http_methods(["GET", "POST"])
@signed_in
def verify(request: HttpRequest, who: Acting, point: UUID) -> HttpResponse:
    """Keep that a number or address was made sure of."""
    require(who, Act.MANAGE_PEOPLE)
    found = ContactPoint.objects.filter(pk=point, agency=who.organisation).select_related("organisation").first()
    if found is None:
        raise NotThere("contact-point", point)
    form = VerifyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            verify_contact_point(who, point, against=form.cleaned_data["against"])
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("organisation", found.organisation_id)
    return render(request, "sharewell/people/verify.html", {"form": form, "point": found})


@require_POST
@signed_in
def stop_point(request: HttpRequest, who: Acting, point: UUID) -> HttpResponse:  # noqa: ARG001  the door hands it over
    """Use a number or address no more."""
    return redirect("organisation", end_contact_point(who, point).organisation_id)


def _found(organisation: UUID) -> Organisation:
    found = Organisation.objects.filter(pk=organisation).first()
    if found is None:
        raise NotThere("organisation", organisation)
    return found
