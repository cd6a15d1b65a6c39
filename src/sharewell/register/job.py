"""Work to do later, in the same database and the same transaction as what it belongs to."""

from __future__ import annotations

import uuid

from django.db import models

from sharewell.register.classify import classified


class Job(models.Model):
    """One job: its kind, what it is about, when it may run, who has it and until when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=60)
    about = models.JSONField(default=dict)
    once = models.CharField(max_length=120, unique=True)
    run_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True)
    failed = models.CharField(max_length=200, blank=True)

    KEPT = False
    CLASS = classified(operational="id kind about once run_at lease_until attempts done_at failed")

    class Meta:
        indexes = (models.Index(fields=("done_at", "run_at")),)
