"""Shapes: which keys each kind of item has, in the order of writing, and which file holds which items."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of one kind of item; the first names it. Everything not in `required` may be left out."""

    kind: str
    keys: tuple[str, ...]
    required: frozenset[str]


def _shape(kind: str, required: str, order: str) -> Shape:
    return Shape(kind, tuple(order.split()), frozenset(required.split()))


def answers(facts: Iterable[str]) -> Shape:
    """The shape of a mapping of facts to answers."""
    return Shape("set of answers", tuple(facts), frozenset())


_DAYS = "in_force known_from dormant note encoded"

FACT = _shape(
    "fact",
    "fact question answers",
    "fact group scope question help why answers who likely quiet bands first after ticks note",
)
FINDING = _shape("finding", "finding means when", "finding means when cites note")
RULE = _shape(
    "rule", "rule effect when reason cites", f"rule effect tags when reason todo instead overrides cites {_DAYS}"
)
SAFEGUARD = _shape(
    "safeguard",
    "safeguard place text when cites",
    f"safeguard place blocks text when outcomes leaves-out second-person cites {_DAYS}",
)
BASIS = _shape("basis", "basis kind text when cites", f"basis kind text when cites {_DAYS}")
ADVICE = _shape("advice", "advice ask", "advice when outcome outcomes ask cites note")
MYTH = _shape("myth", "myth believed truth when cites", f"myth believed truth when outcomes cites {_DAYS}")
SOURCE = _shape(
    "source",
    "source title kind publisher standing review_by",
    "source title kind publisher standing read_on review_by dated link note",
)
CONFLICT = _shape("conflict", "conflict prohibits requires because", "conflict prohibits requires because")
EXCEPTION = _shape("exception", "exception proof because", "exception proof because")
EXCLUSION = _shape("excludes", "excludes never because", "excludes never because")
DANGER = _shape("danger", "danger order", "danger order")
PROTECTS = _shape("protects", "protects when", "protects when")
EMERGENCY = _shape("emergency", "emergency when", "emergency when unless known")
NEVER_TO = _shape("never-to", "never-to when", "never-to when because")
NEVER_BASIS = _shape("never-basis", "never-basis bases when", "never-basis bases when because")
COVERS = _shape("covers", "covers when", "covers when")
CLAIMS = (DANGER, PROTECTS, EMERGENCY, NEVER_TO, NEVER_BASIS, COVERS)
CASE = _shape(
    "case",
    "case on",
    "case rule on like without story facts items recipients expect published note",
)

ANSWER = _shape("answer", "is says", "is says")
QUIET = _shape("quiet", "answer unless", "answer unless otherwise")
TICK = _shape("tick", "fact says", "fact is ask says")
BANDS = _shape("bands", "from cuts", "from cuts")
CITATION = _shape("citation", "source at", "source at gist standing")
IN_FORCE = _shape("in_force", "from", "from to")
ENCODED = _shape("encoded", "on checked", "on checked")
OUTCOME_ONLY = _shape("when", "outcome", "outcome")
EXPECTATION = _shape("expect", "", "outcome applied not-applied overridden open safeguards")
PUBLISHED = _shape("published", "id publisher title says", "id publisher title link dated says also conditions")
PACK = _shape("pack", "name version title first_day", "name version title extends first_day changes")

#: Files that hold a list of items, and folders whose `.yaml` files each do.
FILES: dict[str, tuple[Shape, ...]] = {
    "facts.yaml": (FACT,),
    "sources.yaml": (SOURCE,),
    "findings.yaml": (FINDING,),
    "advice.yaml": (ADVICE,),
    "myths.yaml": (MYTH,),
    "families.yaml": (CONFLICT, EXCEPTION, EXCLUSION, *CLAIMS),
    "claims.yaml": CLAIMS,
}
FOLDERS: dict[str, tuple[Shape, ...]] = {
    "rules": (RULE,),
    "safeguards": (SAFEGUARD,),
    "bases": (BASIS,),
    "cases": (CASE,),
}

#: What a national pack cannot be without; a local one may leave out all of it.
NEEDED = ("facts.yaml", "sources.yaml", "rules")
