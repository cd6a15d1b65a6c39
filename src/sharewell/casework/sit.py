"""Sit: the guide's answers to a request while it is worked on. Saved, come back to, handed to a colleague."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from sharewell.casework.access import children_of
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting, acting
from sharewell.casework.keep import change, keep
from sharewell.casework.once import one_at_a_time
from sharewell.casework.open_request import request_of
from sharewell.casework.refusal import MayNot, Refusal, Unfinished
from sharewell.register.practitioner import Practitioner
from sharewell.register.relationship import LegitimateRelationship
from sharewell.register.request import InformationRequest, Sitting


class HeldElsewhere(Refusal):
    """A colleague holds the answers; `by` is their name. They can be taken over, knowingly."""

    code = "held-elsewhere"

    def __init__(self, by: str) -> None:
        self.by = by
        super().__init__(self.code)


def sit(who: Acting, request: InformationRequest, *, pack: str) -> Sitting:
    """The sitting of a request that was opened: as it was left, or a new one that they hold."""
    found = _of(request)
    if found:
        return found
    one_at_a_time()
    return _of(request) or keep(
        who, Sitting(request=request, pack=pack, trail=[], held_by=who.practitioner, held_since=who.at), "sitting-begun"
    )


def save_sitting(who: Acting, request: uuid.UUID, *, trail: Iterable[str], version: int) -> Sitting:
    """Keep the answers as they now are. `version` is that of the page they were given on.

    Raises: MayNot, NotThere, HeldElsewhere, ChangedMeanwhile.
    """
    sitting = _mine(who, request)
    sitting.version = version
    return change(who, sitting, "sitting-saved", trail=list(trail))


def take_over(who: Acting, request: uuid.UUID) -> Sitting:
    """Take the answers over from the colleague who holds them.

    Raises: MayNot, NotThere, ChangedMeanwhile.
    """
    sitting = _there(who, request)
    if sitting.held_by_id == who.practitioner.pk:
        return sitting
    return change(who, sitting, "sitting-taken-over", held_by=who.practitioner, held_since=who.at)


def hand_over(who: Acting, request: uuid.UUID, *, to: uuid.UUID) -> Sitting:
    """Hand the answers to a colleague who may open this child's record.

    Raises: MayNot, NotThere, HeldElsewhere, ChangedMeanwhile, Unfinished for somebody who may not open the record.
    """
    sitting = _mine(who, request)
    colleague = Practitioner.objects.filter(pk=to).first()
    as_them = acting(colleague, who.organisation, at=who.at) if colleague else None
    if as_them is None or not children_of(as_them).filter(pk=sitting.request.child_id).exists():
        raise Unfinished({"to": "Choose a colleague who works with this child"})
    return change(who, sitting, "sitting-handed-over", held_by=colleague, held_since=who.at)


def _of(request: InformationRequest) -> Sitting | None:
    return Sitting.objects.select_related("held_by").filter(request=request).first()


def _there(who: Acting, request: uuid.UUID) -> Sitting:
    sitting = _of(request_of(who, request, act=Act.DECIDE))
    if sitting is None:
        raise MayNot(Act.DECIDE.value)
    return sitting


def _mine(who: Acting, request: uuid.UUID) -> Sitting:
    sitting = _there(who, request)
    if sitting.held_by_id != who.practitioner.pk:
        raise HeldElsewhere(sitting.held_by.name)
    return sitting


def colleagues_of(who: Acting, child: uuid.UUID) -> list[Practitioner]:
    """Whom the answers can be handed to: others in the organisation who may open this record now."""
    ties = LegitimateRelationship.objects.filter(
        child=child, agency=who.organisation, from_at__lte=who.at, until_at__gt=who.at
    )
    found = Practitioner.objects.filter(pk__in=ties.values("practitioner"), closed_at__isnull=True)
    return list(found.exclude(pk=who.practitioner.pk).order_by("name"))
