"""Documents: the bytes of a file of answers as nodes that know their place; JSON or YAML.

Whatever the bytes, the end is nodes or problems with their place, never an exception.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from sharewell.cli.document_json import json_node
from sharewell.cli.node import Node
from sharewell.cli.problem import Place, Problems

MOST_BYTES = 5_000_000
STDIN = "<stdin>"


def bytes_of(file: str, problems: Problems) -> bytes | None:
    """The bytes of a file, or of standard input for `-`; None after telling why not."""
    try:
        if file == "-":
            raw = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            path = Path(file)
            if path.is_dir():
                problems.add(Place(file), "a-folder", "this is a folder", hint="name a file with answers in it")
                return None
            with path.open("rb") as stream:
                raw = stream.read(MOST_BYTES + 1)
    except FileNotFoundError:
        hint = "name a file, `-` for standard input, or answers as FACT=ANSWER"
        problems.add(Place(file), "missing-file", "there is no such file", hint=hint)
        return None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be used"
        problems.add(Place(file), "unreadable", f"cannot read this: {why}")
        return None
    if len(raw) > MOST_BYTES:
        what = f"this is larger than {MOST_BYTES // 1_000_000} MB, which no case comes near"
        problems.add(Place(name_of(file)), "too-large", what, hint="many cases go in as JSON lines, with --batch")
        return None
    return raw


def name_of(file: str) -> str:
    """What a file is called in messages."""
    return STDIN if file == "-" else file


def node_of(raw: bytes, name: str, problems: Problems) -> Node | None:
    """The one document in some bytes, JSON or YAML; None after telling the problems."""
    text = _decoded(raw, name, problems)
    if text is None:
        return None
    if not text.strip():
        hint = "write one answer a line, such as `immediate-danger: no`"
        problems.add(Place(name), "empty", "there is nothing in it", hint=hint)
        return None
    suffix = Path(name).suffix.lower()
    if suffix == ".json":
        return json_node(text, name, problems)
    if suffix not in (".yaml", ".yml") and text.lstrip()[0] in "{[":
        trial = Problems()
        node = json_node(text, name, trial)
        if node is not None or re.match(r'\s*[{\[]\s*["{\[]', text):
            problems.found.extend(trial.found)
            return node
    return _yaml_node(text, name, problems)


def _decoded(raw: bytes, name: str, problems: Problems) -> str | None:
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8")
        place = Place(name, good.count("\n") + 1, len(good) - (good.rfind("\n") + 1) + 1)
        problems.add(place, "not-utf-8", "this is not UTF-8 text", hint="save the file as UTF-8")
        return None


def _yaml_node(text: str, name: str, problems: Problems) -> Node | None:
    from sharewell.cli.document_yaml import yaml_node  # noqa: PLC0415 - 40 ms that a JSON file need not wait for

    return yaml_node(text, name, problems)
