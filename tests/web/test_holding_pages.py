"""Pages of what is held: written, put right, files in and out; nobody else sees any of it; nothing leaks by headers."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.file_kind import LARGEST
from sharewell.casework.keep_file import keep_file
from sharewell.casework.record_item import record_item
from sharewell.register.holding import HeldFile, InformationItem
from sharewell.register.person import Person
from sharewell.register.relationship import Denial, Viewing
from tests.casework.people_around import child_of, parent_of
from tests.casework.test_holding import PDF, SEEN
from tests.web.signing import Clock, signed_in_as
from tests.web.test_reading_age import HIGHEST, reading_age

pytestmark = pytest.mark.django_db
SENT = {
    "title": "Late and hungry", "text": "Came at ten, had not eaten.", "mark": "observation", "category": "care",
    "protect_source": "no", "learned_on_day": "24", "learned_on_month": "11", "learned_on_year": "2026",
    "level": "none", "once": str(uuid.UUID(int=7)),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _files(settings: Settings, tmp_path: Path, clock: Clock) -> None:
    settings.SHAREWELL_FILES = str(tmp_path / "files")
    settings.SHAREWELL_SCANNER = ""


@pytest.fixture
def juno(alice: Acting) -> Person:
    with transaction_of(alice):
        made = child_of(alice)
        parent_of(alice, made, "Petra")
    return made


@pytest.fixture
def item(alice: Acting, juno: Person) -> InformationItem:
    with transaction_of(alice):
        return record_item(alice, juno.pk, said=SEEN)


@pytest.fixture
def held(alice: Acting, item: InformationItem) -> HeldFile:
    with transaction_of(alice):
        return keep_file(alice, item.pk, name="Letter about Juno.pdf", content=PDF)


@pytest.fixture
def browser(client: Client, alice: Acting) -> Client:
    return signed_in_as(client, alice)


def pages(child: Person, item: InformationItem) -> Iterator[str]:
    items = f"/children/{child.pk}/items/"
    yield items
    yield f"{items}new/"
    for end in ("", "replace/", "file/"):
        yield f"{items}{item.pk}/{end}"


def without_token(page: bytes) -> bytes:
    """A page but for the token of its forms, which is another one each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", page)


def test_an_item_is_written_and_read(browser: Client, juno: Person) -> None:
    answer = browser.post(f"/children/{juno.pk}/items/new/", SENT)
    made = InformationItem.objects.get()
    assert answer.headers["Location"] == f"/children/{juno.pk}/items/{made.pk}/"
    assert b"had not eaten" in browser.get(answer.headers["Location"]).content
    assert b"Late and hungry" in browser.get(f"/children/{juno.pk}/items/").content
    browser.post(f"/children/{juno.pk}/items/new/", SENT)
    assert InformationItem.objects.count() == 1


def test_what_is_missing_is_said_and_nothing_is_lost(browser: Client, juno: Person) -> None:
    answer = browser.post(f"/children/{juno.pk}/items/new/", {**SENT, "mark": "hearsay"})
    html = answer.content.decode()
    assert "Error: " in html
    assert "Say who told you" in html
    assert "had not eaten" in html
    assert not InformationItem.objects.exists()


def test_an_item_is_put_right(browser: Client, juno: Person, item: InformationItem) -> None:
    address = f"/children/{juno.pk}/items/{item.pk}/"
    assert "had not eaten" in browser.get(f"{address}replace/").content.decode()
    browser.post(f"{address}replace/", {**SENT, "text": "Came at nine.", "because": "The register says nine"})
    html = browser.get(address).content.decode()
    assert "This was put right later" in html
    assert "The register says nine" in html


def test_a_file_goes_in_and_comes_out_sealed(browser: Client, juno: Person, item: InformationItem) -> None:
    address = f"/children/{juno.pk}/items/{item.pk}/"
    sent = SimpleUploadedFile("../Letter about Juno.pdf", PDF, "text/html")
    answer = browser.post(f"{address}file/", {"file": sent})
    assert answer.headers["Location"] == address
    held = HeldFile.objects.get()
    assert (held.name, held.media_type) == ("Letter about Juno.pdf", "application/pdf")
    given = browser.get(f"/children/{juno.pk}/files/{held.pk}/")
    assert given.content == PDF
    assert given.headers["Content-Type"] == "application/pdf"
    assert given.headers["Content-Disposition"] == f'attachment; filename="file-{held.pk.hex[:8]}.pdf"'
    assert given.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in given.headers["Content-Security-Policy"]
    assert "default-src 'none'" in given.headers["Content-Security-Policy"]
    assert "no-store" in given.headers["Cache-Control"]
    assert Viewing.objects.filter(part="file").count() == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("page.pdf", b"<html></html>", "not what its name says"),
        ("run.pdf.exe", PDF, "ending of a program"),
        ("empty.pdf", b"", "empty"),
        ("big.pdf", PDF + b"\0" * LARGEST, "too big"),
    ],
)
def test_a_hostile_file_is_refused_in_words(
    browser: Client, juno: Person, item: InformationItem, name: str, content: bytes, words: str
) -> None:
    sent = SimpleUploadedFile(name, content, "application/pdf")
    answer = browser.post(f"/children/{juno.pk}/items/{item.pk}/file/", {"file": sent})
    assert answer.status_code == 200
    assert words in answer.content.decode(), re.findall(r"error-message.*", answer.content.decode())
    assert not HeldFile.objects.exists()


