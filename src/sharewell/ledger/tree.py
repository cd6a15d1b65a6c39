"""The Merkle tree of RFC 6962 §2.1 (the same in RFC 9162): hashes of leaves and nodes, and its growing edge."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sharewell.ledger.error import TreeError

HASH_BYTES = 32
#: The root of no leaves.
EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """SHA-256 over a zero byte and the data."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256 over a one byte and both children. The first byte keeps a node from being taken for a leaf."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes."""
    return Frontier.over(leaves).root()


class Frontier:
    """The growing edge of a tree: the roots of its complete subtrees, largest first, one for each 1 in its size.

    That is all it takes to append a leaf and to know the root: 20 hashes for a million leaves.

    Raises: TreeError if the nodes cannot be those of a tree of that size.
    """

    __slots__ = ("_nodes", "_size")

    def __init__(self, size: int = 0, nodes: Iterable[bytes] = ()) -> None:
        self._size = size
        self._nodes = list(nodes)
        if size < 0 or len(self._nodes) != size.bit_count() or any(len(node) != HASH_BYTES for node in self._nodes):
            raise TreeError(f"a tree of {size} leaves has a frontier of {max(size, 0).bit_count()} hashes of 32 bytes")

    @classmethod
    def over(cls, leaves: Iterable[bytes]) -> Frontier:
        """The frontier after these leaf hashes."""
        made = cls()
        for leaf in leaves:
            made.append(leaf)
        return made

    @property
    def size(self) -> int:
        """How many leaves."""
        return self._size

    @property
    def nodes(self) -> tuple[bytes, ...]:
        """What has to be kept to go on later, with the size."""
        return tuple(self._nodes)

    def append(self, leaf: bytes) -> None:
        """Add the hash of the next leaf."""
        nodes, size, sha = self._nodes, self._size, hashlib.sha256
        node = leaf
        while size & 1:
            node = sha(b"\x01" + nodes.pop() + node).digest()
            size >>= 1
        nodes.append(node)
        self._size += 1

    def root(self) -> bytes:
        """The root over all leaves so far."""
        if not self._nodes:
            return EMPTY
        root = self._nodes[-1]
        for node in self._nodes[-2::-1]:
            root = node_hash(node, root)
        return root

    def copy(self) -> Frontier:
        """Another that grows on its own."""
        return Frontier(self._size, self._nodes)
