"""What kind of file it is: by its ending and by what is in it, which must agree. What is on no list is refused.

Nothing here opens a file as its program would. An office document is a zip, of which the list of contents is read.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

#: The largest file that is taken.
LARGEST = 20 * 1024 * 1024
#: An office document may not unpack to more than this, nor hold more parts, nor shrink a part by more.
_UNPACKED, _PARTS, _SHRUNK = 200 * 1024 * 1024, 2000, 200
#: Endings of what a computer runs or a browser shows: in no part of a name.
_RUNS = frozenset(
    [
        "app",
        "apk",
        "bat",
        "bin",
        "cmd",
        "com",
        "cpl",
        "dll",
        "docm",
        "dotm",
        "exe",
        "hta",
        "htm",
        "html",
        "iso",
        "jar",
        "js",
        "jse",
        "jnlp",
        "lnk",
        "mht",
        "mhtml",
        "msc",
        "msi",
        "msp",
        "php",
        "pif",
        "potm",
        "ppam",
        "pptm",
        "ps1",
        "py",
        "reg",
        "scf",
        "scr",
        "sh",
        "shtml",
        "svg",
        "swf",
        "url",
        "vb",
        "vbe",
        "vbs",
        "wsf",
        "xhtml",
        "xlam",
        "xlsm",
        "xltm",
        "xml",
        "zip",
    ]
)
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is taken: what it is served as, and whether a content is one."""

    media_type: str
    fits: Callable[[bytes], bool]


def _starts(*heads: bytes, at: int = 0) -> Callable[[bytes], bool]:
    return lambda content: content[at:].startswith(heads)


def _text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return not any(unicodedata.category(sign) == "Cc" and sign not in "\r\n\t\f" for sign in text)


def _jpeg(content: bytes) -> bool:
    return content.startswith(b"\xff\xd8\xff")


def _sound(content: bytes) -> bool:
    return content.startswith(b"ID3") or (len(content) > 1 and content[0] == 0xFF and content[1] & 0xE6 == 0xE2)


def _wave(content: bytes) -> bool:
    return content.startswith(b"RIFF") and content[8:12] == b"WAVE"


def _office(*wanted: str) -> Callable[[bytes], bool]:
    def fits(content: bytes) -> bool:
        try:
            with zipfile.ZipFile(BytesIO(content)) as box:
                parts = box.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return False
        names = {part.filename for part in parts}
        whole = sum(part.file_size for part in parts)
        small = all(part.file_size <= max(part.compress_size, 1024) * _SHRUNK for part in parts)
        plain = not any(
            re.search(r"vbaproject|activex|^basic/|^scripts/|^/|\\|\.\.|:", name, re.IGNORECASE) for name in names
        )
        within = len(parts) <= _PARTS and whole <= _UNPACKED and small and plain
        return within and content.startswith(b"PK\x03\x04") and set(wanted) <= names

    return fits


_OOXML = "application/vnd.openxmlformats-officedocument"
_HEIF = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypheif")
#: Ending to kind. Letters, pictures of paper, notes, and what somebody said aloud.
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "pdf": Kind("application/pdf", _starts(b"%PDF-")),
        "png": Kind("image/png", _starts(b"\x89PNG\r\n\x1a\n")),
        "jpg": Kind("image/jpeg", _jpeg),
        "jpeg": Kind("image/jpeg", _jpeg),
        "heic": Kind("image/heic", _starts(*_HEIF, at=4)),
        "txt": Kind("text/plain", _text),
        "docx": Kind(f"{_OOXML}.wordprocessingml.document", _office("[Content_Types].xml", "word/document.xml")),
        "xlsx": Kind(f"{_OOXML}.spreadsheetml.sheet", _office("[Content_Types].xml", "xl/workbook.xml")),
        "odt": Kind("application/vnd.oasis.opendocument.text", _office("mimetype", "content.xml")),
        "mp3": Kind("audio/mpeg", _sound),
        "m4a": Kind("audio/mp4", _starts(b"ftypM4A", b"ftypmp42", b"ftypisom", at=4)),
        "wav": Kind("audio/wav", _wave),
    }
)


def kind_of(name: str, content: bytes) -> Kind | None:
    """The kind of a file; None where its ending is on no list, or its content is not what the ending says."""
    found = KINDS.get(_parts(cleaned(name))[1])
    return found if found is not None and found.fits(content) else None


def disguised(name: str) -> bool:
    """Whether a name hides the ending of something that runs: `letter.pdf.exe`, `letter.exe.pdf`."""
    return any(part.strip() in _RUNS for part in cleaned(name).lower().split(".")[1:])


def cleaned(name: str) -> str:
    """A name without folders, hidden signs, signs that turn the reading direction, or leading dots; never empty."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(
        sign for sign in last if unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    )
    front, ending = _parts(" ".join(re.sub(r'[<>:"|?*]', " ", seen).split()).strip(". "))
    front = front[:_LONGEST].strip(". ") or "file"
    return f"{front}.{ending}" if ending else front


def _parts(name: str) -> tuple[str, str]:
    front, dot, ending = name.rpartition(".")
    return (front, ending.lower()[:12]) if dot else (name, "")
