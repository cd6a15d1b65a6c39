"""Answers of many situations, one column a fact, and the bit planes they make."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sharewell.policy.edition import Edition
from sharewell.policy.network import Input, width

#: Answers of one fact, one byte a situation: the index of the answer among the answers that both editions have.
Column = bytes


def planes_of_columns(
    edition: Edition, columns: Mapping[str, Column], codes: Mapping[str, Sequence[str]]
) -> dict[Input, int]:
    """Columns as planes, by the edition's own order of answers. A fact without a column has its first answer."""
    planes: dict[Input, int] = {}
    for name, fact in edition.facts.items():
        column = columns.get(name)
        own = [fact.domain.index(answer) for answer in codes.get(name, ()) if answer in fact.domain]
        for bit in range(width(len(fact.domain))):
            if column is None:
                planes[name, bit] = 0
            else:
                table = bytes(ord("1") if i < len(own) and own[i] >> bit & 1 else ord("0") for i in range(256))
                planes[name, bit] = int(column.translate(table) or b"0", 2)
    return planes


def levels(weights: Iterable[int]) -> list[int]:
    """Codes in proportion to the weights; where those are all alike no code is favoured."""
    listed = list(weights)
    total = sum(listed)
    if len(set(listed)) == 1 or total == 0:
        return [code for code in range(len(listed)) for _ in range(256 // len(listed))]
    return [code for code, weight in enumerate(listed) for _ in range(round(255 * weight / total))]
