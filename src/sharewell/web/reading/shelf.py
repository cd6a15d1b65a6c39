"""The packs that are here, and their rules on a day, made ready once and kept."""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property

from django.conf import settings

from sharewell.authoring import load_pack
from sharewell.policy.ask import Interview
from sharewell.policy.compile import Compiled, compiled
from sharewell.policy.determination import Contradiction
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader
from sharewell.policy.pack import Pack
from sharewell.policy.source import Source
from sharewell.replay.shelf import NotReleased, list_packs, open_pack
from sharewell.web.clock import today

#: Readings that are kept; the oldest use goes first. Each is a megabyte or so.
KEPT = 24
#: Sets of answers whose contradictions are remembered, for each reading. A trail grows by one answer a page, and all
#: before it was looked at for the page before.
REMEMBERED = 4096


class Reading:
    """The rules of one stretch of days on which nothing changes, made fast."""

    def __init__(self, pack: Pack, edition: Edition, *, without: tuple[str, ...] = (), preview: bool = False) -> None:
        self.pack = pack
        self.edition = edition
        self.without = without
        self.preview = preview
        self.compiled: Compiled = compiled(edition)
        self.sources: dict[str, Source] = {source.name: source for source in pack.sources}
        self._clashes: dict[frozenset[tuple[str, str]], tuple[Contradiction, ...]] = {}

    @cached_property
    def interview(self) -> Interview:
        """What orders the questions."""
        return Interview(self.compiled)

    def contradictions(self, answers: Mapping[str, str]) -> tuple[Contradiction, ...]:
        """Answers that cannot be true together."""
        key = frozenset(answers.items())
        found = self._clashes.get(key)
        if found is None:
            if len(self._clashes) >= REMEMBERED:
                self._clashes.clear()
            found = self._clashes[key] = Reader(self.edition, answers).contradictions()
        return found


_kept: OrderedDict[tuple[str, int, tuple[str, ...], bool], Reading] = OrderedDict()
_lock = threading.Lock()


@cache
def pack_named(name: str) -> Pack:
    """The newest release of a pack, or its text where it was never released.

    Raises: replay.shelf.UnknownPack.
    """
    try:
        return open_pack(name)
    except NotReleased as error:
        return load_pack(error.folder)


@cache
def pack_names() -> tuple[str, ...]:
    """The packs that can be chosen, the usual one first."""
    names = list_packs()
    return tuple(sorted(names, key=lambda name: (name != settings.SHAREWELL_PACK, name)))


@cache
def title_of(name: str) -> str:
    """`Information sharing about children in England, version 2026.1`."""
    pack = pack_named(name)
    return f"{pack.title}, version {pack.version}"


def reading(name: str, day: date, *, without: tuple[str, ...] = (), preview: bool = False) -> Reading:
    """The rules of a pack on a day. `without` leaves rules out; `preview` counts law that has not started."""
    pack = pack_named(name)
    key = (name, bisect_right(_changes(name), day), without, preview)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = Reading(
        pack,
        pack.on(day, preview=preview, without=frozenset(without)),
        without=without,
        preview=preview,
    )
    with _lock:
        _kept[key] = made
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return made


@cache
def _changes(name: str) -> tuple[date, ...]:
    return pack_named(name).days_of_change()


def preload() -> None:
    """Make today's rules of every pack ready, and the first question with them."""
    for name in pack_names():
        reading(name, today()).interview.order({})
