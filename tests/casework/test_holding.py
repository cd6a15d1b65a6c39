"""Items and files: marked, replaced and never changed; hostile files refused; nobody else reaches one."""

from __future__ import annotations

import socket
import struct
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import Settings

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.file_kind import LARGEST, cleaned
from sharewell.casework.keep import keep
from sharewell.casework.keep_file import keep_file, keep_paper
from sharewell.casework.open_file import open_file
from sharewell.casework.record_item import Statement, owner_of, record_item
from sharewell.casework.refusal import AlreadyDone, NotThere, Unfinished
from sharewell.casework.replace_item import replace_item
from sharewell.register import store
from sharewell.register.holding import Category, HeldFile, InformationItem, Level, Mark, Scan
from sharewell.register.organisation import Organisation
from sharewell.register.person import Person
from sharewell.register.relationship import Viewing
from tests.casework.conftest import NOW
from tests.casework.people_around import child_of, parent_of

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
PDF = b"%PDF-1.7\nplainly invented\n%%EOF\n"
#: The test text of the scanners' makers, in two pieces so that this file is none itself.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EIC" + b"AR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SEEN = Statement(
    title="Late and hungry", text="Came at ten, had not eaten.", mark=Mark.OBSERVATION, category=Category.CARE,
    learned_on=TODAY, level=Level.LIMITED, offered_on=TODAY,
)  # fmt: skip


@pytest.fixture(autouse=True)
def _acting(alice: Acting, settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.SHAREWELL_FILES = str(tmp_path / "files")
    settings.SHAREWELL_SCANNER = ""
    with transaction_of(alice):
        yield


@pytest.fixture
def juno(alice: Acting) -> Person:
    return child_of(alice)


@pytest.fixture
def item(alice: Acting, juno: Person) -> InformationItem:
    return record_item(alice, juno.pk, said=SEEN)


# -- items ------------------------------------------------------------------------------------------------------------


def test_an_item_is_marked_and_says_whom_it_is_about(alice: Acting, juno: Person, clinic: Organisation) -> None:
    mother = parent_of(alice, juno, "Petra")
    said = replace(
        SEEN, mark=Mark.HEARSAY, source_person=mother.pk, source_organisation=clinic.pk, about=(mother.pk, juno.pk)
    )
    made = record_item(alice, juno.pk, said=said)
    assert (made.mark, made.source_person) == ("hearsay", mother)
    assert [subject.person for subject in made.subjects.all()] == [mother]
    assert owner_of(made) == clinic


def test_what_nobody_else_told_is_our_own(item: InformationItem, school: Organisation) -> None:
    assert owner_of(item) == school


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"title": " "}, "title"),
        ({"text": ""}, "text"),
        ({"learned_on": TODAY + timedelta(days=1)}, "learned_on"),
        ({"happened_on": TODAY + timedelta(days=1)}, "happened_on"),
        ({"offered_on": None}, "offered_on"),
        ({"offered_on": TODAY + timedelta(days=1)}, "offered_on"),
        ({"mark": Mark.ALLEGATION}, "source_words"),
        ({"protect_source": "perhaps"}, "protect_source"),
    ],
)
def test_what_is_missing_is_said(alice: Acting, juno: Person, more: dict[str, object], field: str) -> None:
    with pytest.raises(Unfinished) as refused:
        record_item(alice, juno.pk, said=replace(SEEN, **more))  # type: ignore[arg-type]
    assert field in refused.value.problems


def test_an_item_is_replaced_and_stays(alice: Acting, item: InformationItem) -> None:
    with pytest.raises(Unfinished):
        replace_item(alice, item.pk, said=SEEN, because=" ")
    after = replace_item(alice, item.pk, said=replace(SEEN, text="Came at nine."), because="The register says nine")
    assert after.replaces == item
    assert InformationItem.objects.get(pk=item.pk).text == "Came at ten, had not eaten."
    with pytest.raises(AlreadyDone) as refused:
        replace_item(alice, item.pk, said=SEEN, because="Again")
    assert refused.value.row == after.pk


def test_the_same_form_twice_makes_one_item(alice: Acting, juno: Person) -> None:
    record_item(alice, juno.pk, said=replace(SEEN, once=juno.pk))
    with pytest.raises(AlreadyDone):
        record_item(alice, juno.pk, said=replace(SEEN, once=juno.pk))


def test_a_person_or_organisation_that_is_not_there(alice: Acting, juno: Person) -> None:
    stranger = parent_of(alice, child_of(alice, "Ines"), "Otto")
    for more in ({"source_person": stranger.pk}, {"about": (stranger.pk,)}, {"source_organisation": stranger.pk}):
        with pytest.raises(NotThere):
            record_item(alice, juno.pk, said=replace(SEEN, **more))


