"""Charts: well-formed, deterministic, complete in every format, and nothing from a pack taken for markup."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from sharewell.authoring.drawing import NothingToDrawError, draw
from sharewell.authoring.drawing.layout import WIDTH
from sharewell.authoring.drawing.measure import width, wrapped
from sharewell.authoring.drawing.mermaid import escaped
from sharewell.policy.edition import Edition
from tests.authoring.book_toys import NASTY, PACK, SWITCH
from tests.policy.drawn import drawn_edition

EDITION = PACK.on(SWITCH)
SVG = "{http://www.w3.org/2000/svg}"
What = tuple[str, str] | None
CHARTS: list[What] = [
    None, ("theme", "duties"), ("theme", "private"), ("rule", "private"), ("rule", "help-2024"), ("finding", "needs"),
]  # fmt: skip  # a short list


def _drawn(what: What, form: str = "svg", edition: Edition = EDITION, *, standalone: bool = True) -> str:
    theme, rule, finding = (what[1] if what and what[0] == kind else None for kind in ("theme", "rule", "finding"))
    return draw(edition, theme=theme, rule=rule, finding=finding, format=form, standalone=standalone)


def _svg(what: What = None, edition: Edition = EDITION) -> ET.Element:
    return ET.fromstring(_drawn(what, edition=edition))  # noqa: S314 - our own text


@pytest.mark.parametrize("what", CHARTS, ids=str)
def test_a_drawing_is_well_formed_named_and_described(what: What) -> None:
    root = _svg(what)
    title, about = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert about is not None
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {about.get('id')}"
    assert title.text
    assert about.text
    assert root.find(f"{SVG}style") is not None
    assert all(element.get("style") is None for element in root.iter())
    assert "<style" not in _drawn(what, standalone=False)


@pytest.mark.parametrize("what", CHARTS, ids=str)
def test_a_drawing_is_as_wide_as_a_phone_and_nothing_runs_out(what: What) -> None:
    root = _svg(what)
    assert float(root.get("width", "0")) == WIDTH
    height = float(root.get("height", "0"))
    for rect in root.iter(f"{SVG}rect"):
        x, y, wide, high = (float(rect.get(each, "0")) for each in ("x", "y", "width", "height"))
        assert x >= 0
        assert y >= 0
        assert x + wide <= WIDTH
        assert y + high <= height
    for text in root.iter(f"{SVG}text"):
        bold, small = "bold" in text.get("class", ""), "note" in text.get("class", "")
        for span in text.iter(f"{SVG}tspan"):
            assert float(span.get("x", "0")) + width(span.text or "", 12 if small else 14, bold=bold) <= WIDTH


def test_the_overview_goes_from_danger_to_advice() -> None:
    text = draw(EDITION, format="text")
    outcomes = re.findall(r"If yes: (.*)", text)
    assert outcomes == [
        "Share: holding back would need a good reason", "Get advice", "Do not share", "The law requires you to share",
        "Share: holding back would need a good reason", "Weigh it up", "Ask first",
    ]  # fmt: skip  # in deciding order
    assert "Question 1. Someone is in danger now." in text
    assert text.rstrip().endswith("get advice.")
    assert "If no: Get advice" in text
    for rule in EDITION.rules:
        assert f"({rule.name})" in text
    assert "rests on: The person is a child in law" in text


def test_an_edition_without_rules_still_ends_in_advice() -> None:
    text = draw(replace(PACK, rules=()).on(SWITCH), format="text")
    assert "Question" not in text
    assert "z[" in draw(replace(PACK, rules=()).on(SWITCH), format="mermaid")
    assert _svg(None, replace(PACK, rules=()).on(SWITCH)) is not None


def test_several_emergency_rules_share_one_question() -> None:
    rules = (*PACK.rules, replace(PACK.rules[0], name="danger-too"))
    assert "Does an emergency rule apply?" in draw(replace(PACK, rules=rules).on(SWITCH), format="text")


def test_a_rule_is_opened_down_to_its_facts() -> None:
    text = draw(EDITION, rule="private", format="text")
    assert "Not so: The person is a child in law" in text
    assert "How old is the child? “13, 14 or 15” or “16 or 17”" in text
    assert "Unless one of these stands:" in text
    assert "It applies when any of these:" in text
    assert "It applies when:" in draw(EDITION, rule="ask", format="text")
    assert "Unless" not in draw(EDITION, rule="danger-share", format="text")


def test_a_finding_is_opened_once() -> None:
    text = draw(EDITION, finding="needs", format="text")
    assert text.count("How old is the child?") == 1
    assert text.count("(opened above)") == 1


def test_many_overriding_rules_are_counted_by_theme() -> None:
    many = tuple(replace(PACK.rules[2], name=f"help-{i}", overrides=("ask",)) for i in range(9))
    assert "Duties: 9 rules" in draw(replace(PACK, rules=(*PACK.rules, *many)).on(SWITCH), rule="ask", format="text")


@pytest.mark.parametrize("what", CHARTS, ids=str)
def test_every_format_says_the_same(what: What) -> None:
    drawn = " ".join("".join(each.itertext()) for each in _svg(what).iter(f"{SVG}tspan"))
    mermaid = _drawn(what, "mermaid")
    for line in _drawn(what, "text").splitlines():
        first = re.sub(r"^\s*- (?:Question \d+\. |If (?:yes|no): )?", "", line).split("(")[0].split(":")[0].strip()
        if what and "?" in first and "{" not in first:
            assert re.sub(r"\s+", "", first.split("?")[0]) in re.sub(r"\s+", "", drawn)
            assert escaped(first.split("?")[0]) in mermaid


@pytest.mark.parametrize("what", CHARTS, ids=str)
def test_mermaid_has_only_nodes_edges_and_classes(what: What) -> None:
    head, title, about, *rest = _drawn(what, "mermaid").splitlines()
    assert head in ("flowchart TD", "flowchart LR")
    assert title.startswith("  accTitle: ")
    assert about.startswith("  accDescr: ")
    label = r'"[^"<>`\[\]{}|\\]*(?:<br/>[^"<>`\[\]{}|\\]*)?"'
    node = re.compile(rf"  \w+(?:\[{label}\]|\{{{label}\}}|\(\[{label}\]\))(?::::is\w+)?")
    edge = re.compile(r"  \w+ (?:-->(?:\|(?:yes|no)\|)?|---) \w+")
    style = re.compile(r"  classDef is\w+ [\w:#,]+;")
    for line in rest:
        assert node.fullmatch(line) or edge.fullmatch(line) or style.fullmatch(line), line


def test_words_of_a_pack_stay_words() -> None:
    for what in (("rule", "private"), ("theme", "private")):
        assert "<script" not in _drawn(what)
        assert "<script" not in _drawn(what, "mermaid")
    assert escaped('a "b" #c; <d>') == "a #quot;b#quot; #35;c#59; #lt;d#gt;"
    control = replace(PACK.rules[4], reason="a\x00b\x1bc")
    assert _svg(("rule", "ask"), replace(PACK, rules=(control,)).on(SWITCH)) is not None
    assert NASTY in draw(EDITION, rule="private", format="text")


def test_the_same_edition_gives_the_same_bytes() -> None:
    for what in CHARTS:
        for form in ("svg", "mermaid", "text"):
            assert _drawn(what, form) == _drawn(what, form, PACK.on(SWITCH))


@pytest.mark.parametrize("seed", range(8))
def test_any_edition_can_be_drawn(seed: int) -> None:
    edition = drawn_edition(seed)
    assert _svg(None, edition) is not None
    for rule in edition.rules:
        assert _svg(("rule", rule.name), edition) is not None
        assert draw(edition, rule=rule.name, format="text").startswith(f"- Rule {rule.name}")


def test_what_is_not_there_cannot_be_drawn() -> None:
    for kind in ("theme", "rule", "finding"):
        with pytest.raises(NothingToDrawError) as refused:
            _drawn((kind, "gone"))
        assert (refused.value.kind, refused.value.name) == (kind, "gone")
        assert refused.value.known
    with pytest.raises(ValueError, match="no format png"):
        draw(EDITION, format="png")
    with pytest.raises(ValueError, match="at a time"):
        draw(EDITION, rule="ask", theme="private")


def test_words_are_wrapped_to_the_room_there_is() -> None:
    assert wrapped("", 14, 100) == ()
    text = wrapped("a rather long sentence with unbelievablylongwordsinit and-a-hyphenated-one", 14, 90)
    assert all(width(line, 14) <= 90 for line in text)
    assert "".join(text).replace(" ", "") == "aratherlongsentencewithunbelievablylongwordsinitand-a-hyphenated-one"
