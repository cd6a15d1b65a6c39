"""Asking a page as somebody, with what Alice's own form would send; and what the answer gives away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sharewell.register.guards import registered
from tests.casework.test_holding import PDF

#: What an attempt may leave behind: that it was made.
TRACES = {"Denial", "LedgerEntry", "LedgerHead", "Opening", "Checkpoint", "SignIn"}
_DRAWN_ANEW = re.compile(r'(csrfmiddlewaretoken" value="|nonce-|nonce=")[^"\' ]*')
_IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FIELD = re.compile(r"<(input|textarea|select)\b([^>]*)>(.*?)(?=<input|<textarea|<select|</form|</select)", re.DOTALL)
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_PIECES = {"day": "25", "month": "11", "year": "2026", "time": "10:00"}


@dataclass(frozen=True)
class Seen:
    """What somebody gets: status, headers and body without what is drawn anew each time, and how much was asked."""

    status: int
    headers: str
    body: str
    queries: int


def looked(client: Client, method: str, path: str, form: Mapping[str, object] | None = None) -> Seen:
    """Ask for a page."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path) if method == "GET" else client.post(path, form or {})
    return seen(answer, len(queries))


def seen(answer: Any, queries: int = 0) -> Seen:
    """An answer, comparable."""
    body = b"".join(answer) if answer.streaming else answer.content
    headers = "\n".join(
        f"{name}: {value}" for name, value in sorted(answer.headers.items()) if name != "Content-Length"
    )
    cookies = "\n".join(sorted(answer.cookies))
    return Seen(answer.status_code, _plain(f"{headers}\n{cookies}"), _plain(body.decode(errors="replace")), queries)


def _plain(text: str) -> str:
    return _IDENTIFIER.sub("ID", _DRAWN_ANEW.sub(r"\1", text))


def filled(html: str) -> dict[str, object]:
    """The largest form of a page as a browser would send it, every field filled in."""
    forms = re.findall(r"<form\b.*?</form>", html, flags=re.DOTALL)
    made = max((_fields(form) for form in forms if "sign-out" not in form), key=len, default={})
    made.pop("csrfmiddlewaretoken", None)
    return made


def _fields(form: str) -> dict[str, object]:
    made: dict[str, object] = {}
    for tag, attributes, inner in _FIELD.findall(form):
        told = {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
        name, kind = told.get("name"), told.get("type", "text")
        if not name or name in made:
            continue
        if tag == "select":
            options = re.findall(r'<option value="([^"]+)"', inner)
            made[name] = unescape(options[0]) if options else ""
        elif kind == "file":
            made[name] = SimpleUploadedFile("letter.pdf", PDF, content_type="application/pdf")
        elif kind in ("hidden", "radio", "checkbox"):
            made[name] = told.get("value", "on")
        else:
            made[name] = told.get("value") or _PIECES.get(name.rpartition("_")[2], "Something that happened today")
    return made


def everything() -> dict[str, str]:
    """Each table and a digest of all that is in it, traces of attempts left out."""
    return {model.__name__: _digest(model) for model in registered() if model.__name__ not in TRACES}


def _digest(model: type[models.Model]) -> str:
    rows = model._default_manager.order_by("pk").values_list()
    return sha256(repr([tuple(map(bytes_of, row)) for row in rows]).encode()).hexdigest()


def bytes_of(value: object) -> object:
    """A value that reads the same from both databases."""
    return bytes(value) if isinstance(value, memoryview) else value


def given_away(texts: Iterable[str], words: Iterable[str]) -> set[str]:
    """Which of the words stand in any of the texts."""
    every = "\n".join(texts).lower()
    return {word for word in words if word.lower() in every}
