"""Filling in forms of the guide as a browser would, for tests that need no browser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from django.test import Client

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


@dataclass(frozen=True)
class Shown:
    """A page as it came."""

    status: int
    html: str

    @property
    def heading(self) -> str:
        """Its main heading, as text."""
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.html, flags=re.DOTALL)
        return unescape(re.sub(r"<[^>]+>", "", found[1])).strip() if found else ""

    @property
    def kind(self) -> str:
        """The outcome that it shows, if it shows one."""
        found = re.search(r'class="sw-outcome is-([a-z]+)', self.html)
        return found[1] if found else ""

    @property
    def text(self) -> str:
        """Its main part as text."""
        main = self.html[self.html.index("<main") : self.html.index("</main>")]
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())

    def form(self, name: str = "go") -> dict[str, list[str]]:
        """The hidden fields of one of its forms."""
        found = re.search(rf'<form[^>]* id="{name}".*?</form>', self.html, flags=re.DOTALL)
        fields: dict[str, list[str]] = {}
        for field, value in _HIDDEN.findall(found[0] if found else ""):
            fields.setdefault(field, []).append(unescape(value))
        return fields

    @property
    def asks(self) -> str:
        """The fact that it asks about, if it is a question."""
        return next(iter(self.form("question").get("fact", [])), "")


def post(client: Client, address: str, fields: Mapping[str, object]) -> Shown:
    """Send a form."""
    answer = client.post(address, fields)
    return Shown(answer.status_code, answer.content.decode())


def begin(client: Client) -> Shown:
    """The first question."""
    answer = client.get("/check/")
    return Shown(answer.status_code, answer.content.decode())


def say(client: Client, page: Shown, **answer: object) -> Shown:
    """Answer the question of a page."""
    return post(client, "/check/", {**page.form("question"), **answer})


def press(client: Client, page: Shown, do: str, address: str = "/check/", **more: object) -> Shown:
    """Press a button beside a question or an answer."""
    return post(client, address, {**page.form("go"), "do": do, **more})


def trail(**answers: str) -> list[str]:
    """Steps of a trail, one for each answer; `_` stands for `-`."""
    return [f"{fact.replace('_', '-')}={answer}" for fact, answer in answers.items()]
