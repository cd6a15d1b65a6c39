"""Advice asked of a rota with a clock, the answer, and approval by a second person."""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Kept, listed, maybe, one_of, prose, words


class Rota(models.TextChoices):
    """Who is asked: a rota, not a person. Silence goes to the approvers."""

    SAFEGUARDING = "safeguarding", "Designated safeguarding lead"
    CALDICOTT = "caldicott", "Caldicott Guardian"
    DATA_PROTECTION = "data-protection", "Data protection officer"
    LEGAL = "legal", "Legal adviser"
    MANAGER = "manager", "Manager"


class AdviceRequest(Kept):
    """A question to a rota: the case, without names if wished, and a moment by which an answer is needed."""

    request = models.ForeignKey("register.InformationRequest", on_delete=models.PROTECT, related_name="advice_asked")
    rota = one_of(Rota)
    question = prose()
    described = prose()
    without_names = models.CharField(max_length=3, choices=(("yes", "Without names"), ("no", "With names")))
    reply_by = models.DateTimeField()

    CLASS = classified(special="question described", operational="request rota without_names reply_by")

    class Meta:
        constraints = (
            listed("rota", Rota),
            models.CheckConstraint(condition=~models.Q(question=""), name="advice_asks_something"),
        )
        indexes = (models.Index(fields=("agency", "reply_by")),)


class Advice(Kept):
    """An adviser's answer."""

    asked = models.ForeignKey(AdviceRequest, on_delete=models.PROTECT, related_name="answers")
    text = prose()
    position = words(160)

    CLASS = classified(special="text", operational="asked position")


class AdviceFollowed(Kept):
    """Whether the decision followed the advice; if not, why."""

    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="followed")
    decision = models.ForeignKey("register.Decision", on_delete=models.PROTECT, related_name="advice_followed")
    followed = models.CharField(max_length=10, choices=(("yes", "Followed"), ("part", "In part"), ("no", "Not")))
    why_not = prose()

    CLASS = classified(special="why_not", operational="advice decision followed")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(followed="yes") | ~models.Q(why_not=""), name="advice_not_followed_says_why"
            ),
        )


class Proposal(Kept):
    """A decision that waits for a second person: `content` is all of it, as the form said it."""

    request = models.ForeignKey("register.InformationRequest", on_delete=models.PROTECT, related_name="proposals")
    determination = models.ForeignKey("register.Determination", on_delete=models.PROTECT, related_name="proposals")
    content = models.JSONField()
    #: The safeguards that call for a second person, by name in the pack.
    because = models.JSONField(default=list)

    CLASS = classified(special="content because", operational="request determination")


class Approval(Kept):
    """A second person's word on a proposal, or afterwards on an emergency decision."""

    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, null=True, blank=True, related_name="approval")
    decision = models.ForeignKey(
        "register.Decision", on_delete=models.PROTECT, null=True, blank=True, related_name="approvals"
    )
    word = models.CharField(max_length=10, choices=(("approved", "Approved"), ("declined", "Sent back")))
    reason = prose()
    position = maybe(160)

    CLASS = classified(special="reason", operational="proposal decision word position")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(proposal__isnull=False) | models.Q(decision__isnull=False),
                name="approval_of_something",
            ),
            models.CheckConstraint(
                condition=models.Q(word="approved") | ~models.Q(reason=""), name="approval_declined_says_why"
            ),
        )
