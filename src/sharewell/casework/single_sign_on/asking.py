"""Asking the provider over HTTP: small answers in JSON, soon, from where we meant to ask and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from sharewell.casework.single_sign_on.fault import SingleSignOnFailed
from sharewell.casework.single_sign_on.provider import is_safe

#: Seconds. Somebody is waiting for the page.
_TIMEOUT = 5
_MOST = 200_000
Answer = Mapping[str, object]


class _NoRedirect(HTTPRedirectHandler):
    """A provider that sends us elsewhere is not followed: a secret would go along."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """Nowhere."""


_OPENER = build_opener(_NoRedirect)


def ask(address: str, *, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None) -> Answer:
    """The object at an address; a form is posted.

    Raises: SingleSignOnFailed.
    """
    if not is_safe(address):
        raise SingleSignOnFailed("unsafe-address")
    body = urlencode(form).encode() if form is not None else None
    request = Request(address, data=body, headers={"Accept": "application/json", **(headers or {})})  # noqa: S310 looked at
    try:
        with _OPENER.open(request, timeout=_TIMEOUT) as answer:
            text = answer.read(_MOST + 1)
    except (URLError, HTTPException, OSError, ValueError):
        raise SingleSignOnFailed("no-answer") from None
    if len(text) > _MOST:
        raise SingleSignOnFailed("answer-too-long")
    try:
        found = json.loads(text)
    except ValueError:
        raise SingleSignOnFailed("answer-unreadable") from None
    if not isinstance(found, dict):
        raise SingleSignOnFailed("answer-unreadable")
    return found


def text_of(answer: Answer, name: str) -> str:
    """One text of an answer.

    Raises: SingleSignOnFailed where it is not there.
    """
    value = answer.get(name)
    if not isinstance(value, str) or not value:
        raise SingleSignOnFailed(f"no-{name.replace('_', '-')}")
    return value
