"""The emergency lane: three facts, and what you did stands. It asks nothing first and never waits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar
from uuid import UUID, uuid4, uuid5

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from sharewell.casework.access import children_of
from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.record_emergency import Emergency, record_emergency
from sharewell.casework.refusal import AlreadyDone, Unfinished
from sharewell.casework.start_record import Known, start_record
from sharewell.register.person import BirthCertainty
from sharewell.web.guide import page
from sharewell.web.guide.form import reading_of
from sharewell.web.guide.trail import Rules
from sharewell.web.reading.shelf import Reading
from sharewell.web.record.door import signed_in
from sharewell.web.record.form import MomentField, RecordForm, line, radios, select, text
from sharewell.web.request.shown import shown

#: More children than this are not listed; the record is opened first, and comes from there.
_MOST = 200
_SOMEBODY = "other"


class EmergencyForm(RecordForm):
    """Three facts, and whose record they belong to. A child without a record here gets one."""

    missing: ClassVar[Mapping[str, str]] = {
        "in_danger": "Say who is in danger, and from what",
        "kind": "Say whom you told",
        "what": "Say what you told them",
    }

    once = forms.UUIDField(widget=forms.HiddenInput)
    child = select((), label="Which child’s record is it for?", required=False)
    given_name = line("Their first name", required=False, longest=120)
    family_name = line("Their family name", required=False, longest=120)
    age = forms.IntegerField(label="About how old are they?", required=False, min_value=0, max_value=25)
    in_danger = text("Who is in danger, and from what?", rows=3)
    kind = radios((), label="Whom did you ring or tell?")
    told = line("Their name, and what they gave you", help_text="A name, a collar number, a reference.", required=False)
    what = text("What did you tell them?", rows=3)
    told_at = MomentField(label="When did you tell them?", required=False)

    def __init__(self, data: Any = None, *, who: Acting, reading: Reading, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        mine = children_of(who).order_by("family_name", "given_name")[:_MOST]
        self.fields["child"].choices = [("", "Choose"), *((str(each.pk), each.name) for each in mine)]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [*helpers(reading), (_SOMEBODY, "Somebody else")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Whose record it is: one on the list, or a name."""
        said = super().clean() or {}
        named = said.get("given_name") and said.get("family_name") and said.get("age") is not None
        if not said.get("child") and not named:
            self.add_error("child", "Choose the child, or give their name and about how old they are")
        return said


def _child(who: Acting, said: dict[str, Any]) -> UUID:
    """The child’s record; a new one, where there was none to choose."""
    if said["child"]:
        return UUID(said["child"])
    once = uuid5(said["once"], "child")
    names = Known(
        given_name=said["given_name"],
        family_name=said["family_name"],
        born_on=date(who.on.year - said["age"], who.on.month, 1),
        born_certainty=BirthCertainty.ESTIMATED,
    )
    try:
        return start_record(who, names, reason="Somebody was in danger", once=once).pk
    except AlreadyDone as done:
        return done.row


def helpers(reading: Reading) -> list[tuple[str, str]]:
    """Whom the rules name for an emergency: recipient and words."""
    fact = reading.edition.facts.get("recipient-kind")
    known = [dict(each).get("recipient-kind") for claim in reading.pack.claims.emergencies for each in claim.known]
    return [(kind, page.says(fact, kind)) for kind in dict.fromkeys(known) if fact and kind]


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def emergency(request: HttpRequest, who: Acting) -> HttpResponse:
    """Ring first. Then three facts, and the record is there, to be completed within a day."""
    require(who, Act.DECIDE)
    reading = reading_of(Rules(settings.SHAREWELL_PACK))
    first = {"once": uuid4(), "child": request.GET.get("child", "")}
    form = EmergencyForm(request.POST if request.method == "POST" else None, who=who, reading=reading, initial=first)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        names = dict(helpers(reading))
        happened = Emergency(
            in_danger=said["in_danger"],
            told=", ".join(filter(None, [names.get(said["kind"], ""), said["told"]])),
            what=said["what"],
            kind=said["kind"],
            told_at=said["told_at"],
        )
        try:
            made = record_emergency(who, _child(who, said), happened=happened, rules=reading, once=said["once"])
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("decision", made.pk)
    return shown(request, "emergency", {"form": form, "section": "emergency"})
