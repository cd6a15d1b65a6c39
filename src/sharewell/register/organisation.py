"""Organisations that work with children, and how each can be reached for certain."""

from __future__ import annotations

import uuid

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Living, listed, maybe, one_of, together, words


class Sector(models.TextChoices):
    """What kind of body it is."""

    EDUCATION = "education", "Education"
    EARLY_YEARS = "early-years", "Early years"
    SOCIAL_CARE = "social-care", "Children’s social care"
    YOUTH_SUPPORT = "youth-support", "Youth support"
    HEALTH = "health", "Health"
    POLICE = "police", "Police"
    YOUTH_JUSTICE = "youth-justice", "Youth justice"
    HOUSING = "housing", "Housing"
    VOLUNTARY = "voluntary", "Voluntary and community"
    COURT = "court", "Court or Cafcass"
    OTHER = "other", "Another kind of organisation"


class Organisation(models.Model):
    """A body: a partner that keeps its own record here, or one that is only written to.

    The list of partners is open to all of them. What each holds about children is not.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = words()
    sector = one_of(Sector)
    #: A partner signs in here and holds records of its own; others are known by name only.
    joined_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    #: The service whose very presence tells something (sexual health, refuge, substance misuse): hidden by default.
    sensitive_since = models.DateField(null=True, blank=True)
    registration_number = maybe(60)
    version = models.PositiveIntegerField(default=1)

    KEPT = False
    CLASS = classified(operational="id name sector joined_on left_on sensitive_since registration_number version")

    class Meta:
        constraints = (listed("sector", Sector),)
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Team(Living):
    """A team inside an agency, whose members may work with the same children."""

    name = words()
    closed_on = models.DateField(null=True, blank=True)

    CLASS = classified(operational="name closed_on")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("agency", "name"), name="team_name_once"),)


class Channel(models.TextChoices):
    """A way to reach an organisation."""

    PHONE = "phone", "Telephone"
    EMAIL = "email", "Email"
    SECURE_MAIL = "secure-mail", "Secure email"
    POST = "post", "Post"
    PORTAL = "portal", "Secure portal"


class ContactPoint(Living):
    """One number or address of an organisation, and who made sure of it, when and against what."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="contact_points")
    channel = one_of(Channel)
    label = words(120)
    value = words(300)
    verified_on = models.DateField(null=True, blank=True)
    verified_by = models.ForeignKey(
        "register.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verified_against = maybe(300)
    ended_on = models.DateField(null=True, blank=True)

    CLASS = classified(operational="organisation channel label value verified_on verified_by verified_against ended_on")

    class Meta:
        constraints = (listed("channel", Channel), together("verified", "verified_on", "verified_by"))
