"""What the request itself answers: how it began, both sides, the checks written on it, the items it is about."""

from __future__ import annotations

from collections.abc import Callable

from sharewell.casework.known_answers import (
    CATEGORY,
    EVIDENCE,
    KIN,
    LEVEL,
    OUR_SECTOR,
    PURPOSE_FIT,
    THEIR_SECTOR,
)
from sharewell.casework.known_fact import Known, all_alike, from_request, from_row
from sharewell.casework.snapshot import Snapshot


def _danger(seen: Snapshot) -> Known | None:
    urgent = "emergency" in (seen.asked.trigger, seen.asked.kind)
    return from_request(seen, "immediate-danger", "yes", "The request is an emergency") if urgent else None


def _started_by(seen: Snapshot) -> Known | None:
    return from_request(
        seen, "started-by", "them" if seen.asked.direction == "theirs" else "us", "Who began the request"
    )


def _routine(seen: Snapshot) -> Known | None:
    if seen.asked.kind == "routine" and seen.asked.agreement:
        return from_request(seen, "routine", "routine-agreed", f"Under the agreement {seen.asked.agreement}")
    return (
        from_request(seen, "routine", "one-off", "The request is a one-off") if seen.asked.kind == "one-off" else None
    )


def _identity(seen: Snapshot) -> Known | None:
    checked = seen.asked.identity_checked
    return from_request(seen, "identity-checked", "yes", "The check written on the request") if checked else None


def _purpose_fit(seen: Snapshot) -> Known | None:
    answer = PURPOSE_FIT.get(seen.asked.compatible)
    return from_request(seen, "purpose-fit", answer, "What the request says about its purpose") if answer else None


def _sharer(seen: Snapshot) -> Known | None:
    answer = OUR_SECTOR.get(seen.asked.own_sector)
    return Known("sharer-kind", answer, "organisation", seen.asked.own_row, "Where you work") if answer else None


def _recipient(seen: Snapshot) -> Known | None:
    asked = seen.asked
    if asked.person == seen.child.row:
        return from_request(seen, "recipient-kind", "child-self", "The child asks for themselves")
    if asked.person:
        kin = next((each for each in reversed(seen.kinship) if each.says in KIN), None)
        return from_row(kin, "recipient-kind", KIN[kin.says], "Who they are to the child") if kin else None
    answer = THEIR_SECTOR.get(asked.recipient_sector) if asked.recipient != asked.own_row else None
    if answer is None or asked.recipient is None:
        return None
    return Known("recipient-kind", answer, "organisation", asked.recipient, "The organisation on the request")


def _category(seen: Snapshot) -> Known | None:
    return all_alike(seen.items, "category", CATEGORY, "What is held")


def _evidence(seen: Snapshot) -> Known | None:
    return all_alike(seen.item_marks, "evidence-kind", EVIDENCE, "How it is marked")


def _confidence(seen: Snapshot) -> Known | None:
    return all_alike(seen.item_levels, "told-in-confidence", LEVEL, "What was offered when it was told")


def _informant(seen: Snapshot) -> Known | None:
    reason = "The name of whoever told us is protected"
    return from_row(seen.sources[0], "third-party", "informant", reason) if seen.sources else None


REQUEST: tuple[Callable[[Snapshot], Known | None], ...] = (
    _danger, _started_by, _recipient, _sharer, _identity, _routine, _purpose_fit, _category, _evidence, _confidence,
    _informant,
)  # fmt: skip
