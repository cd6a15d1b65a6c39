"""The text of a file: UTF-8 without anything in it that cannot be seen."""

from __future__ import annotations

import re
from pathlib import Path

from sharewell.authoring.problem import Place, Problems

#: A limit that no honest file comes near.
MOST_BYTES = 2_000_000

#: Control characters, line ends that only YAML knows, marks that turn or hide text, and halves of characters.
UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff0-\uffff\ud800-\udfff]"
)


def read_bytes(path: Path, name: str, problems: Problems) -> bytes | None:
    """The bytes of a file, or None after telling why not."""
    try:
        if path.stat().st_size > MOST_BYTES:
            problems.add(Place(name), "too-large", f"the file is larger than {MOST_BYTES} bytes")
            return None
        return path.read_bytes()
    except FileNotFoundError:
        problems.add(Place(name), "missing-file", "there is no such file")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "its name is not usable"
        problems.add(Place(name), "unreadable", f"cannot read the file: {why}")
    return None


def text_of(raw: bytes, name: str, problems: Problems) -> str | None:
    """UTF-8 text with lines that end in a line feed, or None after telling every character that may not be there."""
    if raw.startswith(b"\xef\xbb\xbf"):
        problems.add(
            Place(name, 1, 1), "byte-order-mark", "the file starts with a byte order mark", hint="save it without"
        )
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _counted(raw[: error.start].decode("utf-8"), error.start)
        problems.add(Place(name, line, column), "not-utf-8", "this is not UTF-8 text", hint="save the file as UTF-8")
        return None
    text = text.replace("\r\n", "\n")
    fine = True
    for found in re.finditer(f"\t|{UNFIT.pattern}", text):
        place = Place(name, *_counted(text, found.start()))
        if found[0] == "\t":
            problems.add(place, "tab", "there is a tab here", hint="use spaces")
        else:
            what = f"the character U+{ord(found[0]):04X} may not be used: it cannot be seen"
            problems.add(place, "unfit-character", what)
        fine = False
        if len(problems.found) > 100:
            break
    return text if fine else None


def _counted(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of an index into a text."""
    index = min(index, len(text))
    return text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1
