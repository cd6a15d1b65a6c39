"""From text to nodes. Anything but plain, safe YAML is refused with its place, and no nesting exhausts the stack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from sharewell.authoring.node import Listing, Node, Scalar, Table
from sharewell.authoring.problem import Place, Problems
from sharewell.authoring.text import UNFIT

#: Limits that no honest file comes near.
MOST_DEPTH = 40
MOST_NODES = 200_000
MOST_TEXT = 20_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def nodes_of(text: str, name: str, problems: Problems) -> Node | None:
    """The one document of a file as nodes, or None (also for an empty file) after telling the problems."""
    before = len(problems.errors)
    try:
        node = _composed(yaml.parse(text, Loader=_LOADER), name, problems)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        problems.add(place, "not-yaml", f"this cannot be read: {error.problem or error.context}")
        return None
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError):
        problems.add(Place(name), "not-yaml", "this cannot be read as YAML")
        return None
    return node if len(problems.errors) == before else None


class _Refused(Exception):  # noqa: N818 - never leaves this module
    """The rest of the file cannot be read with sense."""


def _composed(events: Iterator[Any], name: str, problems: Problems) -> Node | None:
    """Build the nodes with a stack of our own, so that no nesting can exhaust Python's."""
    try:
        return _built(events, name, problems)
    except _Refused:
        return None


def _built(events: Iterator[Any], name: str, problems: Problems) -> Node | None:
    open_nodes: list[tuple[Place, bool, list[Node]]] = []
    root: list[Node] = []
    documents = count = 0
    for event in events:
        mark = event.start_mark
        place = Place(name, mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                problems.add(place, "several-documents", "a second document starts here", hint="one file, one document")
                raise _Refused
        elif isinstance(event, yaml.NodeEvent):
            count += 1
            _refuse(event, place, problems)
            if count > MOST_NODES:
                problems.add(place, "too-many", f"the file has more than {MOST_NODES} parts")
                raise _Refused
        into = open_nodes[-1][2] if open_nodes else root
        if isinstance(event, yaml.ScalarEvent):
            into.append(_scalar(event, place, problems))
        elif isinstance(event, yaml.AliasEvent):
            into.append(Scalar("", place))
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            if len(open_nodes) >= MOST_DEPTH:
                problems.add(place, "too-deep", f"this is nested more than {MOST_DEPTH} deep")
                raise _Refused
            open_nodes.append((place, isinstance(event, yaml.MappingStartEvent), []))
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            start, is_table, nodes = open_nodes.pop()
            closed = _table(nodes, start, problems) if is_table else Listing(tuple(nodes), start)
            (open_nodes[-1][2] if open_nodes else root).append(closed)
    return root[0] if root else None


def _refuse(event: Any, place: Place, problems: Problems) -> None:
    if isinstance(event, yaml.AliasEvent):
        problems.add(place, "alias", f"aliases are not used in packs: `*{event.anchor}`", hint="write it out")
    elif event.anchor is not None:
        problems.add(place, "anchor", f"anchors are not used in packs: `&{event.anchor}`", hint="leave it out")
    if getattr(event, "tag", None) is not None:
        problems.add(place, "yaml-tag", f"YAML tags are not used in packs: `{event.tag}`", hint="leave it out")


def _scalar(event: Any, place: Place, problems: Problems) -> Scalar:
    text: str = event.value
    if len(text) > MOST_TEXT:
        problems.add(place, "too-long", f"this text is longer than {MOST_TEXT} characters")
        text = ""
    if unfit := UNFIT.search(text):
        problems.add(place, "unfit-character", f"the character U+{ord(unfit[0]):04X} may not be used")
        text = ""
    return Scalar(text, place, plain=not event.style)


def _table(nodes: list[Node], place: Place, problems: Problems) -> Table:
    entries: list[tuple[Scalar, Node]] = []
    seen: dict[str, Place] = {}
    for key, node in zip(nodes[::2], nodes[1::2], strict=True):
        if not isinstance(key, Scalar):
            problems.add(key.place, "key", "a key is one word here")
            continue
        if key.text in seen:
            what = f"the key `{key.text}` is here twice"
            problems.add(
                key.place, "duplicate-key", what, written=key.text, hint=f"first in line {seen[key.text].line}"
            )
        seen.setdefault(key.text, key.place)
        entries.append((key, node))
    return Table(tuple(entries), place)
