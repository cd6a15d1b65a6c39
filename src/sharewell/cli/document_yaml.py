"""YAML answers, read by the reader that packs are read with: plain and safe, each part with its place."""

from __future__ import annotations

from sharewell.authoring import node as written
from sharewell.authoring.compose import nodes_of
from sharewell.authoring.problem import Problems as WrittenProblems
from sharewell.cli.node import Listing, Node, Scalar, Table
from sharewell.cli.problem import Place, Problem, Problems


def yaml_node(text: str, name: str, problems: Problems) -> Node | None:
    """The one document of a YAML text; None after telling the problems."""
    theirs = WrittenProblems()
    node = nodes_of(text.replace("\r\n", "\n"), name, theirs)
    for each in theirs.found:
        place = Place(each.file, each.line, each.column)
        what = each.what.replace(" in packs", " here")
        problems.found.append(Problem(place, each.code, what, each.written, each.hint))
    if node is None and not theirs.found:
        problems.add(Place(name), "empty", "there is nothing in it but comments")
    return None if node is None or theirs.found else _same(node)


def _same(node: written.Node) -> Node:
    place = Place(node.place.file, node.place.line, node.place.column)
    match node:
        case written.Scalar(text=text, plain=plain):
            return Scalar(text, place, plain)
        case written.Listing(items=items):
            return Listing(tuple(_same(item) for item in items), place)
        case written.Table(entries=entries):
            return Table(tuple((_key(key), _same(value)) for key, value in entries), place)


def _key(key: written.Scalar) -> Scalar:
    return Scalar(key.text, Place(key.place.file, key.place.line, key.place.column), key.plain)
