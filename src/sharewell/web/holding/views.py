"""What is held about a child: items of information and their files."""

from __future__ import annotations

from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from sharewell.casework.access import open_child
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.casework.file_kind import KINDS
from sharewell.casework.keep_file import keep_file
from sharewell.casework.open_file import open_file
from sharewell.casework.record_item import owner_of, record_item
from sharewell.casework.refusal import NotThere
from sharewell.casework.replace_item import replace_item
from sharewell.register.holding import Category, HeldFile, InformationItem
from sharewell.register.person import Person
from sharewell.web.child.parts import shown
from sharewell.web.holding.item_form import FileForm, ItemForm, ReplaceForm, TooBigForm, filled, statement
from sharewell.web.holding.upload import takes_a_file, was_too_big, with_file
from sharewell.web.record.door import signed_in
from sharewell.web.record.writing import Sheet, writing

#: What a browser may do with a file that it was given: nothing at all.
_SEALED = "default-src 'none'; sandbox; frame-ancestors 'none'"
_MOST = 300


@require_GET
@signed_in
def items(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """Every item that stands, under what it is about; those that were replaced are reached from what replaced them."""
    person, right = open_child(who, child, part="items")
    held = (
        InformationItem.objects.filter(child=person, replaced_by__isnull=True)
        .select_related("agency", "source_organisation", "recorded_by")
        .prefetch_related("files")
        .order_by("category", "-learned_on", "-recorded_at")[: _MOST + 1]
    )
    first = list(held)[:_MOST]
    groups = [
        (label, [(each, owner_of(each)) for each in first if each.category == value])
        for value, label in Category.choices
        if any(each.category == value for each in first)
    ]
    more = {"groups": groups, "more": len(held) > _MOST, "most": _MOST, "writes": may(who, Act.CHANGE_RECORD)}
    return render(request, "sharewell/holding/items.html", shown((person, right), "items", **more))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def item_new(request: HttpRequest, who: Acting, child: UUID) -> HttpResponse:
    """A new item."""
    person, right = open_child(who, child, part="new item", act=Act.CHANGE_RECORD)
    sheet = Sheet("Write down one piece of information", "Save it", reverse("items", args=(child,)))
    return writing(
        request,
        (person, right),
        sheet,
        form=ItemForm(request.POST or None, child=person, initial={"learned_on": who.on}),
        do=lambda data: _address(person, record_item(who, child, said=statement(data))),
    )


@require_GET
@signed_in
def item(request: HttpRequest, who: Acting, child: UUID, item: UUID) -> HttpResponse:
    """One item, with its marks, its files and what it replaced."""
    person, right = open_child(who, child, part="item")
    held = (
        InformationItem.objects.filter(pk=item, child=person)
        .select_related("agency", "source_person", "source_organisation", "recorded_by", "replaces", "replaced_by")
        .prefetch_related("files__recorded_by", "subjects__person", "disclosed__disclosure")
        .first()
    )
    if held is None:
        raise NotThere("item", item)
    more = {"item": held, "owner": owner_of(held), "writes": may(who, Act.CHANGE_RECORD)}
    return render(request, "sharewell/holding/item.html", shown((person, right), "items", **more))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def item_replace(request: HttpRequest, who: Acting, child: UUID, item: UUID) -> HttpResponse:
    """Put an item right: the form, filled with what stands."""
    person, right = open_child(who, child, part="put an item right", act=Act.CHANGE_RECORD)
    held = InformationItem.objects.filter(pk=item, child=person).prefetch_related("subjects").first()
    if held is None:
        raise NotThere("item", item)
    lead = "What you write takes the place of the old item. The old one stays, with what was known then."
    sheet = Sheet("Put this right", "Save it", _address(person, held), lead)
    return writing(
        request,
        (person, right),
        sheet,
        form=ReplaceForm(request.POST or None, child=person, initial=filled(held)),
        do=lambda data: _address(person, replace_item(who, item, said=statement(data), because=data["because"])),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@takes_a_file
@signed_in
def file_new(request: HttpRequest, who: Acting, child: UUID, item: UUID) -> HttpResponse:
    """Add a file to an item."""
    person, right = open_child(who, child, part="new file", act=Act.CHANGE_RECORD)
    held = InformationItem.objects.filter(pk=item, child=person).first()
    if held is None:
        raise NotThere("item", item)
    form = (TooBigForm if was_too_big(request) else FileForm)(**with_file(request))
    form.fields["file"].error_messages["empty"] = "The file is empty"
    lead = f"We take {', '.join(KINDS)}. A file is never opened or run here. It is kept and handed back as it is."
    sheet = Sheet("Add a file", "Keep this file", _address(person, held), lead)

    def do(data: dict[str, UploadedFile[bytes]]) -> HeldFile:
        sent = data["file"]
        return keep_file(who, item, name=sent.name or "", content=sent.read())

    return writing(request, (person, right), sheet, form=form, do=do)


@require_GET
@signed_in
def file(_: HttpRequest, who: Acting, child: UUID, file: UUID) -> HttpResponse:
    """The content of a file, to be saved and never shown: its name says nothing about anybody."""
    held, content = open_file(who, file)
    if held.item.child_id != child:
        raise NotThere("file", file)
    name = f"file-{held.pk.hex[:8]}.{held.name.rpartition('.')[2]}"
    return HttpResponse(
        content,
        content_type=held.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Security-Policy": _SEALED,
            "X-Content-Type-Options": "nosniff",
        },
    )


def _address(child: Person, item: InformationItem) -> str:
    return reverse("item", args=(child.pk, item.pk))