@pytest.mark.parametrize(
    "more",
    [{"level": "promised"}, {"mark": "rumour"}, {"category": "gossip"}, {"level": "secret", "offered_on": TODAY}],
)
def test_the_database_refuses_an_item_that_does_not_say(alice: Acting, juno: Person, more: dict[str, object]) -> None:
    row = {"title": "x", "text": "x", "mark": "fact", "category": "care", "level": "none", **more}
    with pytest.raises(IntegrityError), transaction.atomic():
        keep(alice, InformationItem(child=juno, learned_on=TODAY, **row), "x")


# -- who may ----------------------------------------------------------------------------------------------------------


def test_nobody_else_writes_an_item_or_reaches_a_file(
    alice: Acting, bob: Acting, charlie: Acting, juno: Person, item: InformationItem
) -> None:
    file = keep_file(alice, item.pk, name="note.pdf", content=PDF)
    for other in (bob, charlie):
        with transaction_of(other):
            with pytest.raises(NotThere):
                record_item(other, juno.pk, said=SEEN)
            with pytest.raises(NotThere):
                replace_item(other, item.pk, said=SEEN, because="Mine")
            with pytest.raises(NotThere):
                keep_file(other, item.pk, name="note.pdf", content=PDF)
            with pytest.raises(NotThere):
                open_file(other, file.pk)


# -- files ------------------------------------------------------------------------------------------------------------


def test_a_file_is_kept_under_a_random_name_and_opening_it_is_noted(
    alice: Acting, item: InformationItem, tmp_path: Path
) -> None:
    file = keep_file(alice, item.pk, name="Letter about Juno.pdf", content=PDF)
    (laid,) = (tmp_path / "files").glob("*/*")
    assert "Juno" not in str(laid.relative_to(tmp_path))
    assert laid.stat().st_mode & 0o777 == 0o600
    assert (file.media_type, file.scan, file.size) == ("application/pdf", Scan.NOT_SCANNED, len(PDF))
    held, content = open_file(alice, file.pk)
    assert (held.pk, content) == (file.pk, PDF)
    assert Viewing.objects.filter(child=item.child, part="file").count() == 1


def test_the_same_paper_twice_is_two_files(alice: Acting, item: InformationItem) -> None:
    first, second = (keep_file(alice, item.pk, name="a.pdf", content=PDF) for _ in range(2))
    store.remove(first.pk, first.digest)
    assert open_file(alice, second.pk)[1] == PDF
    with pytest.raises(store.Damaged):
        open_file(alice, first.pk)


def test_a_file_that_was_altered_is_not_given(alice: Acting, item: InformationItem, tmp_path: Path) -> None:
    file = keep_file(alice, item.pk, name="a.pdf", content=PDF)
    (laid,) = (tmp_path / "files").glob("*/*")
    laid.write_bytes(PDF + b"more")
    with pytest.raises(store.Damaged):
        open_file(alice, file.pk)


def test_no_content_stays_without_its_row(
    alice: Acting, item: InformationItem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> HeldFile:
        raise IntegrityError

    monkeypatch.setattr("sharewell.casework.keep_file.keep", fails)
    with pytest.raises(IntegrityError):
        keep_file(alice, item.pk, name="a.pdf", content=PDF)
    assert list((tmp_path / "files").glob("*/*")) == []


def test_strays_are_found(alice: Acting, item: InformationItem) -> None:
    file = keep_file(alice, item.pk, name="a.pdf", content=PDF)
    assert list(store.strays({file.pk})) == []
    assert len(list(store.strays(set()))) == 1


def test_a_digest_is_no_way_out_of_the_folder(item: InformationItem) -> None:
    with pytest.raises(store.Damaged):
        store.taken(item.pk, "../../etc/passwd")


def boxed(*parts: tuple[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in parts:
            box.writestr(name, content)
    return made.getvalue()


WORD = (("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w:document/>"))
WAVE = b"RIFF" + struct.pack("<I", 36) + b"WAVEfmt "


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PDF),
        ("A.PDF", PDF),
        ("2024.03.17 notes.txt", "She said: “no”.\n".encode()),
        ("p.png", b"\x89PNG\r\n\x1a\nrest"),
        ("p.jpg", b"\xff\xd8\xff\xe0rest"),
        ("p.heic", b"\x00\x00\x00\x18ftypheicrest"),
        ("w.docx", boxed(*WORD)),
        ("s.wav", WAVE),
        ("s.mp3", b"ID3rest"),
        ("s.m4a", b"\x00\x00\x00\x18ftypM4A rest"),
    ],
)
def test_letters_pictures_notes_and_sound_are_taken(
    alice: Acting, item: InformationItem, name: str, content: bytes
) -> None:
    assert keep_file(alice, item.pk, name=name, content=content).size == len(content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.pdf", b"<html><script>alert(1)</script></html>"),
        ("page.html", b"<html></html>"),
        ("page.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("run.exe", b"MZ\x90\x00"),
        ("run.pdf.exe", PDF),
        ("run.exe.pdf", PDF),
        ("photo.jpg", PDF),
        ("note.txt", b"MZ\x90\x00\x03"),
        ("note.txt", b"a\x00b"),
        ("none", PDF),
        ("many.zip", boxed(*WORD)),
        ("bomb.docx", boxed(*WORD, ("word/media/a.png", b"\0" * 30_000_000))),
        ("many.docx", boxed(*WORD, *((f"word/{n}.xml", b"x") for n in range(2001)))),
        ("macro.docx", boxed(*WORD, ("word/vbaProject.bin", b"x"))),
        ("slip.docx", boxed(*WORD, ("../../out.xml", b"x"))),
        ("torn.docx", b"PK\x03\x04torn"),
        ("sheet.xlsx", boxed(*WORD)),
        ("empty.pdf", b""),
        ("big.pdf", PDF + b"\0" * LARGEST),
    ],
)
def test_hostile_and_strange_files_are_refused(
    alice: Acting, item: InformationItem, name: str, content: bytes, tmp_path: Path
) -> None:
    with pytest.raises(Unfinished) as refused:
        keep_file(alice, item.pk, name=name, content=content)
    assert set(refused.value.problems) == {"file"}
    assert not HeldFile.objects.exists()
    assert list(tmp_path.glob("files/*/*")) == []


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("D:\\letters\\scan.PDF", "scan.pdf"),
        ("evil\u202efdp.txt", "evilfdp.txt"),
        ("a\r\nSet-Cookie: b.pdf", "aSet-Cookie b.pdf"),
        ("...hidden.pdf", "hidden.pdf"),
        (".pdf", "pdf"),
        ("/", "file"),
        ("x" * 500 + ".pdf", "x" * 120 + ".pdf"),
        ("nul\0byte.pdf", "nulbyte.pdf"),
    ],
)
def test_a_name_is_cleaned(name: str, clean: str) -> None:
    assert cleaned(name) == clean


