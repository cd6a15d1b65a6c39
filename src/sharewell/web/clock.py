"""The door's clock: the only place of the web that asks what day and time it is."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone


def today() -> date:
    """Today, in England."""
    return timezone.localdate()


def now() -> time:
    """The time of day, in England."""
    return timezone.localtime().time()


def moment() -> datetime:
    """This moment, with its zone."""
    return timezone.now()
