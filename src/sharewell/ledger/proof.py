"""Proofs: that a leaf is in a tree, and that one tree is the beginning of another (RFC 6962 §2.1.1, §2.1.2).

Making one needs the roots of a few ranges of leaves, which the caller gives: from a list, a table of nodes, or one walk
along a file. Checking follows RFC 9162 §2.1.3.2 and §2.1.4.2 and needs nothing but the hashes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sharewell.ledger.error import TreeError
from sharewell.ledger.tree import node_hash, root_of

#: From the first leaf of a range and the one after its last, the root over that range.
Subtree = Callable[[int, int], bytes]
Range = tuple[int, int]


def subtrees(leaves: Sequence[bytes]) -> Subtree:
    """Ranges of a list of leaf hashes."""
    return lambda start, end: root_of(leaves[start:end])


def inclusion_ranges(index: int, size: int) -> list[Range]:
    """The ranges whose roots make the proof for one leaf, nearest first.

    Raises: TreeError if the tree has no such leaf.
    """
    if not 0 <= index < size:
        raise TreeError(f"a tree of {size} leaves has no leaf {index}")
    found: list[Range] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start = middle
    return found[::-1]


def inclusion_proof(index: int, size: int, subtree: Subtree) -> list[bytes]:
    """The proof that leaf `index` is in the tree of the first `size` leaves.

    Raises: TreeError if the tree has no such leaf.
    """
    return [subtree(start, end) for start, end in inclusion_ranges(index, size)]


def consistency_proof(first: int, second: int, subtree: Subtree) -> list[bytes]:
    """The proof that the tree of `first` leaves is the beginning of the tree of `second`. Empty if one is
    nothing or all of the other.

    Raises: TreeError if the first is larger than the second.
    """
    if not 0 <= first <= second:
        raise TreeError(f"a tree of {first} leaves is not the beginning of one of {second}")
    if first in (0, second):
        return []
    found: list[Range] = []
    start, end, own = 0, second, first
    while own != end:  # the first tree ends inside this range
        middle = start + _split(end - start)
        if own <= middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start = middle
    if start:  # otherwise the reader has it: it is the first root itself
        found.append((start, end))
    return [subtree(start, end) for start, end in reversed(found)]


def proves_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether the proof shows the leaf hash at that place of the tree with that size and root."""
    if not 0 <= index < size:
        return False
    node, last, made = index, size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if node & 1 or node == last:
            made = node_hash(each, made)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            made = node_hash(made, each)
        node, last = node >> 1, last >> 1
    return last == 0 and made == root


def proves_consistency(first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the first tree is the beginning of the second."""
    if first == second:
        return not proof and first_root == second_root
    if not 0 < first < second:
        return first == 0 and not proof
    hashes = [first_root, *proof] if first & (first - 1) == 0 else list(proof)
    if not hashes:
        return False
    node, last = first - 1, second - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    made_first = made_second = hashes[0]
    for each in hashes[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            made_first, made_second = node_hash(each, made_first), node_hash(each, made_second)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            made_second = node_hash(made_second, each)
        node, last = node >> 1, last >> 1
    return last == 0 and made_first == first_root and made_second == second_root


def _split(size: int) -> int:
    """The largest power of two below a size over 1: where RFC 6962 parts a range."""
    return 1 << ((size - 1).bit_length() - 1)
