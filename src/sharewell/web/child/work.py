"""Who works with a child: services of this agency, and colleagues who may open the record, until when."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sharewell.casework.access import children_of, open_child
from sharewell.casework.act import Act, may
from sharewell.casework.acting import LONDON, Acting, live
from sharewell.casework.add_involvement import Work, add_involvement, end_involvement
from sharewell.casework.allocate import allocate
from sharewell.casework.end_allocation import end_allocation
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.register.involvement import Involvement
from sharewell.register.practitioner import Post
from sharewell.register.relationship import LegitimateRelationship, Tie
from sharewell.web.child.family_form import EndForm
from sharewell.web.child.parts import shown
from sharewell.web.child.work_form import AllocateForm, WorkForm
from sharewell.web.record.door import signed_in
from sharewell.web.record.writing import Sheet, writing

_WRITES = ("GET", "HEAD", "POST")


def _back(child: UUID) -> str:
    return reverse("child-work", args=(child,))


def _colleagues(who: Acting, *, with_me: bool) -> list[tuple[str, str]]:
    posts = Post.objects.filter(organisation=who.organisation, practitioner__closed_at__isnull=True)
    found = {
        str(post.practitioner_id): f"{post.practitioner.name}, {post.title}"
        for post in posts.select_related("practitioner").order_by("practitioner__name")
        if live(post, who.on) and (with_me or post.practitioner_id != who.practitioner.pk)
    }
    return list(found.items())


@require_GET
@signed_in
def work(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Services and colleagues."""
    opened = open_child(who, child, part="who works with them")
    ties = LegitimateRelationship.objects.filter(child=opened[0], until_at__gt=who.at).select_related("practitioner")
    context = shown(
        opened,
        "child-work",
        services=Involvement.objects.filter(person=opened[0]).select_related("lead").order_by("to_on", "-from_on"),
        ties=ties.order_by("practitioner__name", "until_at"),
        writes=may(who, Act.CHANGE_RECORD),
        allocates=may(who, Act.ALLOCATE),
        me=who.practitioner.pk,
    )
    return render(request, "sharewell/child/work.html", context)


@require_http_methods(_WRITES)
@signed_in
def service_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """A service that works with the child."""
    opened = open_child(who, child, part="who works with them, writing", act=Act.CHANGE_RECORD)

    def do(data: Any) -> object:
        made = Work(
            service=data["service"],
            from_on=data["from_on"],
            contact=data["contact"],
            lead=UUID(data["lead"]) if data["lead"] else None,
            sensitive=data["sensitive"] == "yes",
            listing_agreed_on=data["listing_agreed_on"],
            listing_agreed_by=data["listing_agreed_by"],
        )
        return add_involvement(who, child, work=made)

    form = WorkForm(request.POST or None, colleagues=_colleagues(who, with_me=True), initial={"from_on": who.on})
    lead = "Other agencies who look this child up with a reason are told the service and how to reach it. Never more."
    return writing(
        request, opened, Sheet("Add a service that works with them", "Save", _back(child), lead), form=form, do=do
    )


@require_http_methods(_WRITES)
@signed_in
def service_end(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:
    """A service that no longer works with the child."""
    opened = open_child(who, child, part="who works with them, writing", act=Act.CHANGE_RECORD)
    found = Involvement.objects.filter(pk=row, person=opened[0]).first()
    if found is None:
        raise NotThere("involvement", row)
    seen = found.version
    form = EndForm(request.POST or None)
    return writing(
        request,
        opened,
        Sheet(f"{found.service} no longer works with them", "Save", _back(child)),
        form=form,
        do=lambda data: end_involvement(who, row, to_on=data["to_on"], seen=seen),
    )


@require_http_methods(_WRITES)
@signed_in
def give(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Give a colleague a reason to open the record."""
    opened = open_child(who, child, part="who works with them, writing", act=Act.ALLOCATE)

    def do(data: Any) -> object:
        until = datetime.combine(data["until_on"], time(23, 59), tzinfo=LONDON)
        try:
            return allocate(
                who,
                child,
                to=UUID(data["to"]),
                tie=Tie(data["tie"]),
                reason=data["reason"],
                until_at=until,
            )
        except Unfinished as refused:
            said = {"until_on" if name == "until_at" else name: words for name, words in refused.problems.items()}
            raise Unfinished(said) from None

    form = AllocateForm(request.POST or None, colleagues=_colleagues(who, with_me=False))
    return writing(request, opened, Sheet("Let a colleague open this record", "Save", _back(child)), form=form, do=do)


@require_POST
@signed_in
def take_back(request: HttpRequest, who: Acting, child: UUID, row: UUID) -> HttpResponse:  # noqa: ARG001  the door hands it over
    """End a colleague’s reason, or one’s own."""
    end_allocation(who, row)
    return redirect(_back(child) if children_of(who).filter(pk=child).exists() else reverse("work"))
