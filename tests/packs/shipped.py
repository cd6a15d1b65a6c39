"""The packs that are shipped, read once, and what their cases say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from sharewell.authoring import load_pack
from sharewell.policy.case import Case
from sharewell.policy.compile import Compiled
from sharewell.policy.pack import Pack

ROOT = Path(__file__).parents[2]
PACKS = ("england", "hampshire")
TODAY = date(2026, 11, 23)

Answers = dict[str, str]


@cache
def pack(name: str) -> Pack:
    return load_pack(ROOT / "packs" / name)


@cache
def rules_on(day: date, *, name: str = "england", preview: bool = False, layer: str | None = None) -> Compiled:
    return Compiled(pack(name).on(day, preview=preview, up_to_layer=layer))


def rules_of(case: Case) -> Compiled:
    """The rules that a case is put to: of its own day and layer, a dormant rule previewed in its own cases."""
    dormant = {rule.name for rule in pack("hampshire").rules if rule.in_force.start is None}
    return rules_on(case.on, name="hampshire", preview=case.rule in dormant, layer=case.layer)


def situations(case: Case) -> Iterator[Answers]:
    """The answers of each item of a case for each recipient."""
    for _, recipient in case.recipients or (("", ()),):
        for _, item in case.items or (("", ()),):
            yield dict(case.facts) | dict(recipient) | dict(item)


def base() -> Answers:
    """Every fact with its quiet, reassuring answer."""
    return dict(next(case.facts for case in pack("england").cases if case.name == "quiet-base"))


@cache
def published() -> tuple[Case, ...]:
    return tuple(case for case in pack("england").cases if case.published)