# -- the scanner ------------------------------------------------------------------------------------------------------


@contextmanager
def clamd(answer: bytes | None = None) -> Iterator[str]:
    """A tiny scanner on this machine that speaks as clamd does."""

    def serve(listening: socket.socket) -> None:
        connected, _ = listening.accept()
        with connected, connected.makefile("rb") as read:
            assert read.read(10) == b"zINSTREAM\0"
            content = b""
            while size := struct.unpack("!I", read.read(4))[0]:
                content += read.read(size)
            said = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
            connected.sendall(said if answer is None else answer)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, args=(listening,), daemon=True)
        thread.start()
        yield f"tcp:127.0.0.1:{listening.getsockname()[1]}"
        thread.join(5)


def test_what_the_scanner_passes_is_kept_as_clean(alice: Acting, item: InformationItem, settings: Settings) -> None:
    with clamd() as settings.SHAREWELL_SCANNER:
        assert keep_file(alice, item.pk, name="a.pdf", content=PDF).scan == Scan.CLEAN


def test_what_the_scanner_finds_is_refused(alice: Acting, item: InformationItem, settings: Settings) -> None:
    with clamd() as settings.SHAREWELL_SCANNER, pytest.raises(Unfinished) as refused:
        keep_file(alice, item.pk, name="a.txt", content=EICAR)
    assert "Eicar-Test-Signature" in refused.value.problems["file"]
    assert not HeldFile.objects.exists()


@pytest.mark.parametrize("answer", [b"stream: size limit exceeded. ERROR\0", b""])
def test_a_scanner_that_cannot_say_passes_nothing(
    alice: Acting, item: InformationItem, settings: Settings, answer: bytes
) -> None:
    with clamd(answer) as settings.SHAREWELL_SCANNER, pytest.raises(Unfinished, match="file"):
        keep_file(alice, item.pk, name="a.pdf", content=PDF)


@pytest.mark.parametrize(
    "scanner",
    ["tcp:127.0.0.1:1", "tcp:nowhere", "unix:/nowhere/clamd", "carrier-pigeon", "command:", "command:false-x"],
)
def test_a_scanner_that_is_not_there_passes_nothing(
    alice: Acting, item: InformationItem, settings: Settings, scanner: str
) -> None:
    settings.SHAREWELL_SCANNER = scanner
    with pytest.raises(Unfinished, match="file"):
        keep_file(alice, item.pk, name="a.pdf", content=PDF)


@pytest.mark.parametrize(("command", "scan"), [("true", Scan.CLEAN), ("false", None), ("sh -c 'exit 2'", None)])
def test_a_command_can_be_the_scanner(
    alice: Acting, item: InformationItem, settings: Settings, command: str, scan: Scan | None
) -> None:
    settings.SHAREWELL_SCANNER = f"command:{command}"
    if scan is None:
        with pytest.raises(Unfinished):
            keep_file(alice, item.pk, name="a.pdf", content=PDF)
    else:
        assert keep_file(alice, item.pk, name="a.pdf", content=PDF).scan == scan


def test_a_signed_paper_is_an_item_of_its_own(alice: Acting, juno: Person) -> None:
    paper = keep_paper(alice, juno.pk, name="form.jpg", content=b"\xff\xd8\xff\xe0rest", on=TODAY)
    assert paper.item.child == juno
