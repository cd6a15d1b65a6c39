"""What the record already answers: facts of the pack, each with the row that it came from. Never a guess.

Each mapping is one small function from the snapshot to an answer or None; where the record leaves a doubt, it is None
and the person is asked. The names of facts and answers are the national pack's; a test holds them to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sharewell.casework.known_answers import (
    ASKED_UNSAFE,
    CARE,
    CATEGORY,
    EVIDENCE,
    KIN,
    LEVEL,
    NOT_ASKED_RISK,
    OUR_SECTOR,
    PURPOSE_FIT,
    THEIR_SECTOR,
)
from sharewell.casework.snapshot import Noted, Snapshot
from sharewell.policy.fact import Bands, Fact


@dataclass(frozen=True, slots=True)
class Known:
    """One answer that the record gives: the fact, the answer, the row, and where it stands, in words."""

    fact: str
    answer: str
    table: str
    row: UUID
    because: str


def known(seen: Snapshot, facts: Mapping[str, Fact]) -> dict[str, Known]:
    """Everything that the record answers, by fact. Facts and answers that these rules do not have are left out."""
    found: dict[str, Known] = {}
    bands = facts["age-band"].bands if "age-band" in facts else None
    for each in (_age(seen, bands), *(mapping(seen) for mapping in MAPPINGS)):
        if each and each.fact in facts and each.answer in facts[each.fact].domain:
            found[each.fact] = each
    return found


def _age(seen: Snapshot, bands: Bands | None) -> Known | None:
    """The band of the day, from a date of birth that is known; an estimate could be on either side of a birthday."""
    child = seen.child
    if bands is None or child.born_certainty == "estimated":
        return None
    if child.born_on is None:
        unborn = child.expected_on is not None and child.expected_on > seen.on
        return _of("age-band", "unborn", "person", child.row, "Expected, not born yet") if unborn else None
    had = (seen.on.month, seen.on.day) >= (child.born_on.month, child.born_on.day)
    years = seen.on.year - child.born_on.year - (not had)
    if years < 0:
        return None
    answer = next(name for cut, name in zip(reversed(bands.cuts), _BANDS, strict=True) if years >= cut)
    return _of("age-band", answer, "person", child.row, "The date of birth on the record")


#: The answers of `age-band` from the oldest, beside the cuts of the pack from the highest.
_BANDS = ("18-plus", "16-17", "13-15", "under-13")


def _danger(seen: Snapshot) -> Known | None:
    urgent = "emergency" in (seen.asked.trigger, seen.asked.kind)
    return _asked(seen, "immediate-danger", "yes", "The request is an emergency") if urgent else None


def _started_by(seen: Snapshot) -> Known | None:
    return _asked(seen, "started-by", "them" if seen.asked.direction == "theirs" else "us", "Who began the request")


def _routine(seen: Snapshot) -> Known | None:
    if seen.asked.kind == "routine" and seen.asked.agreement:
        return _asked(seen, "routine", "routine-agreed", f"Under the agreement {seen.asked.agreement}")
    return _asked(seen, "routine", "one-off", "The request is a one-off") if seen.asked.kind == "one-off" else None


def _identity(seen: Snapshot) -> Known | None:
    checked = seen.asked.identity_checked
    return _asked(seen, "identity-checked", "yes", "The check written on the request") if checked else None


def _purpose_fit(seen: Snapshot) -> Known | None:
    answer = PURPOSE_FIT.get(seen.asked.compatible)
    return _asked(seen, "purpose-fit", answer, "What the request says about its purpose") if answer else None


def _sharer(seen: Snapshot) -> Known | None:
    answer = OUR_SECTOR.get(seen.asked.own_sector)
    return _of("sharer-kind", answer, "organisation", seen.asked.own_row, "Where you work") if answer else None


def _recipient(seen: Snapshot) -> Known | None:
    asked = seen.asked
    if asked.person == seen.child.row:
        return _asked(seen, "recipient-kind", "child-self", "The child asks for themselves")
    if asked.person:
        kin = next((each for each in reversed(seen.kinship) if each.says in KIN), None)
        return _from(kin, "recipient-kind", KIN[kin.says], "Who they are to the child") if kin else None
    answer = THEIR_SECTOR.get(asked.recipient_sector) if asked.recipient != asked.own_row else None
    if answer is None or asked.recipient is None:
        return None
    return _of("recipient-kind", answer, "organisation", asked.recipient, "The organisation on the request")


def _must_not_know(seen: Snapshot) -> Known | None:
    """A person on the record either is on the list or is not; of an organisation the list says nothing."""
    if seen.asked.person is None:
        return None
    mark = next((each for each in seen.marks if _is(each, "must-not-know", seen.asked.person)), None)
    if mark:
        return _from(mark, "must-not-know", "yes", "They are on this child’s list")
    return _of("must-not-know", "no", "person", seen.asked.person, "They are not on this child’s list")


def _no_go(seen: Snapshot) -> Known | None:
    wish = next((each for each in seen.wishes if each.person and each.person == seen.asked.person), None)
    return _from(wish, "no-go-parents", "yes", "What the young person wished") if wish else None


def _holds_pr(seen: Snapshot) -> Known | None:
    mine = [each for each in seen.responsibility if each.person and each.person == seen.asked.person]
    held = next((each for each in mine if each.more == "seen" and each.says != "claimed"), None)
    if held:
        return _from(held, "holds-pr", "yes", "The evidence on the record")
    if mine and all(each.more == "ended" for each in mine):
        return _from(mine[-1], "holds-pr", "no", "It ended, the record says")
    return None


def _pr_limited(seen: Snapshot) -> Known | None:
    order = next((each for each in seen.orders if _is(each, "pr-removed", seen.asked.person)), None)
    return _from(order, "pr-limited", "yes", "A court order on the record") if order else None


def _order_forbids(seen: Snapshot) -> Known | None:
    order = next((each for each in seen.orders if _is(each, "disclosure-ban", seen.asked.person)), None)
    return _from(order, "order-forbids", "yes", "A court order on the record") if order else None


def _care(seen: Snapshot) -> Known | None:
    live = [each for each in seen.responsibility if each.more == "seen" and each.says in CARE]
    return _from(live[-1], "care-status", CARE[live[-1].says], "An order on the record") if live else None


def _understanding(seen: Snapshot) -> Known | None:
    answers = {"competent": "able", "not-competent": "not-able", "not-settled": "not-assessed"}
    return _last(seen.competence, "understanding", answers, "The assessment for this request")


def _capacity(seen: Snapshot) -> Known | None:
    answers = {
        "has-capacity": "able", "lacks-capacity": "not-able-impairment", "not-settled": "doubted-not-assessed",
    }  # fmt: skip
    return _last(seen.capacity, "capacity", answers, "The assessment for this request")


def _pressure(seen: Snapshot) -> Known | None:
    said = seen.competence[-1] if seen.competence else None
    if said is None or said.more not in ("yes", "no"):
        return None
    return _from(said, "under-pressure", said.more, "The assessment for this request")


def _child_said(seen: Snapshot) -> Known | None:
    own = [each for each in seen.consents if each.person == seen.child.row]
    return _last(own, "child-agreement", AGREEMENT, "What the child said, on the record")


def _parents_said(seen: Snapshot) -> Known | None:
    """What those with parental responsibility said, where they said the same."""
    parents = _parents(seen)
    answers = {AGREEMENT[each.says] for each in parents if each.says in AGREEMENT}
    if len(answers) != 1:
        return None
    return _from(parents[-1], "parent-agreement", answers.pop(), "What they said, on the record")


def _conflict(seen: Snapshot) -> Known | None:
    parents = _parents(seen)
    answers = {AGREEMENT[each.says] for each in parents if each.says in AGREEMENT}
    at_odds = "agreed" in answers and len(answers) > 1
    return _from(parents[-1], "parents-in-conflict", "yes", "Their answers on the record differ") if at_odds else None


def _covered(seen: Snapshot) -> Known | None:
    """Whether what was agreed to covers this; where two grids say different things, neither is taken."""
    if len({each.says for each in seen.covered}) != 1:
        return None
    return _from(seen.covered[-1], "agreement-covers", seen.covered[-1].says, "What was agreed to, on the record")


def _asked_so_far(seen: Snapshot) -> Known | None:
    """Who was asked. A clear yes or no needs somebody who, on the record, could decide this."""
    if not seen.consents:
        answer = ASKED_UNSAFE if seen.not_asked and seen.not_asked[-1].says in NOT_ASKED_RISK else ""
        reason = "Why nobody was asked, on the record"
        return _from(seen.not_asked[-1], "asked-so-far", answer, reason) if answer else None
    competent = bool(seen.competence) and seen.competence[-1].says == "competent"
    incapable = bool(seen.competence) and seen.competence[-1].says == "not-competent"
    doubted = bool(seen.capacity) and seen.capacity[-1].says != "has-capacity"
    for each in reversed(seen.consents):
        able = (each.more == "child-competent" and competent) or (each.more == "young-person" and not doubted)
        if each.person == seen.child.row and able and each.says in CLEAR:
            return _from(each, "asked-so-far", f"child-{CLEAR[each.says]}", "What they said, on the record")
    parents = _parents(seen)
    if incapable and parents and len({each.says for each in parents}) == 1 and parents[-1].says in CLEAR:
        return _from(parents[-1], "asked-so-far", f"parent-{CLEAR[parents[-1].says]}", "What they said, on the record")
    return _from(seen.consents[-1], "asked-so-far", "not-clear", "Somebody was asked, the record says")


def _asking_risk(seen: Snapshot) -> Known | None:
    return _last(seen.not_asked, "asking-risk", NOT_ASKED_RISK, "Why nobody was asked, on the record")


def _view(seen: Snapshot) -> Known | None:
    return _last(seen.views, "child-view", {"not-obtained": "not-sought"}, "The record has no words of theirs yet")


def _category(seen: Snapshot) -> Known | None:
    return _all_alike(seen.items, "category", CATEGORY, "What is held")


def _evidence(seen: Snapshot) -> Known | None:
    return _all_alike(seen.item_marks, "evidence-kind", EVIDENCE, "How it is marked")


def _confidence(seen: Snapshot) -> Known | None:
    return _all_alike(seen.item_levels, "told-in-confidence", LEVEL, "What was offered when it was told")


def _informant(seen: Snapshot) -> Known | None:
    reason = "The name of whoever told us is protected"
    return _from(seen.sources[0], "third-party", "informant", reason) if seen.sources else None


#: What an answer on the record means for `child-agreement` and `parent-agreement`.
AGREEMENT = {"given": "agreed", "refused": "refused", "withdrawn": "withdrawn"}
#: What is clear enough to settle whether anybody agreed.
CLEAR = {"given": "yes", "refused": "no"}

MAPPINGS: tuple[Callable[[Snapshot], Known | None], ...] = (
    _danger, _started_by, _recipient, _sharer, _identity, _routine, _purpose_fit, _must_not_know, _no_go, _holds_pr,
    _pr_limited, _order_forbids, _care, _asked_so_far, _understanding, _capacity, _pressure, _child_said,
    _parents_said, _conflict, _covered, _asking_risk, _view, _category, _evidence, _confidence, _informant,
)  # fmt: skip


def _of(fact: str, answer: str, table: str, row: UUID, because: str) -> Known:
    return Known(fact, answer, table, row, because)


def _from(noted: Noted, fact: str, answer: str, because: str) -> Known:
    return Known(fact, answer, noted.table, noted.row, because)


def _asked(seen: Snapshot, fact: str, answer: str, because: str) -> Known:
    return Known(fact, answer, "informationrequest", seen.asked.row, because)


def _is(noted: Noted, says: str, person: UUID | None) -> bool:
    return person is not None and noted.says == says and noted.person == person


def _last(rows: Iterable[Noted], fact: str, answers: Mapping[str, str], because: str) -> Known | None:
    """The answer of the newest row, if it is one that says something."""
    every = list(rows)
    return _from(every[-1], fact, answers[every[-1].says], because) if every and every[-1].says in answers else None


def _all_alike(rows: Iterable[Noted], fact: str, answers: Mapping[str, str], because: str) -> Known | None:
    """The answer that all rows give, if they give one: a determination is about one item, or several alike."""
    every = list(rows)
    said = {answers.get(each.says, "") for each in every}
    return _from(every[0], fact, said.pop(), because) if len(said) == 1 and "" not in said else None


def _parents(seen: Snapshot) -> list[Noted]:
    """The answers of those who hold parental responsibility on the day, by evidence that was seen."""
    live = {each.person for each in seen.responsibility if each.more == "seen" and each.says != "claimed"}
    return [each for each in seen.consents if each.more == "parent" and each.person in live]
