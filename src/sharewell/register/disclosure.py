"""Disclosures: information in fact given, to whom, how, under which conditions; and what came after."""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.organisation import Channel
from sharewell.register.row import Kept, listed, maybe, one_of, prose, words


class Disclosure(Kept):
    """What was handed over to one recipient under a decision."""

    decision = models.ForeignKey("register.Decision", on_delete=models.PROTECT, related_name="disclosures")
    organisation = models.ForeignKey(
        "register.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recipient_name = words(200)
    recipient_role = maybe(200)
    why_they_need_it = prose()
    channel = one_of(Channel)
    security = prose()
    identity_check = prose()
    sent_at = models.DateTimeField()
    conditions = prose()
    onward = prose()
    keep_until = maybe(200)

    CLASS = classified(
        identifying="recipient_name",
        special="why_they_need_it",
        operational="decision organisation recipient_role channel security identity_check sent_at conditions onward"
        " keep_until",
    )

    class Meta:
        constraints = (listed("channel", Channel),)


class DisclosedItem(Kept):
    """One item as it was given: the mark, source and owner that went with it."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="items")
    item = models.ForeignKey("register.InformationItem", on_delete=models.PROTECT, related_name="disclosed")
    text = prose()

    CLASS = classified(special="text", operational="disclosure item")


class Receipt(Kept):
    """That the recipient has it: who said so, when, and their reference."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="receipts")
    confirmed_by = words(200)
    confirmed_at = models.DateTimeField()
    reference = maybe(120)

    CLASS = classified(identifying="confirmed_by", operational="disclosure confirmed_at reference")


class FollowUpKind(models.TextChoices):
    """What came afterwards."""

    OUTCOME = "outcome", "What came of it"
    ACTION = "action", "Something to do"
    CORRECTION = "correction", "Correction sent to the recipients"
    COMPLAINT = "complaint", "Complaint"
    BREACH = "breach", "Suspected breach"
    ACCESS = "access", "Bears on an access request"


class FollowUp(Kept):
    """Something that came after a decision."""

    decision = models.ForeignKey("register.Decision", on_delete=models.PROTECT, related_name="follow_ups")
    kind = one_of(FollowUpKind)
    text = prose()
    on = models.DateField()
    due_on = models.DateField(null=True, blank=True)

    CLASS = classified(special="text", operational="decision kind on due_on")

    class Meta:
        constraints = (listed("kind", FollowUpKind),)
