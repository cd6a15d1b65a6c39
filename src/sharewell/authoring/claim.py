"""Claims as written: what a pack says must always hold of it."""

from __future__ import annotations

from sharewell.authoring import shape
from sharewell.authoring.condition import condition_of
from sharewell.authoring.entry import Entry
from sharewell.authoring.folder import Written
from sharewell.authoring.names import Names, check_known
from sharewell.authoring.node import Listing, Scalar
from sharewell.policy.claim import NOWHERE, Claims, Covers, Danger, Emergency, NeverBasis, NeverTo
from sharewell.policy.condition import AnyOf


def claims_of(written: Written, names: Names) -> Claims:
    """Every claim of a pack."""
    protects = tuple(condition_of(entry, "when", names) for entry in written.of(shape.PROTECTS))
    return Claims(
        dangers=tuple(_danger(entry, names) for entry in written.of(shape.DANGER)),
        protects=AnyOf(protects) if protects else NOWHERE,
        emergencies=tuple(_emergency(entry, names) for entry in written.of(shape.EMERGENCY)),
        never_to=tuple(
            NeverTo(entry.text("never-to"), condition_of(entry, "when", names), entry.text("because"))
            for entry in written.of(shape.NEVER_TO)
        ),
        never_bases=tuple(_never_basis(entry, names) for entry in written.of(shape.NEVER_BASIS)),
        covers=tuple(
            Covers(entry.text("covers"), condition_of(entry, "when", names)) for entry in written.of(shape.COVERS)
        ),
    )


def both(base: Claims, own: Claims) -> Claims:
    """The claims of a local pack and of the one below it."""
    protects = tuple(each for each in (base.protects, own.protects) if each != NOWHERE)
    return Claims(
        base.dangers + own.dangers,
        AnyOf(protects) if protects else NOWHERE,
        base.emergencies + own.emergencies,
        base.never_to + own.never_to,
        base.never_bases + own.never_bases,
        base.covers + own.covers,
    )


def _danger(entry: Entry, names: Names) -> Danger:
    fact = entry.scalar("danger")
    known = fact is not None and check_known(fact, names.facts, "fact", entry.problems)
    node = entry.table.get("order")
    if node is not None and not isinstance(node, Listing):
        entry.problems.add(node.place, "wrong-shape", "`order` is a list, from least to most")
    steps = node.items if isinstance(node, Listing) else ()
    order = [
        (entry.as_scalar(step, "a part of `order`"),)
        if not isinstance(step, Listing)
        else entry.as_scalars(step, "a part of `order`")
        for step in steps
    ]
    for word in (word for step in order for word in step):
        if known and fact and isinstance(word, Scalar):
            check_known(word, names.facts[fact.text], "answer", entry.problems)
    return Danger(
        fact.text if fact else "",
        tuple(tuple(word.text for word in step if isinstance(word, Scalar)) for step in order),
    )


def _emergency(entry: Entry, names: Names) -> Emergency:
    known = []
    node = entry.table.get("known")
    for item in node.items if isinstance(node, Listing) else ():
        told = entry.as_entry(item, shape.answers(names.facts), "a part of `known`")
        pairs = [(key, entry.as_scalar(value, f"`{key.text}`")) for key, value in told.table.entries] if told else []
        for key, answer in pairs:
            if answer and key.text in names.facts:
                check_known(answer, names.facts[key.text], "answer", entry.problems)
        known.append(tuple((key.text, answer.text) for key, answer in pairs if answer))
    unless = condition_of(entry, "unless", names) if entry.has("unless") else NOWHERE
    return Emergency(entry.text("emergency"), condition_of(entry, "when", names), unless, tuple(known))


def _never_basis(entry: Entry, names: Names) -> NeverBasis:
    bases = entry.scalars("bases")
    for basis in bases:
        check_known(basis, names.known("basis"), "basis", entry.problems)
    return NeverBasis(
        entry.text("never-basis"),
        tuple(basis.text for basis in bases),
        condition_of(entry, "when", names),
        entry.text("because"),
    )
