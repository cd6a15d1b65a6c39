"""Keep a file with an item: looked at, scanned, laid down under a random name. Never run, opened or turned."""

from __future__ import annotations

import uuid
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.file_kind import KINDS, LARGEST, cleaned, disguised, kind_of
from sharewell.casework.keep import keep
from sharewell.casework.refusal import Unfinished
from sharewell.casework.scan_content import Malware, ScannerDown, scan_content
from sharewell.casework.within import of_child
from sharewell.register import store
from sharewell.register.holding import Category, HeldFile, InformationItem, Level, Mark, Scan

TOO_BIG = f"The file is too big. The most is {LARGEST // 1024 // 1024} MB"


def keep_file(who: Acting, item: uuid.UUID, *, name: str, content: bytes) -> HeldFile:
    """The file, kept with an item.

    Raises: MayNot, NotThere; Unfinished (`file`) for one that is too big, of no kind we take, disguised or infected,
    or where a scanner is set up and does not answer.
    """
    held = of_child(who, InformationItem, item, act=Act.CHANGE_RECORD)
    return laid_down(who, held, name, content, *looked_at(name, content))


def keep_paper(who: Acting, child: uuid.UUID, *, name: str, content: bytes, on: date) -> HeldFile:
    """A form that was signed on paper: an item of its own, with the scan as its file.

    Raises: as `keep_file`.
    """
    found = theirs(who, child, act=Act.RECORD_CONSENT)
    media_type, scan = looked_at(name, content)
    item = InformationItem(
        child=found,
        title="Signed form",
        text="A form about sharing, filled in on paper.",
        mark=Mark.FACT,
        category=Category.OTHER,
        learned_on=on,
        level=Level.NONE,
    )
    return laid_down(who, keep(who, item, "item-recorded"), name, content, media_type, scan)


def looked_at(name: str, content: bytes) -> tuple[str, Scan]:
    """What a file is, and what the scanner said.

    Raises: Unfinished (`file`).
    """
    if not content:
        raise Unfinished({"file": "The file is empty"})
    if len(content) > LARGEST:
        raise Unfinished({"file": TOO_BIG})
    if disguised(name):
        raise Unfinished({"file": "The name has the ending of a program in it. Give the file a plain name"})
    kind = kind_of(name, content)
    if kind is None:
        kinds = ", ".join(KINDS)
        raise Unfinished(
            {"file": f"We do not take this kind of file, or it is not what its name says. We take {kinds}"}
        )
    try:
        return kind.media_type, scan_content(content)
    except Malware as found:
        raise Unfinished(
            {"file": f"The scanner found something harmful in it ({found.found[:80]}). It was not kept"}
        ) from None
    except ScannerDown:
        raise Unfinished({"file": "The scanner does not answer, so the file was not kept. Try again later"}) from None


def laid_down(who: Acting, item: InformationItem, name: str, content: bytes, media_type: str, scan: Scan) -> HeldFile:
    """The content on disk and the row that names it; without the row, no content stays."""
    row = uuid.uuid4()
    digest = store.put(row, content)
    file = HeldFile(
        id=row, item=item, name=cleaned(name), media_type=media_type, size=len(content), digest=digest, scan=scan
    )
    try:
        return keep(who, file, "file-kept")
    except BaseException:
        store.remove(row, digest)
        raise
