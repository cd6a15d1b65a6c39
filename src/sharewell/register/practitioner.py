"""Practitioners: whoever signs in, for whom they work, and in which roles."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import in_order, listed, maybe, one_of, words


class Role(models.TextChoices):
    """What somebody is there to do. The acts of each are in `casework.act`."""

    PRACTITIONER = "practitioner", "Practitioner"
    ADVISER = "adviser", "Adviser"
    APPROVER = "approver", "Approver"
    GOVERNANCE = "governance", "Information-governance lead"
    DUTY = "duty", "Duty desk"
    ADMINISTRATOR = "administrator", "Administrator"


class Practitioners(BaseUserManager["Practitioner"]):
    """Practitioners by the name that they sign in with."""

    def get_by_natural_key(self, username: str | None) -> Practitioner:
        """The practitioner of an email address, whatever its capitals.

        Raises: Practitioner.DoesNotExist.
        """
        return self.get(email=(username or "").strip().lower())


class Practitioner(AbstractBaseUser):
    """A person who works with children or families and signs in. Not a row of one agency: people move."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = words()
    #: Empty while the account may be used.
    closed_at = models.DateTimeField(null=True, blank=True)
    #: An account made for somebody has a password that must be changed.
    password_set_at = models.DateTimeField(null=True, blank=True)
    #: Sessions that began before this moment are over: a new password, or an account that was set up anew.
    signed_out_at = models.DateTimeField(null=True, blank=True)
    #: The same person at the single sign-on provider, once they have come that way.
    subject = maybe(255)
    last_login = None  # sign-ins are in `SignIn`, each with its moment

    objects: ClassVar[Practitioners] = Practitioners()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    KEPT = False
    CLASS = classified(
        identifying="email name subject",
        credential="password",
        operational="id closed_at password_set_at signed_out_at",
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("subject",), condition=~models.Q(subject=""), name="practitioner_subject_once"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_active(self) -> bool:  # type: ignore[override]  # what Django asks; here it follows from a moment
        """Whether the account may be used."""
        return self.closed_at is None


class Post(models.Model):
    """Somebody's place in an organisation: the role, the job title, the team, from when to when.

    A post in a team gives no sight of the team's children by itself: see `register.relationship`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="posts")
    organisation = models.ForeignKey("register.Organisation", on_delete=models.PROTECT, related_name="posts")
    role = one_of(Role)
    title = words(120)
    team = models.ForeignKey("register.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="posts")
    from_on = models.DateField()
    #: The first day without it, so that a post can end on the day it was given.
    to_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    KEPT = False
    CLASS = classified(operational="id practitioner organisation role title team from_on to_on version")

    class Meta:
        constraints = (listed("role", Role), in_order("from_on", "to_on"))
        indexes = (models.Index(fields=("practitioner", "organisation")),)
