"""The rulebooks and charts of the real packs: complete, without dangling links, and every rule drawable."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sharewell.authoring import load_pack
from sharewell.authoring.drawing import draw
from sharewell.authoring.rulebook import rendered, rulebook
from sharewell.policy.pack import Pack

PACKS = Path(__file__).parents[2] / "packs"


@pytest.fixture(scope="module", params=["england", "hampshire"])
def pack(request: pytest.FixtureRequest) -> Pack:
    """A pack as it stands in the repository."""
    return load_pack(PACKS / request.param)


def test_every_rule_of_a_pack_is_in_its_rulebook_once(pack: Pack) -> None:
    texts = rendered(rulebook(pack))
    for suffix in (".html", ".md"):
        found = {name: re.findall(r'\bid="([^"]+)"', text) for name, text in texts.items() if name.endswith(suffix)}
        everywhere = [anchor for anchors in found.values() for anchor in anchors]
        for rule in pack.rules:
            assert everywhere.count(f"rule-{rule.name}") == 1
        for kind, items in (("fact", pack.facts), ("finding", pack.findings), ("source", pack.sources)):
            assert {f"{kind}-{item.name}" for item in items} <= set(everywhere)
        for name, text in texts.items():
            targets = re.findall(r'\bhref="([^"]+)"' if suffix == ".html" else r"(?<!\\)\]\(([^)]+)\)", text)
            for page, _, anchor in (each.partition("#") for each in targets if "#" in each and name.endswith(suffix)):
                if not page.startswith("http"):
                    assert anchor == "main" or anchor in found[page or name], f"{name}: {page}#{anchor}"


def test_every_page_of_a_pack_is_well_formed(pack: Pack) -> None:
    for name, text in rendered(rulebook(pack), ("html",)).items():
        if name.endswith(".html"):
            ET.fromstring(text.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own text


def test_every_rule_theme_and_finding_of_a_pack_can_be_drawn(pack: Pack) -> None:
    edition = pack.on(pack.days_of_change()[-1])
    drawn = [draw(edition)]
    drawn += [draw(edition, theme=theme) for theme in sorted({rule.theme for rule in edition.rules})]
    drawn += [draw(edition, rule=rule.name) for rule in edition.rules]
    drawn += [draw(edition, finding=name) for name in edition.findings]
    for svg in drawn:
        ET.fromstring(svg)  # noqa: S314 - our own text
