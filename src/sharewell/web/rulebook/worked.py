"""Exact differences, kept. One is worked out at a time, in a process of its own, gently and with an end to it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from sharewell.policy.outcome import Outcome
from sharewell.replay.shelf import packs_folder
from sharewell.web.guide.words import counted, printed, sentence, tag
from sharewell.web.reading.shelf import pack_named

#: One difference may take so many seconds, and so many may wait.
LIMIT = 120
WAITING = 6
#: Situations of one change that a page shows; the rest are counted.
SHOWN = 6

Page = dict[str, object]
_waiting: list[Asked] = []
_given_up: set[str] = set()
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Asked:
    """Two days of a pack; or one, with and without the law that has not started."""

    pack: str
    earlier: date
    later: date
    preview: bool = False

    @property
    def key(self) -> str:
        """The same for all days between which the same rules changed."""
        pack = pack_named(self.pack)
        days = pack.days_of_change()

        def stretch(day: date) -> str:
            return days[at - 1].isoformat() if (at := bisect_right(days, day)) else "none"

        digest = (pack.digest.partition(":")[2] or "not-released")[:16]
        return f"{stretch(self.earlier)}..{stretch(self.later)}{'-preview' if self.preview else ''}-{digest}"


def worked_out(asked: Asked) -> Page:
    """What is known of it now; if nothing is, it is put in the queue."""
    if (found := _read(asked)) is not None:
        return {"state": "known", **_page(asked.pack, found)}
    with _lock:
        if asked.key in _given_up:
            return {"state": "given-up", "limit": LIMIT // 60}
        if asked.key in {each.key for each in _waiting}:
            return {"state": "working", "limit": LIMIT // 60}
        if len(_waiting) >= WAITING:
            return {"state": "busy"}
        _waiting.append(asked)
        if len(_waiting) == 1:
            threading.Thread(target=_work, name="differences", daemon=True).start()
    return {"state": "working", "limit": LIMIT // 60}


def folders(pack: str) -> tuple[Path, Path]:
    """Where differences are: beside the pack's text, worked out when it was released; or made here."""
    return packs_folder() / pack / "differences", Path(settings.DATA) / "differences" / pack


def _read(asked: Asked) -> Page | None:
    for folder in folders(asked.pack):
        try:
            found: Page = json.loads((folder / f"{asked.key}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        return found
    return None


def _work() -> None:
    """Work out what waits, one after the other."""
    while True:
        with _lock:
            if not _waiting:
                return
            asked = _waiting[0]
        done = _one(asked)
        with _lock:
            _waiting.remove(asked)
            if not done:
                _given_up.add(asked.key)


def _one(asked: Asked) -> bool:
    command = [
        sys.executable, "-m", "sharewell.web.rulebook.work_out", asked.pack, asked.earlier.isoformat(),
        asked.later.isoformat(), *(["preview"] if asked.preview else []),
    ]  # fmt: skip
    try:
        ended = subprocess.run(  # noqa: S603 - our own module; the arguments are a pack's name and two days
            command, capture_output=True, timeout=LIMIT, check=True
        )
    except (subprocess.SubprocessError, OSError):
        return False
    folder = folders(asked.pack)[1]
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f"{asked.key}.part"
    part.write_bytes(ended.stdout)
    part.replace(folder / f"{asked.key}.json")
    return True


def _page(pack: str, found: Page) -> Page:
    """A difference for a template: outcomes as tags, rules with their reasons."""
    reasons = {rule.name: sentence(rule.reason) for rule in pack_named(pack).rules}
    changes = found["changes"]
    assert isinstance(changes, list)  # noqa: S101 - our own file
    return {
        "complete": found["complete"],
        "not_compared": found["not_compared"],
        "changes": [_change(reasons, each) for each in changes],
    }


def _change(reasons: dict[str, str], each: Page) -> Page:
    situations = each["situations"]
    assert isinstance(situations, list)  # noqa: S101 - our own file
    rest = len(situations) - SHOWN
    return {
        "before": tag(Outcome(str(each["before"]))),
        "after": tag(Outcome(str(each["after"]))),
        "complete": each["complete"],
        "situations": [_situation(reasons, one) for one in situations[:SHOWN]],
        "rest": counted(rest, "more situation") if rest > 0 else "",
    }


def _situation(reasons: dict[str, str], one: Page) -> Page:
    when, example = one["when"], one["example"]
    ended, begun, blocks = one["ended"], one["begun"], one["blocks"]
    assert isinstance(when, list)  # noqa: S101 - our own file
    assert isinstance(example, list)  # noqa: S101 - our own file
    assert isinstance(ended, list)  # noqa: S101 - our own file
    assert isinstance(begun, list)  # noqa: S101 - our own file
    assert isinstance(blocks, list)  # noqa: S101 - our own file
    return {
        "when": [(depth, printed(text[:1].upper() + text[1:])) for depth, text in when if text != "all of these:"],
        "ended": [(name, reasons[name]) for name in ended if name in reasons],
        "begun": [(name, reasons[name]) for name in begun if name in reasons],
        "blocks": [printed(block) for block in blocks],
        "example": [(printed(ask), printed(says)) for ask, says in example],
        "setting": counted(int(str(one["setting"])), "more answer") if one["setting"] else "",
    }
