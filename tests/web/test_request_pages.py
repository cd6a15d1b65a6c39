"""The pages of requests and decisions: the way through, what the record fills in, and who may."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from sharewell.casework.acting import Acting, transaction_of
from sharewell.register.decision import Decision
from sharewell.register.organisation import Organisation
from sharewell.register.person import Person
from sharewell.register.practitioner import Role
from sharewell.register.request import Determination, InformationRequest
from sharewell.web.clock import moment
from tests.casework.conftest import someone
from tests.casework.record_rows import WORRIED, a_child, an_organisation
from tests.web.signing import signed_in_as

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def hidden(html: str, form: str = "") -> dict[str, str]:
    """The hidden fields of a page, or of one of its forms."""
    found = re.search(rf'<form[^>]* id="{form}".*?</form>', html, flags=re.DOTALL) if form else None
    return {name: unescape(value) for name, value in HIDDEN.findall(found[0] if found else html)}


def now(who: Acting) -> Acting:
    """The same person, acting when the pages do."""
    return Acting(who.practitioner, who.organisation, who.roles, who.title, moment(), who.teams)


@pytest.fixture
def teacher(school: Organisation) -> Acting:
    return now(someone("Alice Penrose", school, Role.PRACTITIONER, title="Teacher"))


@pytest.fixture
def child(teacher: Acting) -> Person:
    with transaction_of(teacher):
        return a_child(teacher)


def made(client: Client, child: Person, **more: str) -> InformationRequest:
    """A request, through its page."""
    council = an_organisation()
    page = client.get(f"/children/{child.pk}/requests/new/").content.decode()
    form = {
        **{name: value for name, value in hidden(page).items() if name == "once"},
        "direction": "ours", "organisation": str(council.pk), "purpose": "To keep Wren safe", "trigger": "request",
        "kind": "one-off", **more,
    }  # fmt: skip
    answer = client.post(f"/children/{child.pk}/requests/new/", form)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    client.post(f"/children/{child.pk}/requests/new/", form)
    return InformationRequest.objects.get()


def answered(client: Client, about: InformationRequest) -> list[str]:
    """Every question of a request answered from `WORRIED`; the facts that were asked."""
    asked: list[str] = []
    for _ in range(40):
        page = client.get(f"/requests/{about.pk}/questions/").content.decode()
        fields = hidden(page, "question")
        if "fact" not in fields:
            return asked
        fact = fields["fact"]
        asked.append(fact)
        said = WORRIED.get(fact, "not-known")
        more = {"none": "none"} if fact in ("special-matter", "usual-checks") else {"answer": said}
        sent = client.post(f"/requests/{about.pk}/questions/", {"fact": fact, "version": fields["version"], **more})
        assert sent.status_code == 302, fact
    raise AssertionError(f"no end: {asked}")


def test_a_worry_from_request_to_decision(client: Client, teacher: Acting, child: Person) -> None:
    signed_in_as(client, teacher)
    about = made(client, child)
    asked = answered(client, about)
    assert {"age-band", "recipient-kind", "started-by"} & set(asked) == set(), "the record knows these"
    page = client.get(f"/requests/{about.pk}/questions/").content.decode()
    assert "Share: holding back would need a good reason" in page
    assert "The date of birth on the record" in page
    sent = client.post(f"/requests/{about.pk}/questions/", {"do": "decide"})
    assert sent.headers["Location"] == f"/requests/{about.pk}/decide/"
    said = Determination.objects.get()
    assert said.outcome == "should-share"
    assert said.from_record["age-band"]["because"] == "The date of birth on the record"
    page = client.get(f"/requests/{about.pk}/decide/").content.decode()
    form = {
        **{name: value for name, value in hidden(page).items() if name in ("once", "determination", "replaces")},
        "choice": "share", "rationale": "There are bruises.", "signature": "Alice Penrose", "harm": "significant-harm",
        "harm_of_sharing": "They may stop talking.", "harm_of_not_sharing": "More bruises.",
        f"told_{child.pk}": "before",
    }  # fmt: skip
    sent = client.post(f"/requests/{about.pk}/decide/", form)
    assert sent.status_code == 302, sent.content.decode()[-6000:]
    again = client.post(f"/requests/{about.pk}/decide/", form)
    decision = Decision.objects.get()
    assert sent.headers["Location"] == again.headers["Location"] == f"/decisions/{decision.pk}/"
    page = client.get(f"/decisions/{decision.pk}/").content.decode()
    assert "Share, with Aldermere Children’s Services" in page
    assert "The record is as it was when it was signed." in page
    assert "In line with the rules." in page
    pdf = client.get(f"/decisions/{decision.pk}/record.pdf").content
    assert pdf.startswith(b"%PDF")
    text = client.get(f"/decisions/{decision.pk}/record.txt").content.decode()
    assert "There are bruises." in text
    for address in (f"/requests/{about.pk}/", "/work/", "/emergency/", f"/requests/{about.pk}/advice/"):
        assert client.get(address).status_code == 200, address
