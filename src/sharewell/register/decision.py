"""Decisions: what a named practitioner decided, with its reasons, harms and law. Replaced, never edited."""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Kept, in_order, listed, maybe, one_of, prose, words


class Choice(models.TextChoices):
    """What was decided. Not sharing is a decision like the others."""

    SHARE = "share", "Share"
    SHARE_PART = "share-part", "Share part"
    NOT_YET = "not-yet", "Not yet"
    NOT_SHARE = "not-share", "Do not share"
    GET_ADVICE = "get-advice", "Get advice first"


class Harm(models.TextChoices):
    """What harm is indicated, if any."""

    NONE = "none", "None indicated"
    SIGNIFICANT = "significant-harm", "Significant harm to a child"
    SERIOUS_ADULT = "serious-harm", "Serious harm to an adult"
    SERIOUS_CRIME = "serious-crime", "Serious crime"
    NOT_KNOWN = "not-known", "Not known"


class Decision(Kept):
    """One decision on one request. The law it rests on is in `Grounds`, what was weighed in `Weighing`.

    `decided_at` is when it was decided; `recorded_at`, when it was written down. In an emergency they differ, and
    `completes` names the short emergency record that this one completes.
    """

    request = models.ForeignKey("register.InformationRequest", on_delete=models.PROTECT, related_name="decisions")
    determination = models.ForeignKey("register.Determination", on_delete=models.PROTECT, related_name="decisions")
    choice = one_of(Choice)
    rationale = prose()
    #: Why it departs from the determination; empty if it follows it.
    departs_because = prose()
    decided_at = models.DateTimeField()
    #: Who decided, in which post, and the name typed as a signature.
    decided_by = models.ForeignKey("register.Practitioner", on_delete=models.PROTECT, related_name="decisions")
    position = words(160)
    signature = words(200)
    approved_by = models.ForeignKey(
        "register.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="decisions_approved"
    )
    #: Not sharing and not yet are looked at again on a day.
    review_on = models.DateField(null=True, blank=True)
    reconsider_if = prose()
    told_requester = prose()
    emergency_since = models.DateTimeField(null=True, blank=True)
    complete_by = models.DateTimeField(null=True, blank=True)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    replaces_because = prose()
    #: Made once by the form, so that the same form sent twice makes one decision.
    once = models.UUIDField(unique=True)
    retention = maybe(60)

    CLASS = classified(
        special="rationale departs_because reconsider_if told_requester replaces_because choice",
        identifying="signature",
        operational="request determination decided_at decided_by position approved_by review_on emergency_since"
        " complete_by replaces once retention",
    )

    class Meta:
        constraints = (
            listed("choice", Choice),
            models.CheckConstraint(condition=~models.Q(rationale=""), name="decision_says_why"),
            models.CheckConstraint(
                condition=models.Q(choice__in=("share", "share-part", "get-advice"))
                | models.Q(review_on__isnull=False),
                name="decision_not_sharing_has_review",
            ),
            models.CheckConstraint(
                condition=models.Q(replaces__isnull=True) | ~models.Q(replaces_because=""),
                name="decision_replaced_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("decided_by")),
                name="decision_approved_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(emergency_since__isnull=True, complete_by__isnull=True)
                | models.Q(emergency_since__isnull=False, complete_by__isnull=False),
                name="decision_emergency_together",
            ),
            models.UniqueConstraint(
                fields=("request",), condition=models.Q(replaces__isnull=True), name="decision_first_once"
            ),
        )
        indexes = (models.Index(fields=("request", "recorded_at")), models.Index(fields=("agency", "recorded_at")))


class Grounds(Kept):
    """Purpose and law of a decision, as the rules named them and the practitioner confirmed them."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="grounds")
    article_6 = prose()
    special_condition = prose()
    offence_data = prose()
    gateway = prose()
    duty_or_order = prose()
    necessity = prose()
    could_less_do = prose()
    confidence = prose()
    level_offered = maybe(40)
    impact_assessment = prose()
    policy_version = words(200)

    CLASS = classified(
        special="necessity could_less_do confidence",
        operational="decision article_6 special_condition offence_data gateway duty_or_order level_offered"
        " impact_assessment policy_version",
    )


class Weighing(Kept):
    """What was weighed, both ways. Two boxes and the practitioner's own balance; nothing adds them up."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="weighing")
    concern = prose()
    concern_source = maybe(300)
    concern_on = models.DateField(null=True, blank=True)
    immediate_risk = prose()
    harm = one_of(Harm)
    harm_of_sharing = prose()
    good_of_sharing = prose()
    harm_of_not_sharing = prose()
    good_of_not_sharing = prose()
    factors = models.JSONField(default=list)

    CLASS = classified(
        special="concern concern_source immediate_risk harm harm_of_sharing good_of_sharing harm_of_not_sharing"
        " good_of_not_sharing factors",
        operational="decision concern_on",
    )

    class Meta:
        constraints = (
            listed("harm", Harm),
            models.CheckConstraint(
                condition=~models.Q(harm_of_sharing="") & ~models.Q(harm_of_not_sharing=""), name="weighed_both_ways"
            ),
        )


class DecisionItem(Kept):
    """What became of one item: given, reduced or held back, and why; whose name is protected in it."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="items")
    item = models.ForeignKey("register.InformationItem", on_delete=models.PROTECT, related_name="decided")
    given = models.CharField(
        max_length=10, choices=(("whole", "All of it"), ("part", "Part of it"), ("none", "Held back"))
    )
    why = prose()
    protected = prose()

    CLASS = classified(special="why", identifying="protected", operational="decision item given")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("decision", "item"), name="decision_item_once"),)


class Telling(Kept):
    """Who was told about it, before or after, or was deliberately not told, and why."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="tellings")
    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="tellings"
    )
    described = maybe(200)
    told = models.CharField(
        max_length=10,
        choices=(("before", "Told before"), ("after", "Told after"), ("will", "Will be told"), ("not", "Not told")),
    )
    told_on = models.DateField(null=True, blank=True)
    told_how = maybe(300)
    what = prose()
    why_not = prose()
    ask_again_on = models.DateField(null=True, blank=True)

    CLASS = classified(
        identifying="described",
        special="what why_not told_how",
        operational="decision person told told_on ask_again_on",
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(told="not") | (~models.Q(why_not="") & models.Q(ask_again_on__isnull=False)),
                name="telling_not_told_says_why",
            ),
            models.CheckConstraint(
                condition=~models.Q(told__in=("before", "after")) | models.Q(told_on__isnull=False),
                name="telling_told_has_day",
            ),
        )


class Reconsideration(Kept):
    """That something new came up after a decision: what, and until when it must be looked at again."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="reconsiderations")
    because = words(300)
    row = models.UUIDField(null=True, blank=True)
    due_on = models.DateField()

    CLASS = classified(special="because", operational="decision row due_on")


class ReconsiderationAnswer(Kept):
    """What came of it: the decision stands, or another replaces it."""

    reconsideration = models.OneToOneField(Reconsideration, on_delete=models.PROTECT, related_name="answer")
    stands = models.CharField(max_length=10, choices=(("stands", "It stands"), ("replaced", "Replaced")))
    reason = prose()

    CLASS = classified(special="reason", operational="reconsideration stands")


class Hold(Kept):
    """That a child's record must not be erased: an inquiry, a court, a complaint."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="holds")
    reason = words(300)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)

    CLASS = classified(special="reason", operational="child from_on to_on")

    class Meta:
        constraints = (in_order("from_on", "to_on"),)
