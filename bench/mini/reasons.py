"""The floor with reasons, hand-written: every rule of the tier that decides."""

# ruff: noqa: E701, PLR1714 - one rule a line reads best, and two tests are faster than a set
# fmt: off
from __future__ import annotations

from typing import Any

from bench.mini.first import MATRIX

_CORE = frozenset(("social-care", "health", "police"))
_REFUSED = ("refused", "withdrawn")
_TREAT = ("health", "mental-health", "identity")
_JUSTICE = ("police", "youth-justice", "social-care")

Said = tuple[str, list[str]]


def reasons(c: dict[str, Any]) -> Said:  # noqa: C901, PLR0912, PLR0915 - one long if/else is the point
    """The outcome, and every rule of the tier that decides."""
    ordered, sector, purpose, category = c["court-order-requires"], c["sector"], c["purpose"], c["category"]
    anonymous = c["anonymised"]
    research = purpose == "research" or purpose == "service-planning"
    harm, level, danger = c["harm-suspected"], c["harm-level"], c["risk-immediate"]
    serious = danger or level >= 3 or (harm and level >= 2)
    r = []
    if c["court-order-prohibits"]: r.append("p01")
    if not ordered:
        if c["grc-info"]: r.append("p02")
        if c["adoption-record"] and sector != "social-care": r.append("p03")
    if not c["recipient-verified"]: r.append("p04")
    if purpose == "marketing": r.append("p05")
    if research and not anonymous and (category == "sexual-health" or category == "biometrics"): r.append("p06")
    if c["third-party-info"] and not c["third-party-safe"] and not serious: r.append("p07")
    if r: return "must-not-share", r
    core, needed, unsafe = sector in _CORE, c["necessary"], c["unsafe-to-ask"]
    override = serious and needed
    age, doubt, gillick = c["age"], c["capacity-doubt"], c["gillick"]
    competent = (not doubt) if age >= 16 else (age >= 12 and gillick == "yes")
    alleged, child, parent = c["parent-alleged"], c["child-consent"], c["parent-consent"]
    refused = (child in _REFUSED) if competent else (not alleged and parent in _REFUSED)
    private, apt = c["sensitivity"], c["proportionate"]
    if ordered: r.append("m01")
    if core and needed and c["s47-request"]: r.append("m02")
    if core and danger: r.append("m03")
    if override and (unsafe or c["ask-prejudice"]) and (core or sector == "education"): r.append("m04")
    if override and refused and private < 3 and apt: r.append("m05")
    if r: return "must-share", r
    dispute, agreement = c["pr-dispute"], c["dsa-in-place"]
    agreed = c["consent-age"] < 366 and (
        child == "given" if competent
        else (age < 18 and parent == "given" and c["pr-verified"] and not dispute and not alleged)
    )
    if not needed: r.append("q01")
    if private >= 2 and not c["secure-channel"]: r.append("q02")
    if refused and not override: r.append("q03")
    if private >= 3 and not agreed and not harm and (category == "sexual-health" or category == "mental-health"):
        r.append("q04")
    if sector == "private" and not agreement: r.append("q05")
    if sector != "police" and c["police-hold"]: r.append("q06")
    if purpose == "crime-prevention" and sector != "police" and sector != "youth-justice": r.append("q07")
    if category == "criminal" and not agreed and sector not in _JUSTICE: r.append("q08")
    if r: return "must-not-share", r
    if age >= 16 and doubt and not agreed: r.append("e01")
    if gillick == "not-assessed" and 12 <= age < 16 and child == "given": r.append("e02")
    if dispute and not competent: r.append("e03")
    if alleged and age < 16 and gillick != "yes": r.append("e04")
    if unsafe and not agreed: r.append("e05")
    if not apt: r.append("e06")
    if r: return "weigh", r
    purposes, categories = MATRIX[sector]
    listed = purpose in purposes and category in categories
    minimum = False
    if listed:
        if agreed and private >= 2 and agreement: r.append("a03")
        if harm and purpose == "safeguarding" and not agreed: r.append("a05")
        if purpose == "early-help" and agreement and not refused and private < 1: r.append("a06")
        if purpose == "crime-prevention" and sector == "police" and c["crime-serious"]: r.append("a08")
        minimum = bool(r)
    if anonymous and research: r.append("a01")
    if listed and agreed and private < 2: r.append("a02")
    if listed and purpose == "direct-care" and sector == "health" and category in _TREAT: r.append("a04")
    if purpose == "education-support" and sector == "education" and age < 18 and category in ("identity", "education"):
        r.append("a07")
    if r: return "ask-first" if minimum else "may-share", r
    return "refer", r
