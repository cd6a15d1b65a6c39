"""The exact difference of two editions, in words and with counts."""

from sharewell.authoring.difference.change import AlteredRule, Block, Change, Difference, Share, Side, Situation, say
from sharewell.authoring.difference.difference import difference

__all__ = ["AlteredRule", "Block", "Change", "Difference", "Share", "Side", "Situation", "difference", "say"]
