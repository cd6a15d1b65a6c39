"""The same work as a determination, hand-written: every rule that stands and every rule that is overridden."""

# ruff: noqa: E701, PLR1714 - one rule a line reads best, and two tests are faster than a set
# fmt: off
from __future__ import annotations

from typing import Any

from bench.mini.first import MATRIX

_CORE = frozenset(("social-care", "health", "police"))
_REFUSED = ("refused", "withdrawn")
_TREAT = ("health", "mental-health", "identity")
_JUSTICE = ("police", "youth-justice", "social-care")


def every_rule(c: dict[str, Any]) -> tuple[str, list[str], list[str]]:  # noqa: C901, PLR0912, PLR0915 - one long if/else is the point
    """The outcome, every rule that stands, and every rule that is overridden: the same work as a determination."""
    ordered, sector, purpose, category = c["court-order-requires"], c["sector"], c["purpose"], c["category"]
    anonymous = c["anonymised"]
    research = purpose == "research" or purpose == "service-planning"
    harm, level, danger = c["harm-suspected"], c["harm-level"], c["risk-immediate"]
    serious = danger or level >= 3 or (harm and level >= 2)
    core, needed, unsafe = sector in _CORE, c["necessary"], c["unsafe-to-ask"]
    override = serious and needed
    age, doubt, gillick = c["age"], c["capacity-doubt"], c["gillick"]
    competent = (not doubt) if age >= 16 else (age >= 12 and gillick == "yes")
    alleged, child, parent = c["parent-alleged"], c["child-consent"], c["parent-consent"]
    refused = (child in _REFUSED) if competent else (not alleged and parent in _REFUSED)
    private, apt, dispute, agreement = c["sensitivity"], c["proportionate"], c["pr-dispute"], c["dsa-in-place"]
    agreed = c["consent-age"] < 366 and (
        child == "given" if competent
        else (age < 18 and parent == "given" and c["pr-verified"] and not dispute and not alleged)
    )
    p, m, q, e, least, most = [], [], [], [], [], []
    if c["court-order-prohibits"]: p.append("p01")
    if not ordered:
        if c["grc-info"]: p.append("p02")
        if c["adoption-record"] and sector != "social-care": p.append("p03")
    else: m.append("m01")
    if not c["recipient-verified"]: p.append("p04")
    if purpose == "marketing": p.append("p05")
    if research and not anonymous and (category == "sexual-health" or category == "biometrics"): p.append("p06")
    if c["third-party-info"] and not c["third-party-safe"] and not serious: p.append("p07")
    if core and needed and c["s47-request"]: m.append("m02")
    if core and danger: m.append("m03")
    if override and (unsafe or c["ask-prejudice"]) and (core or sector == "education"): m.append("m04")
    if override and refused and private < 3 and apt: m.append("m05")
    if not needed: q.append("q01")
    if private >= 2 and not c["secure-channel"]: q.append("q02")
    if refused and not override: q.append("q03")
    if private >= 3 and not agreed and not harm and (category == "sexual-health" or category == "mental-health"):
        q.append("q04")
    if sector == "private" and not agreement: q.append("q05")
    if sector != "police" and c["police-hold"]: q.append("q06")
    if purpose == "crime-prevention" and sector != "police" and sector != "youth-justice": q.append("q07")
    if category == "criminal" and not agreed and sector not in _JUSTICE: q.append("q08")
    if age >= 16 and doubt and not agreed: e.append("e01")
    if gillick == "not-assessed" and 12 <= age < 16 and child == "given": e.append("e02")
    if dispute and not competent: e.append("e03")
    if alleged and age < 16 and gillick != "yes": e.append("e04")
    if unsafe and not agreed: e.append("e05")
    if not apt: e.append("e06")
    purposes, categories = MATRIX[sector]
    if purpose in purposes and category in categories:
        if agreed and private >= 2 and agreement: least.append("a03")
        if harm and purpose == "safeguarding" and not agreed: least.append("a05")
        if purpose == "early-help" and agreement and not refused and private < 1: least.append("a06")
        if purpose == "crime-prevention" and sector == "police" and c["crime-serious"]: least.append("a08")
        if agreed and private < 2: most.append("a02")
        if purpose == "direct-care" and sector == "health" and category in _TREAT: most.append("a04")
    if anonymous and research: most.insert(0, "a01")
    if purpose == "education-support" and sector == "education" and age < 18 and category in ("identity", "education"):
        most.append("a07")
    rest = e + least + most
    if p: return "must-not-share", p + q + rest, m
    if m: return "must-share", m + rest, q
    if q: return "must-not-share", q + rest, []
    return ("weigh" if e else "ask-first" if least else "may-share" if most else "refer"), rest, []
