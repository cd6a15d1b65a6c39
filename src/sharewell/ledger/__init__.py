"""Entries, Merkle tree, signed checkpoints, proofs, verification. Pure: the standard library alone."""
