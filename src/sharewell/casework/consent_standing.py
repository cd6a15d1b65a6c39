"""What stands on a day: who answered what about this, whose answer decides and why, and who does not agree.

Answers are never averaged. Where people whose answers count alike differ, that is what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sharewell.casework.consent_cells import Asked, State, says
from sharewell.casework.consent_weight import Surroundings, surroundings, tier_of
from sharewell.casework.whose_answer import Reason, Tier, reason, whose_answer
from sharewell.register.consent import Consent
from sharewell.register.family import CourtOrder
from sharewell.register.person import Person

#: States that are an answer of somebody now.
_ANSWERED = frozenset({State.GIVEN, State.PARTIAL, State.REFUSED, State.WITHDRAWN})
_NO = frozenset({State.REFUSED, State.WITHDRAWN})
#: Where nobody's answer decides: which of what is left is shown, the more telling first.
_LEFT = (State.EXPIRED, State.INVALIDATED, State.SUPERSEDED, State.NO_ANSWER)


@dataclass(frozen=True, slots=True)
class Said:
    """What one person's answer is worth here. `tier` is None where it does not count; `why` says so."""

    consent: Consent
    state: State
    tier: Tier | None
    why: Reason | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands: the state, whose answers it rests on, everybody's answer, who differs, and why."""

    state: State
    on: date
    decides: tuple[Said, ...]
    said: tuple[Said, ...]
    differs: tuple[Said, ...]
    reasons: tuple[Reason, ...]

    @property
    def agreed(self) -> bool:
        """Whether it may rest on agreement: a yes of whoever decides, and nobody of equal standing against it."""
        return self.state is State.GIVEN


@dataclass(frozen=True, slots=True)
class Answers:
    """Every answer about a child and what stands round them, read once. Ask it as often as needed."""

    consents: tuple[Consent, ...]
    around: Surroundings
    orders: tuple[CourtOrder, ...]

    def standing(self, asked: Asked, *, on: date) -> Standing:
        """What stands for one question on a day."""
        said = tuple(self._said(asked, on))
        decides, differs = _decide(said)
        state = _state(decides, said)
        return Standing(state, on, decides, said, differs, tuple(self._reasons(state, decides, differs, on)))

    def _said(self, asked: Asked, on: date) -> Iterable[Said]:
        """One answer for each person and role: their newest that is an answer, or else the newest there is."""
        heard: dict[tuple[object, str], list[tuple[Consent, State]]] = {}
        for consent in self.consents:
            state = says(consent, asked, on)
            if state is not None:
                heard.setdefault((consent.by_person_id, consent.capacity), []).append((consent, state))
        for answers in heard.values():
            lasting = [each for each in answers if each[1] in _ANSWERED or each[1] is State.EXPIRED]
            consent, state = (lasting or answers)[-1]
            tier, why = tier_of(consent, self.around, on)
            yield Said(consent, state, tier, why)

    def _reasons(
        self, state: State, decides: tuple[Said, ...], differs: tuple[Said, ...], on: date
    ) -> Iterable[Reason]:
        if state is State.CONFLICT:
            yield reason("conflict")
        elif decides and decides[0].tier is not None:
            yield decides[0].tier.reason
        if differs:
            yield reason("parent-differs")
        if any(_in_force(order, on) for order in self.orders):
            yield reason("order")
        if state in _NO or state is State.CONFLICT:
            yield reason("not-the-only-way")


def consent_standing(child: Person, asked: Asked, *, on: date) -> Standing:
    """What stands for one question on a day. For many questions about a child, use `answers_about` once."""
    return answers_about(child).standing(asked, on=on)


def answers_about(child: Person) -> Answers:
    """Every answer about a child, oldest first, in six queries however many there are."""
    consents = (
        Consent.objects.filter(child=child)
        .select_related("by_person", "end", "superseded_by", "recorded_by", "paper")
        .prefetch_related("cells__recipient", "cells__item")
        .order_by("answered_on", "recorded_at", "id")
    )
    orders = CourtOrder.objects.filter(child=child, kind__in=whose_answer().orders).select_related("end")
    return Answers(tuple(consents), surroundings(child), tuple(orders))


def _in_force(order: CourtOrder, on: date) -> bool:
    end = getattr(order, "end", None)
    runs = order.expires_on is None or order.expires_on >= on
    return order.made_on <= on and runs and (end is None or end.ended_on > on)


def _decide(said: tuple[Said, ...]) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """The answers of the first tier that has one, and the answers below it that differ."""
    for tier in whose_answer().tiers:
        mine = tuple(each for each in said if each.tier is tier and each.state in _ANSWERED)
        if mine:
            below = (each for each in said if each.tier not in (None, tier) and each.state in _ANSWERED)
            return mine, tuple(each for each in below if (each.state in _NO) != (mine[0].state in _NO))
    return (), ()


def _state(decides: tuple[Said, ...], said: tuple[Said, ...]) -> State:
    states = {each.state for each in decides}
    if states & _NO and states - _NO:
        return State.CONFLICT
    if states == _NO:
        return State.REFUSED
    if len(states) > 1:
        return State.PARTIAL
    if states:
        return next(iter(states))
    return next((left for left in _LEFT if any(each.state is left for each in said)), State.NONE)
