"""What a child’s record puts on the list of one’s own work: marks that wait for a second person, and broken glass."""

from __future__ import annotations

from datetime import timedelta

from sharewell.casework.access import children_of
from sharewell.casework.act import Act, may
from sharewell.casework.acting import Acting
from sharewell.casework.review_glass import glass_to_review
from sharewell.register.relationship import BrokenGlass
from sharewell.register.safety import SafetyMarkLift
from sharewell.web.day import in_words
from sharewell.web.record.frame import address_of
from sharewell.web.record.part import Line, Part

_MOST = 30
#: So long those who work with a child are told that somebody else opened the record.
_TOLD = timedelta(days=14)


def lifts_part(who: Acting) -> Part | None:
    """Marks that somebody else asks to lift; None for who may not lift, and while there are none."""
    if not may(who, Act.LIFT_SAFETY):
        return None
    asked = SafetyMarkLift.objects.filter(mark__child__in=children_of(who), mark__end__isnull=True)
    others = asked.exclude(recorded_by=who.practitioner).select_related("mark__child", "recorded_by")
    lines = tuple(
        Line(
            f"{each.mark.child.name}: {each.mark.get_kind_display().lower()}",
            address_of("mark-agree", each.mark.child_id, each.mark_id),
            f"{each.recorded_by.name} asks that it be lifted",
        )
        for each in others.order_by("recorded_at")[:_MOST]
    )
    return Part("Marks to lift or keep", lines, "") if lines else None


def glass_part(who: Acting) -> Part | None:
    """Broken glass: to review, for whoever governs; to know of, for whoever works with the child. None without any."""
    if may(who, Act.REVIEW_GLASS):
        lines = tuple(
            Line(each.practitioner.name, address_of("glass-review", each.pk), in_words(each.from_at.date()))
            for each in glass_to_review(who)[:_MOST]
        )
        return Part("Records opened without a relationship", lines, "") if lines else None
    if not may(who, Act.OPEN_RECORD):
        return None
    broken = BrokenGlass.objects.filter(child__in=children_of(who), from_at__gt=who.at - _TOLD)
    others = broken.exclude(practitioner=who.practitioner).select_related("child", "practitioner")
    lines = tuple(
        Line(
            f"{each.child.name}: opened by {each.practitioner.name}",
            address_of("child-looked", each.child_id),
            f"{in_words(each.from_at.date())}. {each.get_reason_display()}",
        )
        for each in others.order_by("-from_at")[:_MOST]
    )
    return Part("Somebody opened a record you work with", lines, "") if lines else None
