"""Filling in the pages of requests and decisions as a browser would."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from django.test import Client

from sharewell.casework.acting import Acting
from sharewell.register.person import Person
from sharewell.register.request import InformationRequest
from sharewell.web.clock import moment
from tests.casework.record_rows import WORRIED, an_organisation

_LISTS = ("special-matter", "usual-checks")
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def hidden(html: str, form: str = "") -> dict[str, str]:
    """The hidden fields of a page, or of one of its forms."""
    found = re.search(rf'<form[^>]* id="{form}".*?</form>', html, flags=re.DOTALL) if form else None
    return {name: unescape(value) for name, value in _HIDDEN.findall(found[0] if found else html if not form else "")}


def now(who: Acting) -> Acting:
    """The same person, acting when the pages do."""
    return Acting(who.practitioner, who.organisation, who.roles, who.title, moment(), who.teams)


def page(client: Client, address: str) -> str:
    """A page that is there."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def made(client: Client, child: Person, **more: str) -> InformationRequest:
    """A request, through its page, sent twice."""
    address = f"/children/{child.pk}/requests/new/"
    form = {
        "once": hidden(page(client, address))["once"], "direction": "ours", "organisation": str(an_organisation().pk),
        "purpose": "To keep Wren safe", "trigger": "request", "kind": "one-off", **more,
    }  # fmt: skip
    before = InformationRequest.objects.count()
    for _ in range(2):
        answer = client.post(address, form)
        assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert InformationRequest.objects.count() == before + 1
    return InformationRequest.objects.get(pk=answer.headers["Location"].split("/")[2])


def answer(client: Client, about: InformationRequest, fact: str, **said: str) -> None:
    """Answer one question."""
    address = f"/requests/{about.pk}/questions/"
    version = hidden(page(client, address), "go")["version"]
    sent = client.post(address, {"fact": fact, "version": version, **said})
    assert sent.status_code == 302, fact


def answered(client: Client, about: InformationRequest, answers: Mapping[str, str] = WORRIED) -> list[str]:
    """Every question of a request answered; the facts that were asked. A list that is not named has no tick."""
    asked: list[str] = []
    for _ in range(40):
        fields = hidden(page(client, f"/requests/{about.pk}/questions/"), "question")
        if "fact" not in fields:
            return asked
        fact = fields["fact"]
        asked.append(fact)
        said = answers.get(fact, "not-known")
        answer(client, about, fact, **({"none": "none"} if fact in _LISTS and said == "none" else {"answer": said}))
    raise AssertionError(f"no end: {asked}")


def decision_form(client: Client, about: InformationRequest, child: Person, **more: str) -> dict[str, str]:
    """The decision form, filled in to share."""
    html = page(client, f"/requests/{about.pk}/decide/")
    kept = {name: value for name, value in hidden(html).items() if name in ("once", "determination", "replaces")}
    return {
        **kept, "choice": "share", "rationale": "There are bruises.", "signature": "Alice Penrose",
        "harm": "significant-harm", "harm_of_sharing": "They may stop talking.",
        "harm_of_not_sharing": "More bruises.", f"told_{child.pk}": "before", **more,
    }  # fmt: skip
