"""What the record answers about who can decide and what was said: whose answer counts is worked out in one place,
`consent_standing`, and taken from there.
"""

from __future__ import annotations

from collections.abc import Callable

from sharewell.casework.known_answers import AGREEMENT, ASKED_UNSAFE, CLEAR, NOT_ASKED_RISK, OWN_TIERS, PARENT_TIERS
from sharewell.casework.known_fact import Known, from_row, newest
from sharewell.casework.snapshot import Noted, Snapshot


def _understanding(seen: Snapshot) -> Known | None:
    answers = {"competent": "able", "not-competent": "not-able", "not-settled": "not-assessed"}
    return newest(seen.competence, "understanding", answers, "The assessment for this request")


def _capacity(seen: Snapshot) -> Known | None:
    answers = {
        "has-capacity": "able", "lacks-capacity": "not-able-impairment", "not-settled": "doubted-not-assessed",
    }  # fmt: skip
    return newest(seen.capacity, "capacity", answers, "The assessment for this request")


def _pressure(seen: Snapshot) -> Known | None:
    said = seen.competence[-1] if seen.competence else None
    if said is None or said.more not in ("yes", "no"):
        return None
    return from_row(said, "under-pressure", said.more, "The assessment for this request")


def _child_said(seen: Snapshot) -> Known | None:
    own = [each for each in seen.consents if each.person == seen.child.row]
    return newest(own, "child-agreement", AGREEMENT, "What the child said, on the record")


def _parents_said(seen: Snapshot) -> Known | None:
    """What those said whose answer counts as a parent's, where they said the same."""
    parents = _parents(seen)
    answers = {AGREEMENT.get(each.says, "") for each in parents}
    if len(answers) != 1 or "" in answers:
        return None
    return from_row(parents[-1], "parent-agreement", answers.pop(), "What they said, on the record")


def _conflict(seen: Snapshot) -> Known | None:
    parents = _parents(seen)
    answers = {AGREEMENT[each.says] for each in parents if each.says in AGREEMENT}
    if "agreed" not in answers or len(answers) == 1:
        return None
    return from_row(parents[-1], "parents-in-conflict", "yes", "Their answers on the record differ")


def _covered(seen: Snapshot) -> Known | None:
    """Whether what was agreed to covers every item, for this recipient."""
    says = {each.says for each in seen.covered}
    if not says or says - {"given", "refused"}:
        return None
    refused = next((each for each in seen.covered if each.says == "refused"), None)
    reason = "What was agreed to, on the record"
    return from_row(refused or seen.covered[0], "agreement-covers", "no" if refused else "yes", reason)


def _asked_so_far(seen: Snapshot) -> Known | None:
    """Who was asked. A clear answer is that of whoever decides; a parent's, where the child was found not able to."""
    if not seen.consents:
        unsafe = seen.not_asked and seen.not_asked[-1].says in NOT_ASKED_RISK
        reason = "Why nobody was asked, on the record"
        return from_row(seen.not_asked[-1], "asked-so-far", ASKED_UNSAFE, reason) if unsafe else None
    reason = "What they said, on the record"
    states = {each.says for each in seen.decides}
    tiers = {each.more for each in seen.decides}
    if len(states) == 1 and states <= CLEAR.keys():
        last, said = seen.decides[-1], CLEAR[seen.decides[-1].says]
        if tiers <= OWN_TIERS:
            return from_row(last, "asked-so-far", f"child-{said}", reason)
        unable = bool(seen.competence) and seen.competence[-1].says == "not-competent"
        if tiers <= PARENT_TIERS and unable:
            return from_row(last, "asked-so-far", f"parent-{said}", reason)
    return from_row(seen.consents[-1], "asked-so-far", "not-clear", "Somebody was asked, the record says")


def _asking_risk(seen: Snapshot) -> Known | None:
    return newest(seen.not_asked, "asking-risk", NOT_ASKED_RISK, "Why nobody was asked, on the record")


def _view(seen: Snapshot) -> Known | None:
    return newest(seen.views, "child-view", {"not-obtained": "not-sought"}, "The record has no words of theirs yet")


def _parents(seen: Snapshot) -> list[Noted]:
    return [each for each in seen.consents if each.more in PARENT_TIERS]


AGREEMENTS: tuple[Callable[[Snapshot], Known | None], ...] = (
    _asked_so_far, _understanding, _capacity, _pressure, _child_said, _parents_said, _conflict, _covered, _asking_risk,
    _view,
)  # fmt: skip
