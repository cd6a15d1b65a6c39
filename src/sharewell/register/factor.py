"""Second factors and what was tried at the door."""

from __future__ import annotations

import uuid

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import in_order, listed, maybe, one_of, words


class FactorKind(models.TextChoices):
    """How somebody shows a second time that it is they."""

    TOTP = "totp", "Code from an app"
    PASSKEY = "passkey", "Passkey"
    RECOVERY = "recovery", "Recovery code"


class Factor(models.Model):
    """One second factor. The secret is sealed with the deployment's key; a passkey's public key needs no seal."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practitioner = models.ForeignKey("register.Practitioner", on_delete=models.CASCADE, related_name="factors")
    kind = one_of(FactorKind)
    label = words(80)
    sealed = models.BinaryField()
    credential = models.BinaryField(null=True, blank=True, unique=True)
    #: The last time step or signature count that was used, so that nothing counts twice.
    counter = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    KEPT = False
    CLASS = classified(
        credential="sealed credential counter",
        operational="id practitioner kind label added_at confirmed_at used_at ended_at",
    )

    class Meta:
        constraints = (listed("kind", FactorKind),)


class Invitation(models.Model):
    """A code, good once and for a few days, with which somebody sets the password of an account made for them.

    Only a digest is kept. Nobody made it (`made_by` is empty) where it came from the server’s own command line.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practitioner = models.ForeignKey("register.Practitioner", on_delete=models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        "register.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    until_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    KEPT = False
    CLASS = classified(credential="digest", operational="id practitioner made_at made_by until_at used_at ended_at")

    class Meta:
        constraints = (in_order("made_at", "until_at"),)


class SignInResult(models.TextChoices):
    """How an attempt ended."""

    SIGNED_IN = "signed-in", "Signed in"
    WRONG_PASSWORD = "wrong-password", "Wrong password"
    WRONG_FACTOR = "wrong-factor", "Wrong second factor"
    LOCKED = "locked", "Locked for a while"
    CLOSED = "closed", "Account closed"
    NOT_KNOWN = "not-known", "Nobody known here"
    SIGNED_OUT = "signed-out", "Signed out"


class SignIn(models.Model):
    """One attempt to sign in, so that guessing is slowed and a person can see their own. Never the password tried.

    `tried` is a keyed digest of the email address, so that a mistyped one is not kept in clear.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practitioner = models.ForeignKey(
        "register.Practitioner", on_delete=models.CASCADE, null=True, blank=True, related_name="sign_ins"
    )
    tried = models.CharField(max_length=64)
    result = one_of(SignInResult)
    way = maybe(40)
    at = models.DateTimeField()

    KEPT = True
    CLASS = classified(identifying="tried", operational="id practitioner result way at")

    class Meta:
        constraints = (listed("result", SignInResult),)
        indexes = (models.Index(fields=("tried", "at")),)
