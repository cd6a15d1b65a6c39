"""The rulebook: everything a pack says, for people to read. HTML and Markdown, in source order."""

from sharewell.authoring.rulebook.book import Rulebook
from sharewell.authoring.rulebook.compose import rulebook
from sharewell.authoring.rulebook.write import rendered, write_rulebook

__all__ = ["Rulebook", "rendered", "rulebook", "write_rulebook"]
