"""The ledger's own tables: entries, what opens each, the head of the tree, signed checkpoints, tombstones.

Nothing personal is in an entry. What opens it (salt, and the content of a row that may change) lies beside it and goes
when the row is erased.
"""

from __future__ import annotations

import uuid

from django.db import models

from sharewell.register.classify import classified


class LedgerEntry(models.Model):
    """One act. `sequence` counts from 0 without a gap."""

    sequence = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=60)
    at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    organisation = models.CharField(max_length=64)
    subject = models.CharField(max_length=64, blank=True)
    commitment = models.CharField(max_length=64)
    #: The leaf hash of the entry before: an entry that was altered is contradicted by the next. Empty in the first.
    previous = models.BinaryField(max_length=32)

    KEPT = True
    CLASS = classified(operational="sequence kind at actor organisation subject commitment previous")

    class Meta:
        indexes = (models.Index(fields=("subject",)), models.Index(fields=("actor", "at")))


class Opening(models.Model):
    """What opens an entry's commitment: the salt, and which row. For a row that may change, also its content then."""

    entry = models.OneToOneField(LedgerEntry, on_delete=models.PROTECT, primary_key=True, related_name="opening")
    agency = models.ForeignKey("register.Organisation", on_delete=models.PROTECT, related_name="+", null=True)
    table = models.CharField(max_length=80)
    row = models.CharField(max_length=64)
    salt = models.BinaryField(max_length=32)
    content = models.TextField(blank=True)

    KEPT = True
    CLASS = classified(special="content", credential="salt", operational="entry agency table row")

    class Meta:
        indexes = (models.Index(fields=("table", "row")),)


class LedgerHead(models.Model):
    """The one row that says how far the ledger has come: whoever appends locks it."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    size = models.BigIntegerField(default=0)
    #: The tree's growing edge: its node hashes, 32 bytes each, one after the other.
    nodes = models.BinaryField(default=bytes)
    previous = models.BinaryField(default=bytes)
    latest = models.DateTimeField(null=True)

    KEPT = False
    CLASS = classified(operational="id size nodes previous latest")

    class Meta:
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="ledger_has_one_head"),)


class Checkpoint(models.Model):
    """A signed statement of size and root, made from time to time.

    `nodes` and `last` are where the tree stood then, and `key` is the public key that signed: none of them is believed
    but where it leads to the root that was signed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    size = models.BigIntegerField()
    note = models.TextField()
    nodes = models.BinaryField()
    last = models.BinaryField(max_length=32)
    key = models.CharField(max_length=300)
    at = models.DateTimeField()

    KEPT = True
    CLASS = classified(operational="id size note nodes last key at")

    class Meta:
        indexes = (models.Index(fields=("size",)),)


class Tombstone(models.Model):
    """That a row was erased, by whom and why. The database lets a kept row go only if this is here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("register.Organisation", on_delete=models.PROTECT, related_name="+")
    table = models.CharField(max_length=80)
    row = models.CharField(max_length=64)
    reason = models.CharField(max_length=300)
    erased_at = models.DateTimeField()
    erased_by = models.ForeignKey("register.Practitioner", on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey("register.Practitioner", on_delete=models.PROTECT, null=True, related_name="+")

    KEPT = True
    CLASS = classified(operational="id agency table row reason erased_at erased_by agreed_by")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("table", "row"), name="tombstone_once"),)