def test_no_file_chosen(browser: Client, juno: Person, item: InformationItem) -> None:
    answer = browser.post(f"/children/{juno.pk}/items/{item.pk}/file/", {})
    assert "Choose a file" in answer.content.decode()


def test_no_other_page_takes_a_file(browser: Client, juno: Person) -> None:
    sent = SimpleUploadedFile("a.pdf", PDF)
    assert browser.post(f"/children/{juno.pk}/items/new/", {**SENT, "file": sent}).status_code == 400
    assert browser.post("/check/", {"file": SimpleUploadedFile("a.pdf", PDF)}).status_code == 400


def test_a_file_without_the_forms_token_is_refused(alice: Acting, juno: Person, item: InformationItem) -> None:
    strict = signed_in_as(Client(enforce_csrf_checks=True), alice)
    answer = strict.post(f"/children/{juno.pk}/items/{item.pk}/file/", {"file": SimpleUploadedFile("a.pdf", PDF)})
    assert answer.status_code == 403
    assert not HeldFile.objects.exists()


def test_with_the_forms_token_it_is_taken(alice: Acting, juno: Person, item: InformationItem) -> None:
    strict = signed_in_as(Client(enforce_csrf_checks=True), alice)
    page = strict.get(f"/children/{juno.pk}/items/{item.pk}/file/").content.decode()
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    sent = {"csrfmiddlewaretoken": token, "file": SimpleUploadedFile("a.pdf", PDF)}
    assert strict.post(f"/children/{juno.pk}/items/{item.pk}/file/", sent).status_code == 302


def test_nobody_else_sees_an_item_or_a_file(
    bob: Acting, charlie: Acting, juno: Person, item: InformationItem, held: HeldFile
) -> None:
    sought = [*pages(juno, item), f"/children/{juno.pk}/files/{held.pk}/"]
    nowhere = [each.replace(str(juno.pk), str(uuid.uuid4())) for each in sought]
    for other in (bob, charlie):
        browser = signed_in_as(Client(), other)
        for address, unknown in zip(sought, nowhere, strict=True):
            answer, blank = browser.get(address), browser.get(unknown)
            assert answer.status_code == blank.status_code == 404
            assert without_token(answer.content) == without_token(blank.content)
            assert b"Juno" not in answer.content
    assert Denial.objects.count() == 4 * len(sought)


def test_a_file_is_not_reached_through_another_child(
    browser: Client, alice: Acting, juno: Person, item: InformationItem, held: HeldFile
) -> None:
    with transaction_of(alice):
        other = child_of(alice, "Ines")
    assert browser.get(f"/children/{other.pk}/files/{held.pk}/").status_code == 404
    assert browser.get(f"/children/{other.pk}/items/{item.pk}/").status_code == 404
    assert browser.get(f"/children/{other.pk}/items/{item.pk}/replace/").status_code == 404
    assert browser.get(f"/children/{other.pk}/items/{item.pk}/file/").status_code == 404


def test_without_a_session_there_is_nothing(client: Client, juno: Person, item: InformationItem) -> None:
    assert {client.get(page).status_code for page in pages(juno, item)} == {302}


def test_pages_are_read_in_a_bounded_number_of_queries(
    browser: Client, alice: Acting, juno: Person, item: InformationItem,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    with transaction_of(alice):
        for _ in range(12):
            made = record_item(alice, juno.pk, said=SEEN)
            keep_file(alice, made.pk, name="a.pdf", content=PDF)
    for page in pages(juno, item):
        with django_assert_max_num_queries(36):
            assert browser.get(page).status_code == 200


def test_pages_can_be_read_at_fourteen(browser: Client, juno: Person, item: InformationItem) -> None:
    for page in pages(juno, item):
        assert reading_age(browser.get(page).content.decode()) <= HIGHEST, page
