"""Consent to share: for a purpose, items and recipients, by whom, in which capacity, how, until when.

Four states that are never one tick: given, refused, withdrawn, invalidated; a newer consent supersedes an older one.
"""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.holding import Category
from sharewell.register.row import Kept, in_order, listed, maybe, one_of, prose, words


class Capacity(models.TextChoices):
    """In which capacity somebody answers."""

    CHILD_COMPETENT = "child-competent", "The child, competent for this decision"
    CHILD = "child", "The child, who was not found able to decide this"
    YOUNG_PERSON = "young-person", "The young person of 16 or 17"
    PARENT = "parent", "Somebody with parental responsibility"
    COUNCIL = "council", "The council, with parental responsibility"
    ADULT_SELF = "adult-self", "An adult, about themselves"
    COURT = "court", "A court"
    ATTORNEY = "attorney", "Somebody with lawful authority for an adult"


class Answer(models.TextChoices):
    """What was said."""

    GIVEN = "given", "Agreed"
    PARTIAL = "partial", "Agreed to part"
    REFUSED = "refused", "Refused"
    NO_ANSWER = "no-answer", "Asked; no answer yet"


class Route(models.TextChoices):
    """How it was said. All routes count the same."""

    IN_WRITING = "in-writing", "In writing, signed"
    SPOKEN = "spoken", "Spoken"
    PHONE = "phone", "By telephone"
    INTERPRETER = "interpreter", "Through an interpreter"
    SIGNED_LANGUAGE = "sign-language", "In sign language"
    SYMBOLS = "symbols", "With symbols or pictures"
    ONLINE = "online", "Online"
    IMPLIED = "implied", "Implied by what they did"


class Consent(Kept):
    """One answer of one person for one purpose. Never a default gate, never a flag on a child."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="consents")
    #: The child's own answer when empty: `by_person` is then the child.
    by_person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="consents_given")
    capacity = one_of(Capacity)
    answer = one_of(Answer)
    route = one_of(Route)
    purpose = words(300)
    #: What was explained, and in which words: without it, no agreement was informed.
    explained = prose()
    own_words = prose()
    reason_for_refusal = prose()
    interpreter = maybe(200)
    limits = prose()
    answered_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    request = models.ForeignKey(
        "register.InformationRequest", on_delete=models.PROTECT, null=True, blank=True, related_name="consents"
    )
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    #: The assessment of this decision on which a child’s own answer rests.
    competence = models.ForeignKey(
        "register.CompetenceAssessment", on_delete=models.PROTECT, null=True, blank=True, related_name="consents"
    )
    #: The paper that was signed, as a file of an item.
    paper = models.ForeignKey(
        "register.HeldFile", on_delete=models.PROTECT, null=True, blank=True, related_name="consents"
    )

    CLASS = classified(
        special="purpose explained own_words reason_for_refusal limits",
        identifying="interpreter",
        operational="child by_person capacity answer route answered_on until_on review_on request supersedes competence"
        " paper",
    )

    class Meta:
        constraints = (
            listed("capacity", Capacity),
            listed("answer", Answer),
            listed("route", Route),
            in_order("answered_on", "until_on"),
            models.CheckConstraint(
                condition=~models.Q(answer__in=("given", "partial")) | ~models.Q(explained=""),
                name="consent_agreed_says_explained",
            ),
            models.CheckConstraint(
                condition=~models.Q(capacity="child-competent") | models.Q(competence__isnull=False),
                name="consent_competent_rests_on_assessment",
            ),
            models.CheckConstraint(
                condition=~models.Q(capacity__in=("child-competent", "child", "young-person"))
                | models.Q(by_person=models.F("child")),
                name="consent_own_answer_is_the_childs",
            ),
        )
        indexes = (models.Index(fields=("child", "answered_on")),)


class ConsentItem(Kept):
    """One cell of the grid that a parent can read: this information, to this recipient, yes or no."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="cells")
    recipient = models.ForeignKey(
        "register.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recipient_words = maybe(200)
    category = maybe(40)
    item = models.ForeignKey(
        "register.InformationItem", on_delete=models.PROTECT, null=True, blank=True, related_name="consented"
    )
    allowed = models.CharField(max_length=3, choices=(("yes", "Yes"), ("no", "No")))

    CLASS = classified(operational="consent recipient recipient_words category item allowed")

    class Meta:
        constraints = (
            listed("category", Category, blank=True),
            models.CheckConstraint(
                condition=models.Q(category="") | models.Q(item__isnull=True), name="consent_cell_item_or_category"
            ),
            models.CheckConstraint(
                condition=models.Q(recipient_words="") | models.Q(recipient__isnull=True),
                name="consent_cell_one_recipient",
            ),
            models.CheckConstraint(condition=models.Q(allowed__in=("yes", "no")), name="consent_cell_yes_or_no"),
        )


class ConsentEndKind(models.TextChoices):
    """How a consent stopped counting."""

    WITHDRAWN = "withdrawn", "Withdrawn by the person"
    INVALIDATED = "invalidated", "Found not to have been valid"


class ConsentEnd(Kept):
    """That a consent was withdrawn or found invalid. What had gone out before stays listed."""

    consent = models.OneToOneField(Consent, on_delete=models.PROTECT, related_name="end")
    kind = one_of(ConsentEndKind)
    by_person = models.ForeignKey("register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_on = models.DateField()
    reason = prose()

    CLASS = classified(special="reason", operational="consent kind by_person ended_on")

    class Meta:
        constraints = (
            listed("kind", ConsentEndKind),
            models.CheckConstraint(
                condition=~models.Q(kind="invalidated") | ~models.Q(reason=""), name="consent_invalidated_says_why"
            ),
        )


class NotAskedReason(models.TextChoices):
    """Why nobody was asked (HM Government 2008 and 2018: where asking would do harm, or would not be honest)."""

    RISK_TO_CHILD = "risk-to-child", "Asking would put the child at more risk of significant harm"
    RISK_TO_ADULT = "risk-to-adult", "Asking would put an adult at risk of serious harm"
    PREJUDICE_CRIME = "prejudice-crime", "Asking would get in the way of preventing or finding out a serious crime"
    DELAY = "delay", "Waiting for an answer would be dangerous"
    DUTY = "duty", "The law requires it whatever the answer, so asking would mislead"
    NOT_NEEDED = "not-needed", "Consent is not what this rests on; the person was told instead"
    CANNOT_FIND = "cannot-find", "The person cannot be found or reached"


class NotAsked(Kept):
    """That consent was not sought for a request, why, and which manager agreed."""

    request = models.ForeignKey("register.InformationRequest", on_delete=models.PROTECT, related_name="not_asked")
    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="not_asked"
    )
    reason = one_of(NotAskedReason)
    words = prose()
    agreed_by = models.ForeignKey(
        "register.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ask_again_on = models.DateField(null=True, blank=True)

    CLASS = classified(special="reason words", operational="request person agreed_by ask_again_on")

    class Meta:
        constraints = (listed("reason", NotAskedReason),)
