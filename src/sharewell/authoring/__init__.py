"""From the text of a pack to a pack: located problems, the formatter, releases.

The day is an argument; files are read here and nowhere below.
"""

from sharewell.authoring.load import check_pack, load_pack
from sharewell.authoring.problem import AuthoringError, PackProblems, Problem

__all__ = ["AuthoringError", "PackProblems", "Problem", "check_pack", "load_pack"]
