"""A decision as values: the one thing that its page, its PDF and its text are all made from."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sharewell.casework.acting import LONDON
from sharewell.casework.complete_emergency import retrospective
from sharewell.casework.departs import departs, gives
from sharewell.casework.ledger_proof import Proof, proof_of
from sharewell.policy.outcome import Outcome
from sharewell.register.decision import Choice, Decision, DecisionItem, Telling
from sharewell.register.disclosure import Disclosure
from sharewell.register.voice import View
from sharewell.web.day import in_words
from sharewell.web.request.apart import Apart, apart
from sharewell.web.request.as_it_stood import Stood, as_it_stood
from sharewell.web.request.happened import Happened, happened
from sharewell.web.request.recipient import recipient_of


@dataclass(frozen=True, slots=True)
class Piece:
    """One item: its mark and source, its title, and why it was held back if it was."""

    mark: str
    title: str
    given: str
    why: str = ""
    protected: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """What the child said: the words, or why there are none, and how they came."""

    words: str
    how: str


@dataclass(frozen=True, slots=True)
class DecisionSheet:
    """Everything that the record of a decision says."""

    number: str
    title: str
    child: str
    to_whom: str
    choice: str
    decided: str
    retrospective: str
    departs: str
    stood: Stood
    given: str
    sent: str
    reasons: tuple[str, ...]
    voices: tuple[Voice, ...]
    went: tuple[Piece, ...]
    held: tuple[Piece, ...]
    harms: tuple[tuple[str, str], ...]
    apart: tuple[Apart, ...]
    law: tuple[tuple[str, str], ...]
    asked: tuple[tuple[str, str], ...]
    happened: tuple[Happened, ...]
    review: str
    proof: Proof | None
    iso: str


def sheet_of(decision: Decision) -> DecisionSheet:
    """The sheet of a decision that was opened. A bounded number of queries."""
    request = decision.request
    items = [_piece(each) for each in DecisionItem.objects.filter(decision=decision).select_related("item")]
    disclosures = list(Disclosure.objects.filter(decision=decision).prefetch_related("items", "receipts"))
    tellings = list(Telling.objects.filter(decision=decision).select_related("person"))
    to_whom = recipient_of(request)
    return DecisionSheet(
        number=number_of(decision.pk),
        title=f"{decision.get_choice_display()}{f', with {to_whom}' if gives(Choice(decision.choice)) else ''}",
        child=request.child.name,
        to_whom=to_whom,
        choice=decision.get_choice_display(),
        decided=f"{decision.signature}, {decision.position}, at {clock(decision.decided_at)}",
        retrospective=f"Written down at {clock(decision.recorded_at)}, after the emergency"
        if retrospective(decision)
        else "",
        departs=_departs(decision),
        stood=as_it_stood(decision.determination),
        given=_given(decision, disclosures),
        sent=f"Sent at {clock(min(each.sent_at for each in disclosures))}." if disclosures else "",
        reasons=tuple(filter(None, decision.rationale.splitlines())),
        voices=_voices(decision),
        went=tuple(each for each in items if each.given != "Held back"),
        held=tuple(each for each in items if each.given == "Held back"),
        harms=_harms(decision),
        apart=apart(decision, tellings),
        law=_law(decision),
        asked=_asked(decision),
        happened=happened(decision, disclosures),
        review=in_words(decision.review_on) if decision.review_on else "",
        proof=proof_of(decision),
        iso=decision.decided_at.astimezone(LONDON).date().isoformat(),
    )


def number_of(pk: UUID) -> str:
    """A short number to say aloud: `7KQ4-0M92`. It tells nothing."""
    short = base64.b32encode(pk.bytes[:5]).decode("ascii")
    return f"{short[:4]}-{short[4:]}"


def clock(at: datetime) -> str:
    """`10:42am on 17 November 2026`, in England."""
    local = at.astimezone(LONDON)
    hour = f"{(local.hour - 1) % 12 + 1}:{local:%M}{'am' if local.hour < 12 else 'pm'}"
    return f"{hour} on {in_words(local.date())}"


def _departs(decision: Decision) -> str:
    if decision.departs_because:
        return decision.departs_because
    differs = departs(Choice(decision.choice), Outcome(decision.determination.outcome), advised=True)
    return "Decided in an emergency." if differs and decision.emergency_since else ""


def _given(decision: Decision, disclosures: list[Disclosure]) -> str:
    if not disclosures:
        return "Nothing is recorded as given yet" if gives(Choice(decision.choice)) else "Nothing"
    pieces = sum(len(each.items.all()) for each in disclosures)
    people = len({each.recipient_name for each in disclosures})
    many = f"{pieces} item{'' if pieces == 1 else 's'}, " if pieces else "By word, "
    return f"{many}to {people} {'person' if people == 1 else 'people'}"


def _piece(each: DecisionItem) -> Piece:
    source = each.item.source_words or ""
    mark = f"{each.item.get_mark_display()}{f' · from {source}' if source else ''}"
    return Piece(mark, each.item.title, each.get_given_display(), each.why, each.protected)


def _voices(decision: Decision) -> tuple[Voice, ...]:
    """What the child had said by then, the newest first; why not, where nothing was obtained."""
    child = decision.request.child
    found = View.objects.filter(child=child, by_person=child, recorded_at__lte=decision.recorded_at)
    return tuple(
        Voice(
            each.own_words or f"Not obtained: {each.why_not}",
            f"{each.get_obtained_display()}, {in_words(each.said_on)}",
        )
        for each in found.order_by("-said_on", "-recorded_at")[:3]
    )


def _harms(decision: Decision) -> tuple[tuple[str, str], ...]:
    weighed = decision.weighing
    said = (
        ("If shared", weighed.harm_of_sharing),
        ("If not shared", weighed.harm_of_not_sharing),
        ("What good sharing could do", weighed.good_of_sharing),
        ("What good keeping it private could do", weighed.good_of_not_sharing),
        ("Sign of harm", weighed.get_harm_display()),
        ("What was seen or heard", weighed.concern),
        ("Told by", weighed.concern_source),
        ("Risk right away", weighed.immediate_risk),
    )
    return tuple((name, text) for name, text in said if text)


def _law(decision: Decision) -> tuple[tuple[str, str], ...]:
    grounds = decision.grounds
    said = (
        ("Special-category condition", grounds.special_condition),
        ("Offence data", grounds.offence_data),
        ("Gateway", grounds.gateway),
        ("Duty or order", grounds.duty_or_order),
        ("Why it is needed", grounds.necessity),
        ("Whether less would do", grounds.could_less_do),
        ("Confidentiality offered", grounds.level_offered),
        ("Impact assessment", grounds.impact_assessment),
        ("Rules", grounds.policy_version),
    )
    return tuple((name, text) for name, text in said if text)


def _asked(decision: Decision) -> tuple[tuple[str, str], ...]:
    about = decision.request
    said = (
        ("What it is for", about.purpose),
        ("What was asked for", about.asked_for),
        ("Who asked", about.person_name),
        ("How we made sure who they are", about.identity_checked_how),
        ("Told to those who asked", decision.told_requester),
        ("What would change it", decision.reconsider_if),
        ("Approved by", decision.approved_by.name if decision.approved_by else ""),
        ("In place of an earlier decision, because", decision.replaces_because),
    )
    return tuple((name, text) for name, text in said if text)
