"""Proofs over a pack: what always holds, with a readable counter-example where it does not."""

from sharewell.authoring.proof.prove import prove
from sharewell.authoring.proof.report import Counterexample, Proof, Remark, Report, Weight

__all__ = ["Counterexample", "Proof", "Remark", "Report", "Weight", "prove"]
