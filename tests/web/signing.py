"""A signed-in client for somebody who acts, without going through the pages that sign in."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client

from sharewell.casework.acting import Acting
from sharewell.web.clock import moment
from sharewell.web.record.session import begin


def signed_in_as(client: Client, who: Acting, *, at: datetime | None = None) -> Client:
    """The client with a session of that person for that organisation, begun now or at a moment."""
    request = HttpRequest()
    request.session = SessionStore()
    begin(request, who.practitioner.pk, who.organisation.pk, at=at or moment())
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(request.session.session_key)
    return client


class Clock:
    """What time it is for the pages, while a test runs."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at
