"""Information requests: somebody asks us, or we wish to tell. And the guide's answers while it is being worked on."""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Kept, Living, listed, maybe, one_of, prose, words


class Direction(models.TextChoices):
    """Who wants it shared."""

    THEIRS = "theirs", "Somebody asks us"
    OURS = "ours", "We wish to tell somebody"


class Trigger(models.TextChoices):
    """What set it going."""

    REQUEST = "request", "A request was received"
    OWN_INITIATIVE = "own-initiative", "Our own initiative"
    DEMAND = "demand", "A demand under statute or by a court"
    EMERGENCY = "emergency", "An emergency"
    TRANSFER = "transfer", "The child moves to another service or area"


class Kind(models.TextChoices):
    """What kind of sharing it is."""

    ONE_OFF = "one-off", "One-off"
    ROUTINE = "routine", "Routine, under an agreement"
    EMERGENCY = "emergency", "Emergency"


class Compatible(models.TextChoices):
    """Whether the purpose is the one for which it was collected."""

    SAME = "same", "The same purpose"
    COMPATIBLE = "compatible", "Compatible with it"
    INFORMED = "informed", "Another purpose, and they were informed"
    CONSENTED = "consented", "Another purpose, and they consented"
    SAFEGUARDING = "safeguarding", "Safeguarding a child, which the law treats as compatible"
    EXCEPTION = "exception", "Another purpose, under an exception"


class InformationRequest(Kept):
    """One wish for information: whose, about which child, for what, by when. A correction replaces it."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="information_requests")
    direction = one_of(Direction)
    trigger = one_of(Trigger)
    kind = one_of(Kind)
    #: Who asks, or to whom we wish to tell: the other side of it.
    organisation = models.ForeignKey(
        "register.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation_words = maybe(200)
    person_name = maybe(200)
    person_position = maybe(200)
    #: The recipient on our record, when it is a parent or somebody in the family.
    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="information_requests_by"
    )
    why_they_need_it = prose()
    identity_checked_how = maybe(300)
    identity_checked_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField()
    needed_by = models.DateTimeField(null=True, blank=True)
    asked_for = prose()
    purpose = words(300)
    compatible = one_of(Compatible, blank=True, default="")
    compatible_words = prose()
    power_quoted = maybe(300)
    duty_reference = maybe(300)
    duty_deadline = models.DateTimeField(null=True, blank=True)
    agreement_reference = maybe(200)
    controllers = maybe(300)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")

    CLASS = classified(
        identifying="person_name person_position",
        special="why_they_need_it asked_for purpose compatible_words",
        operational="child direction trigger kind organisation organisation_words person identity_checked_how"
        " identity_checked_at received_at needed_by compatible power_quoted duty_reference duty_deadline"
        " agreement_reference controllers replaces",
    )

    class Meta:
        constraints = (
            listed("direction", Direction),
            listed("trigger", Trigger),
            listed("kind", Kind),
            listed("compatible", Compatible, blank=True),
        )
        indexes = (models.Index(fields=("agency", "received_at")), models.Index(fields=("child", "received_at")))


class RequestItem(Kept):
    """One item of information that a request is about."""

    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="items")
    item = models.ForeignKey("register.InformationItem", on_delete=models.PROTECT, related_name="requests")

    CLASS = classified(operational="request item")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("request", "item"), name="request_item_once"),)


class RequestSubject(Kept):
    """Another person whom the information is about, or who could be made out from it: needed, reduced or left out."""

    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="subjects")
    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="requests_about"
    )
    described = maybe(200)
    line = models.CharField(
        max_length=10, choices=(("needed", "Needed"), ("reduce", "Reduce"), ("remove", "Leave out"))
    )
    why = prose()

    CLASS = classified(identifying="described", special="why", operational="request person line")


class Sitting(Living):
    """The guide's answers to one request while it is worked on: whoever holds it can hand it to a colleague.

    `trail` is a list of steps as `fact=answer` texts, oldest first; those that the record filled in begin with `~`.
    """

    request = models.OneToOneField(InformationRequest, on_delete=models.PROTECT, related_name="sitting")
    pack = words(60)
    trail = models.JSONField(default=list)
    held_by = models.ForeignKey("register.Practitioner", on_delete=models.PROTECT, related_name="sittings")
    held_since = models.DateTimeField()

    CLASS = classified(special="trail", operational="request pack held_by held_since")


class Determination(Kept):
    """What the rules said, as it stood: pack, digest, day, answers, and the whole of what was shown.

    `says` is the determination in canonical JSON, and `digest` its SHA-256; years later it can be made again from
    `release`, `on` and `answers`.
    """

    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="determinations")
    pack = words(60)
    version = words(40)
    release = models.CharField(max_length=64)
    on = models.DateField()
    answers = models.JSONField()
    #: Answers that came from the record, and the row each came from.
    from_record = models.JSONField(default=dict)
    outcome = words(40)
    complete = models.BooleanField()
    says = models.TextField()
    digest = models.CharField(max_length=64)

    CLASS = classified(
        special="answers from_record says outcome", operational="request pack version release on complete digest"
    )

    class Meta:
        indexes = (models.Index(fields=("request", "recorded_at")),)
