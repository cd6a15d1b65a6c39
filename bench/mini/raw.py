"""Seeded cases of the mini policy as a hand-written program takes them: booleans, words and whole numbers."""

from __future__ import annotations

import random
from bisect import bisect_right

Value = bool | int | str
Raw = dict[str, Value]

SECTORS = ["social-care", "health", "education", "police", "youth-justice", "voluntary", "housing", "private"]
PURPOSES = [
    "safeguarding",
    "direct-care",
    "early-help",
    "education-support",
    "crime-prevention",
    "research",
    "service-planning",
    "marketing",
]
CATEGORIES = [
    "identity",
    "education",
    "health",
    "mental-health",
    "sexual-health",
    "criminal",
    "family",
    "biometrics",
]
CONSENT = ["given", "refused", "not-asked", "withdrawn"]

#: How often a yes-or-no fact is true in the skewed half of the cases.
TRUE = {
    "court-order-requires": 0.02,
    "court-order-prohibits": 0.02,
    "grc-info": 0.004,
    "adoption-record": 0.02,
    "recipient-verified": 0.95,
    "secure-channel": 0.9,
    "anonymised": 0.06,
    "third-party-info": 0.25,
    "third-party-safe": 0.8,
    "s47-request": 0.06,
    "risk-immediate": 0.04,
    "harm-suspected": 0.25,
    "crime-serious": 0.1,
    "unsafe-to-ask": 0.1,
    "ask-prejudice": 0.06,
    "capacity-doubt": 0.08,
    "pr-verified": 0.85,
    "pr-dispute": 0.07,
    "parent-alleged": 0.08,
    "dsa-in-place": 0.7,
    "necessary": 0.92,
    "proportionate": 0.9,
    "police-hold": 0.03,
}
WORDS: dict[str, tuple[list[str], list[int]]] = {
    "sector": (SECTORS, [30, 22, 20, 10, 5, 8, 3, 2]),
    "purpose": (PURPOSES, [30, 20, 18, 14, 6, 5, 5, 2]),
    "category": (CATEGORIES, [22, 18, 16, 10, 4, 8, 20, 2]),
    "child-consent": (CONSENT, [40, 10, 45, 5]),
    "parent-consent": (CONSENT, [55, 10, 30, 5]),
    "gillick": (["yes", "no", "not-assessed"], [35, 15, 50]),
}
#: Whole numbers and the first value of each band but the lowest; the bands are the fact's answers in the pack.
CUTS = {"age": [12, 16, 18], "consent-age": [181, 366], "sensitivity": [1, 2, 3], "harm-level": [2, 3]}
BANDS = {
    "age": ["under-12", "12-15", "16-17", "18-plus"],
    "consent-age": ["up-to-180-days", "181-to-365-days", "older"],
    "sensitivity": ["ordinary", "personal", "sensitive", "most-sensitive"],
    "harm-level": ["slight", "serious", "grave"],
}


def raw_cases(count: int, seed: int = 20240611) -> list[Raw]:
    """Half of the cases uniform, so that corners are met, half skewed as a caseload would be."""
    draw = random.Random(seed)
    return [_corner(draw) if draw.random() < 0.5 else _everyday(draw) for _ in range(count)]


def _corner(draw: random.Random) -> Raw:
    case: Raw = {name: draw.random() < 0.5 for name in TRUE}
    case["recipient-verified"] = draw.random() < 0.8  # or one rule would hide all the others
    case["court-order-prohibits"] = draw.random() < 0.1
    case |= {name: draw.choice(words) for name, (words, _) in WORDS.items()}
    return case | {
        "age": draw.randint(0, 25),
        "consent-age": draw.randint(0, 1500),
        "sensitivity": draw.randint(0, 3),
        "harm-level": draw.randint(0, 4),
    }


def _everyday(draw: random.Random) -> Raw:
    case: Raw = {name: draw.random() < chance for name, chance in TRUE.items()}
    case |= {name: draw.choices(words, weights)[0] for name, (words, weights) in WORDS.items()}
    return case | {
        "age": min(draw.randint(0, 18), draw.randint(0, 22)),
        "consent-age": int(draw.expovariate(1 / 250)) % 1501,
        "sensitivity": draw.choices(range(4), [30, 35, 25, 10])[0],
        "harm-level": draw.choices(range(5), [45, 25, 15, 10, 5])[0],
    }


def answers(case: Raw) -> dict[str, str]:
    """The case as the pack takes it: yes or no, words, and bands."""
    said = {}
    for name, value in case.items():
        if isinstance(value, bool):
            said[name] = "yes" if value else "no"
        elif isinstance(value, int):
            said[name] = BANDS[name][bisect_right(CUTS[name], value)]
        else:
            said[name] = value
    return said
