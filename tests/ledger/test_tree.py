"""The tree gives the roots of the published test vectors, and its proofs prove what is so and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharewell.ledger.error import TreeError
from sharewell.ledger.proof import (
    consistency_proof,
    inclusion_proof,
    inclusion_ranges,
    proves_consistency,
    proves_inclusion,
    subtrees,
)
from sharewell.ledger.tree import EMPTY, Frontier, leaf_hash, node_hash, root_of

#: The leaves and roots of Certificate Transparency's own tests of RFC 6962.
VECTORS = [
    ("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    ("00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
    ("10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
    ("2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
    ("3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
    ("40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
    ("5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
    ("606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
]
LEAVES = [leaf_hash(bytes.fromhex(data)) for data, _ in VECTORS]
ROOTS = [bytes.fromhex(root) for _, root in VECTORS]
MANY = [leaf_hash(bytes([number])) for number in range(40)]


def by_the_book(leaves: list[bytes]) -> bytes:
    """RFC 6962 §2.1 as it is written: MTH(D[n]) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n]))."""
    if not leaves:
        return EMPTY
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return node_hash(by_the_book(leaves[:k]), by_the_book(leaves[k:]))


def test_no_leaves() -> None:
    assert root_of([]).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("size", range(1, 9))
def test_the_published_roots(size: int) -> None:
    assert root_of(LEAVES[:size]) == ROOTS[size - 1]


@pytest.mark.parametrize("size", range(41))
def test_the_frontier_has_the_root_by_the_book(size: int) -> None:
    assert root_of(MANY[:size]) == by_the_book(MANY[:size])


@given(st.integers(0, 40), st.integers(0, 40))
def test_a_frontier_goes_on_where_it_was_left(first: int, second: int) -> None:
    first, second = sorted((first, second))
    kept = Frontier.over(MANY[:first])
    gone_on = Frontier(kept.size, kept.nodes)
    other = kept.copy()
    for leaf in MANY[first:second]:
        gone_on.append(leaf)
    assert gone_on.root() == root_of(MANY[:second])
    assert gone_on.size == second
    assert other.root() == root_of(MANY[:first])


@pytest.mark.parametrize(("size", "nodes"), [(1, []), (0, [EMPTY]), (3, [EMPTY]), (1, [b"short"]), (-1, [])])
def test_a_frontier_that_no_tree_has(size: int, nodes: list[bytes]) -> None:
    with pytest.raises(TreeError, match="frontier of"):
        Frontier(size, nodes)


def test_every_leaf_of_every_size_is_proved() -> None:
    subtree = subtrees(MANY)
    for size in range(1, 41):
        for index in range(size):
            proof = inclusion_proof(index, size, subtree)
            assert proves_inclusion(MANY[index], index, size, proof, root_of(MANY[:size]))


def test_every_tree_is_proved_to_begin_every_later_one() -> None:
    subtree = subtrees(MANY)
    for second in range(41):
        for first in range(second + 1):
            proof = consistency_proof(first, second, subtree)
            assert proves_consistency(first, second, root_of(MANY[:first]), root_of(MANY[:second]), proof)


def test_the_proofs_of_the_rfc() -> None:
    """RFC 6962 §2.1.3: a tree of seven leaves, whose nodes are named a to l."""
    a, b, c, d, e, f, j = MANY[:7]
    g, h, i = node_hash(a, b), node_hash(c, d), node_hash(e, f)
    k, last = node_hash(g, h), node_hash(i, j)
    subtree = subtrees(MANY[:7])
    assert inclusion_proof(0, 7, subtree) == [b, h, last]
    assert inclusion_proof(3, 7, subtree) == [c, g, last]
    assert inclusion_proof(4, 7, subtree) == [f, j, k]
    assert inclusion_proof(6, 7, subtree) == [i, k]
    assert consistency_proof(3, 7, subtree) == [c, d, g, last]
    assert consistency_proof(4, 7, subtree) == [last]
    assert consistency_proof(6, 7, subtree) == [i, j, k]


@given(st.data())
def test_a_proof_proves_nothing_else(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 40), "size")
    index = data.draw(st.integers(0, size - 1), "index")
    root = root_of(MANY[:size])
    proof = inclusion_proof(index, size, subtrees(MANY))
    leaf = MANY[index]
    other = data.draw(st.integers(-1, 41).filter(lambda each: each != index), "other")
    assert not proves_inclusion(leaf, other, size, proof, root)
    assert not proves_inclusion(MANY[(index + 1) % 40], index, size, proof, root)
    assert not proves_inclusion(leaf, index, size, [*proof, leaf], root)
    assert not proves_inclusion(leaf, index, size, proof, MANY[0] if root != MANY[0] else EMPTY)
    if proof:
        assert not proves_inclusion(leaf, index, size, proof[:-1], root)
        place = data.draw(st.integers(0, len(proof) - 1), "place")
        assert not proves_inclusion(leaf, index, size, [*proof[:place], EMPTY, *proof[place + 1 :]], root)


@given(st.data())
def test_a_tree_that_was_changed_is_not_proved_to_go_on(data: st.DataObject) -> None:
    second = data.draw(st.integers(2, 40), "second")
    first = data.draw(st.integers(1, second - 1), "first")
    changed = data.draw(st.integers(0, first - 1), "changed")
    other = [*MANY[:changed], EMPTY, *MANY[changed + 1 :]]
    honest, now = root_of(MANY[:first]), root_of(other[:second])
    for leaves in (MANY, other):
        proof = consistency_proof(first, second, subtrees(leaves))
        assert not proves_consistency(first, second, honest, now, proof)
        assert not proves_consistency(first, second, honest, root_of(MANY[:second]), [*proof, EMPTY])
        assert not proves_consistency(first, second, honest, root_of(MANY[:second]), [])


def test_sizes_without_a_proof() -> None:
    root = root_of(MANY[:5])
    with pytest.raises(TreeError, match="has no leaf 5"):
        inclusion_ranges(5, 5)
    with pytest.raises(TreeError, match="is not the beginning"):
        consistency_proof(6, 5, subtrees(MANY))
    assert not proves_consistency(6, 5, root, root, [])
    assert not proves_consistency(5, 5, root, root, [root])
    assert not proves_consistency(0, 5, EMPTY, root, [root])
    assert not proves_consistency(-1, 5, EMPTY, root, [])
