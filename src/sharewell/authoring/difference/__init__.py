"""The exact difference of two editions, in words and with counts."""

from sharewell.authoring.difference.block import Block, Side
from sharewell.authoring.difference.change import AlteredRule, Change, Difference, Situation
from sharewell.authoring.difference.difference import difference
from sharewell.authoring.difference.share import Share
from sharewell.authoring.difference.words import say

__all__ = ["AlteredRule", "Block", "Change", "Difference", "Share", "Side", "Situation", "difference", "say"]
