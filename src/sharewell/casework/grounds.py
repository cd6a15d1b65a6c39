"""The law of a determination, put where a decision keeps it. The words are the pack's bases; nothing is added."""

from __future__ import annotations

from collections.abc import Mapping

from sharewell.casework.deciding import Law
from sharewell.policy.determination import Determination

#: Field of `Law` to the kinds of basis that go there.
_KINDS: Mapping[str, tuple[str, ...]] = {
    "article_6": ("article-6", "dpa-1998"),
    "special_condition": ("article-9", "schedule-1"),
    "offence_data": ("article-10", "part-3"),
    "gateway": ("gateway",),
    "confidence": ("confidence",),
}


def law_of(said: Determination, *, duty_or_order: str = "", level_offered: str = "") -> Law:
    """What a determination names, for a practitioner to confirm."""
    found = {name: "; ".join(each.text for each in said.bases if each.kind in kinds) for name, kinds in _KINDS.items()}
    return Law(**found, duty_or_order=duty_or_order, level_offered=level_offered)
