"""The floor, hand-written: which rule decides first. No framework, no list of reasons."""

# ruff: noqa: E701, PLR1714 - one rule a line reads best, and two tests are faster than a set
# fmt: off
from __future__ import annotations

from typing import Any

_CORE = frozenset(("social-care", "health", "police"))
_REFUSED = ("refused", "withdrawn")
_TREAT = ("health", "mental-health", "identity")
#: Sector to the purposes and categories it may have.
MATRIX = {
    "social-care": (
        frozenset(("safeguarding", "early-help", "direct-care", "education-support")),
        frozenset(("identity", "education", "health", "mental-health", "sexual-health", "criminal", "family")),
    ),
    "health": (
        frozenset(("safeguarding", "direct-care", "early-help")),
        frozenset(("identity", "health", "mental-health", "sexual-health", "family")),
    ),
    "education": (
        frozenset(("safeguarding", "education-support", "early-help")),
        frozenset(("identity", "education", "family", "health")),
    ),
    "police": (
        frozenset(("safeguarding", "crime-prevention")),
        frozenset(("identity", "criminal", "family", "biometrics")),
    ),
    "youth-justice": (
        frozenset(("crime-prevention", "safeguarding", "education-support")),
        frozenset(("identity", "criminal", "education", "family", "mental-health")),
    ),
    "voluntary": (frozenset(("early-help", "safeguarding")), frozenset(("identity", "family"))),
    "housing": (frozenset(("early-help",)), frozenset(("identity", "family"))),
    "private": (frozenset(("direct-care",)), frozenset(("identity", "health"))),
}


def first_rule(c: dict[str, Any]) -> str:  # noqa: C901, PLR0911, PLR0912, PLR0915 - one long if/else is the point
    """The rule that decides, or an empty word when none stands."""
    if c["court-order-prohibits"]: return "p01"
    ordered, sector = c["court-order-requires"], c["sector"]
    if not ordered:
        if c["grc-info"]: return "p02"
        if c["adoption-record"] and sector != "social-care": return "p03"
    if not c["recipient-verified"]: return "p04"
    purpose, category, anonymous = c["purpose"], c["category"], c["anonymised"]
    if purpose == "marketing": return "p05"
    research = purpose == "research" or purpose == "service-planning"
    if research and not anonymous and (category == "sexual-health" or category == "biometrics"): return "p06"
    harm, level, danger = c["harm-suspected"], c["harm-level"], c["risk-immediate"]
    serious = danger or level >= 3 or (harm and level >= 2)
    if c["third-party-info"] and not c["third-party-safe"] and not serious: return "p07"
    if ordered: return "m01"
    core, needed = sector in _CORE, c["necessary"]
    if core and needed and c["s47-request"]: return "m02"
    if core and danger: return "m03"
    override, unsafe = serious and needed, c["unsafe-to-ask"]
    if override and (unsafe or c["ask-prejudice"]) and (core or sector == "education"): return "m04"
    age, doubt, gillick = c["age"], c["capacity-doubt"], c["gillick"]
    competent = (not doubt) if age >= 16 else (age >= 12 and gillick == "yes")
    alleged, child, parent = c["parent-alleged"], c["child-consent"], c["parent-consent"]
    refused = (child in _REFUSED) if competent else (not alleged and parent in _REFUSED)
    private, apt = c["sensitivity"], c["proportionate"]
    if override and refused and private < 3 and apt: return "m05"
    if not needed: return "q01"
    if private >= 2 and not c["secure-channel"]: return "q02"
    if refused and not override: return "q03"
    dispute, agreement = c["pr-dispute"], c["dsa-in-place"]
    agreed = c["consent-age"] < 366 and (
        child == "given" if competent
        else (age < 18 and parent == "given" and c["pr-verified"] and not dispute and not alleged)
    )
    if private >= 3 and not agreed and not harm and (category == "sexual-health" or category == "mental-health"):
        return "q04"
    if sector == "private" and not agreement: return "q05"
    if sector != "police" and c["police-hold"]: return "q06"
    if purpose == "crime-prevention" and sector != "police" and sector != "youth-justice": return "q07"
    if category == "criminal" and not agreed and sector not in ("police", "youth-justice", "social-care"): return "q08"
    if age >= 16 and doubt and not agreed: return "e01"
    if gillick == "not-assessed" and 12 <= age < 16 and child == "given": return "e02"
    if dispute and not competent: return "e03"
    if alleged and age < 16 and gillick != "yes": return "e04"
    if unsafe and not agreed: return "e05"
    if not apt: return "e06"
    purposes, categories = MATRIX[sector]
    listed = purpose in purposes and category in categories
    if listed:
        if agreed and private >= 2 and agreement: return "a03"
        if harm and purpose == "safeguarding" and not agreed: return "a05"
        if purpose == "early-help" and agreement and not refused and private < 1: return "a06"
        if purpose == "crime-prevention" and sector == "police" and c["crime-serious"]: return "a08"
    if anonymous and research: return "a01"
    if listed and agreed and private < 2: return "a02"
    if listed and purpose == "direct-care" and sector == "health" and category in _TREAT:
        return "a04"
    if purpose == "education-support" and sector == "education" and age < 18 and category in ("identity", "education"):
        return "a07"
    return ""
