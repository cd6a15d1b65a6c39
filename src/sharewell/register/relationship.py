"""Why a practitioner may open a child's record: a live legitimate relationship, or breaking the glass."""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Kept, Living, in_order, listed, one_of, prose, words


class Tie(models.TextChoices):
    """What a practitioner has to do with a child."""

    ALLOCATED = "allocated", "Working with the child"
    TEAM = "team", "In the team that works with the child"
    DUTY = "duty", "On the duty desk for a request about the child"
    MANAGER = "manager", "Manages the work with the child"
    ADVISER = "adviser", "Asked for advice about the child"
    APPROVER = "approver", "Asked to approve something about the child"
    GOVERNANCE = "governance", "Answers an access request, or reviews, about the child"
    NAMED = "named", "Named for a restricted record"


class LegitimateRelationship(Living):
    """A practitioner's reason to open a child's record. It has a beginning, a source, and an end or a review."""

    practitioner = models.ForeignKey("register.Practitioner", on_delete=models.PROTECT, related_name="relationships")
    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="legitimate_relationships")
    tie = one_of(Tie)
    reason = words(300)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()

    CLASS = classified(operational="practitioner child tie reason from_at until_at")

    class Meta:
        constraints = (listed("tie", Tie), in_order("from_at", "until_at"))
        indexes = (
            models.Index(fields=("practitioner", "child", "until_at")),
            models.Index(fields=("child", "until_at")),
        )


class GlassReason(models.TextChoices):
    """Why somebody without a relationship had to see a record."""

    CHILD_AT_RISK = "child-at-risk", "A child may come to harm if I do not look now"
    OUT_OF_HOURS = "out-of-hours", "The practitioner who works with them cannot be reached"
    CHILD_PRESENT = "child-present", "The child or family is with me now"
    COURT_OR_POLICE = "court-or-police", "A court or the police need an answer now"


class BrokenGlass(Kept):
    """A record opened without a relationship: the reason, in words too, and when it closes by itself."""

    practitioner = models.ForeignKey("register.Practitioner", on_delete=models.PROTECT, related_name="glass_broken")
    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="glass_broken")
    reason = one_of(GlassReason)
    words = prose()
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()

    CLASS = classified(special="words", operational="practitioner child reason from_at until_at")

    class Meta:
        constraints = (
            listed("reason", GlassReason),
            in_order("from_at", "until_at"),
            models.CheckConstraint(condition=~models.Q(words=""), name="glass_reason_in_words"),
        )
        indexes = (models.Index(fields=("practitioner", "child", "until_at")),)


class GlassFinding(models.TextChoices):
    """What the review came to."""

    JUSTIFIED = "justified", "It was right to look"
    RELATIONSHIP_MISSING = "relationship-missing", "Right to look; a relationship should have been there"
    NOT_JUSTIFIED = "not-justified", "It was not right to look"


class GlassReview(Kept):
    """Somebody else's review of a broken glass."""

    glass = models.OneToOneField(BrokenGlass, on_delete=models.PROTECT, related_name="review")
    finding = one_of(GlassFinding)
    words = prose()

    CLASS = classified(special="words", operational="glass finding")

    class Meta:
        constraints = (listed("finding", GlassFinding),)


class Viewing(Kept):
    """That somebody looked at a child's record: which part, for what, by which right."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="viewings")
    part = words(60)
    right = words(60)
    purpose = words(300)

    CLASS = classified(operational="child part right purpose")

    class Meta:
        indexes = (models.Index(fields=("child", "recorded_at")), models.Index(fields=("recorded_by", "recorded_at")))


class Denial(Kept):
    """That somebody tried to open what they may not. Which record it was is kept apart from the page they saw."""

    what = words(60)
    sought = models.UUIDField(null=True, blank=True)
    reason = words(60)

    CLASS = classified(operational="what sought reason")
