"""Recorded cases as bit planes: a few bits a case, packed once, read at memory speed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.network import Input, width
from sharewell.replay.engine import Words

Codes = npt.NDArray[np.uint8]
#: Codes of the two ways in which a fact can have no real answer.
NOT_ASKED_CODE = 255
NOT_KNOWN_CODE = 254


@dataclass(frozen=True)
class Cases:
    """`count` cases as planes of 64-bit words, case `i` in bit `i % 64` of word `i // 64`."""

    count: int
    planes: dict[Input, Words]


def pack(bits: npt.NDArray[np.bool_] | Codes) -> Words:
    """One bit a case, padded to whole words; any non-zero byte is a one."""
    packed = np.packbits(bits, bitorder="little")
    short = -len(packed) % 8
    return np.concatenate([packed, np.zeros(short, np.uint8)]).view(np.uint64) if short else packed.view(np.uint64)


def unpack(planes: Iterable[Words], count: int) -> Codes:
    """The numbers written on planes in binary, lowest bit first."""
    said = np.zeros(count, np.uint8)
    for bit, plane in enumerate(planes):
        said |= np.unpackbits(plane.view(np.uint8), count=count, bitorder="little") << np.uint8(bit)
    return said


def complete_cases(edition: Edition, codes: Mapping[str, Codes]) -> Cases:
    """Cases in which every fact has a real answer, from one byte array a fact (the index of the answer).

    Raises: KeyError for a missing fact, ValueError for a code that is no answer or arrays of different length.
    """
    count = _count(codes)
    planes: dict[Input, Words] = {}
    for name, fact in edition.facts.items():
        column = codes[name]
        if count and int(column.max()) >= len(fact.domain):
            raise ValueError(f"fact `{name}` has no answer number {int(column.max())}")
        planes.update(_bits(name, column, len(fact.domain)))
    return Cases(count, planes)


def partial_cases(edition: Edition, codes: Mapping[str, Codes]) -> Cases:
    """Cases in which facts may be open: code 255 was not asked, 254 cannot be known. A missing fact was never asked.

    Raises: ValueError for a code that is no answer or arrays of different length.
    """
    count = _count(codes)
    planes: dict[Input, Words] = {}
    for name, fact in edition.facts.items():
        column = codes.get(name, np.full(count, NOT_ASKED_CODE, np.uint8))
        known = column < len(fact.domain)
        odd = ~known & (column != NOT_ASKED_CODE) & (column != NOT_KNOWN_CODE)
        if odd.any():
            raise ValueError(f"fact `{name}` has no answer number {int(column[odd][0])}")
        planes[name, "k"] = pack(known)
        planes[name, "n"] = pack(column == NOT_KNOWN_CODE)
        planes.update(_bits(name, np.where(known, column, 0).astype(np.uint8), len(fact.domain)))
    return Cases(count, planes)


def codes_of(edition: Edition, rows: Iterable[Mapping[str, str]]) -> dict[str, Codes]:
    """Byte arrays from rows of answers by name.

    Raises: ValueError for an answer that the fact does not have.
    """
    held = list(rows)
    said: dict[str, Codes] = {}
    for name, fact in edition.facts.items():
        numbers: dict[str | None, int] = {answer: i for i, answer in enumerate(fact.domain)}
        numbers.update({NOT_KNOWN: NOT_KNOWN_CODE, None: NOT_ASKED_CODE})
        try:
            said[name] = np.fromiter((numbers[row.get(name)] for row in held), np.uint8, len(held))
        except KeyError as error:
            raise ValueError(f"fact `{name}` has no answer `{error.args[0]}`") from None
    return said


def _bits(name: str, column: Codes, answers: int) -> dict[Input, Words]:
    bits = width(answers)
    return {(name, b): pack(column if bits == 1 else column & np.uint8(1 << b)) for b in range(bits)}


def _count(codes: Mapping[str, Codes]) -> int:
    lengths = {len(column) for column in codes.values()}
    if len(lengths) > 1:
        raise ValueError(f"columns of different lengths: {sorted(lengths)}")
    return lengths.pop() if lengths else 0
