"""What every row has: an address of its own, the agency that holds it, who wrote it and when.

A *kept* row is added and never changed; a *living* one changes under a version, so that two people who change it at
once cannot undo each other. The database itself refuses a change to a kept row (see `register.guards`).
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import ClassVar

from django.db import models

#: Fields that `Row` and its children bring, and their class.
OWN: Mapping[str, str] = dict.fromkeys(("id", "agency", "recorded_at", "recorded_by", "version"), "operational")


class Row(models.Model):
    """A row that one agency holds. `id` is random, so that an address tells nothing and cannot be guessed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey("register.Organisation", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("register.Practitioner", on_delete=models.PROTECT, related_name="+")

    #: Field name to class of data, for the fields of the model itself.
    CLASS: ClassVar[Mapping[str, str]] = {}
    #: Whether a row may never be changed.
    KEPT: ClassVar[bool] = False

    class Meta:
        abstract = True


class Kept(Row):
    """Added, never changed and never removed, save by erasure, which leaves a tombstone."""

    KEPT = True

    class Meta:
        abstract = True


class Living(Row):
    """May change. `version` goes up by one with each change, and a change names the version that it saw."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


def words(length: int = 200) -> models.CharField[str, str]:
    """A short text that must be there."""
    return models.CharField(max_length=length)


def maybe(length: int = 200) -> models.CharField[str, str]:
    """A short text that may be empty."""
    return models.CharField(max_length=length, blank=True, default="")


def prose() -> models.TextField[str, str]:
    """A longer text that may be empty."""
    return models.TextField(blank=True, default="")


def one_of(choices: type[models.TextChoices], **more: object) -> models.CharField[str, str]:
    """One of a list of words; the database refuses any other."""
    return models.CharField(max_length=40, choices=choices.choices, **more)  # type: ignore[arg-type]  # passed through


def listed(field: str, choices: type[models.TextChoices], *, blank: bool = False) -> models.CheckConstraint:
    """The database refuses a word that is not on the list."""
    allowed = [*choices.values, *([""] if blank else [])]
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": allowed}), name=f"%(class)s_{field}_listed", violation_error_code=field
    )


def together(name: str, *fields: str) -> models.CheckConstraint:
    """Facts that come together or not at all: dates and people, which are empty when they are not there."""
    none = models.Q(**{f"{field}__isnull": True for field in fields})
    every = models.Q(**{f"{field}__isnull": False for field in fields})
    return models.CheckConstraint(condition=none | every, name=f"%(class)s_{name}_together")


def in_order(first: str, last: str) -> models.CheckConstraint:
    """An end that does not come before its beginning."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{last}__isnull": True}) | models.Q(**{f"{last}__gte": models.F(first)}),
        name=f"%(class)s_{last}_in_order",
    )
