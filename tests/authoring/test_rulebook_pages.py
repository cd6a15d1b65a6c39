"""The rulebook as pages: well-formed, complete, nothing dangling, nothing from a pack taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sharewell.authoring.rulebook import rendered, rulebook, write_rulebook
from sharewell.authoring.rulebook.html_figure import outline_html
from sharewell.authoring.rulebook.html_page import STYLESHEET
from sharewell.authoring.rulebook.markdown import escaped
from tests.authoring.book_toys import LOCAL, NASTY, PACK

BOOK = rulebook(PACK)
TEXTS = rendered(BOOK)
HTML = {name: text for name, text in TEXTS.items() if name.endswith(".html")}
MARKDOWN = {name: text for name, text in TEXTS.items() if name.endswith(".md")}


def _tree(text: str) -> ET.Element:
    return ET.fromstring(text.removeprefix("<!DOCTYPE html>\n"))  # noqa: S314 - our own text


def _plain(element: ET.Element) -> str:
    return re.sub(r" (?=[,.:])", "", " ".join(" ".join(element.itertext()).split()))


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _articles(kind: str) -> Iterator[ET.Element]:
    for text in HTML.values():
        for element in _tree(text).iter("article"):
            if element.get("id", "").startswith(f"{kind}-"):
                yield element


@pytest.mark.parametrize("name", sorted(HTML))
def test_a_page_is_well_formed_and_self_contained(name: str) -> None:
    root = _tree(HTML[name])
    names = [_name(element) for element in root.iter()]
    assert not {"script", "iframe", "object", "img", "style"} & set(names)
    assert names.count("main") == names.count("h1") == 1
    assert [link.get("href") for link in root.iter("link")] == [STYLESHEET]
    for element in root.iter():
        assert element.get("style") is None
        assert not any(key.startswith("on") for key in element.attrib)
        assert not (element.get("href") or "").startswith("javascript:")


@pytest.mark.parametrize("name", sorted(HTML))
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    levels = [int(_name(each)[1]) for each in _tree(HTML[name]).iter() if re.fullmatch(r"h[1-6]", _name(each))]
    main = levels[levels.index(1) :]
    assert all(later - earlier <= 1 for earlier, later in pairwise(main))


@pytest.mark.parametrize("name", sorted(HTML))
def test_landmarks_tables_and_the_skip_link(name: str) -> None:
    root = _tree(HTML[name])
    assert root.get("lang") == "en-GB"
    assert next(root.iter("a")).get("href") == "#main"
    assert all(nav.get("aria-label") or nav.get("aria-labelledby") for nav in root.iter("nav"))
    for table in root.iter("table"):
        assert table.find("caption") is not None
        assert all(cell.get("scope") in ("col", "row") for cell in table.iter("th"))


@pytest.mark.parametrize("texts", [HTML, MARKDOWN], ids=["html", "md"])
def test_no_link_dangles_and_no_anchor_stands_twice(texts: dict[str, str]) -> None:
    found = {name: re.findall(r'\bid="([^"]+)"', text) for name, text in texts.items()}
    for name, ids in found.items():
        assert len(ids) == len(set(ids)), name
    for name, text in texts.items():
        for target in re.findall(r'\bhref="([^"]+)"' if texts is HTML else r"(?<!\\)\]\(([^)]+)\)", text):
            if target.startswith("https://") or target == STYLESHEET:
                continue
            page, _, anchor = target.partition("#")
            assert (page or name) in texts, target
            assert not anchor or anchor in found[page or name], target


def test_every_rule_is_shown_once_with_reason_source_standing_and_days() -> None:
    shown = list(_articles("rule"))
    assert [each.get("id") for each in shown] == [f"rule-{entry.rule.name}" for entry in BOOK.rules]
    for element, entry in zip(shown, BOOK.rules, strict=True):
        text = _plain(element)
        assert " ".join(entry.rule.reason.split()) in text
        assert entry.days[1:] in text
        assert entry.pinpoint in text
        assert len([each for each in element.iter("span") if (each.get("class") or "").startswith("standing ")]) == len(
            entry.rule.cites
        )


def test_what_a_rule_shows() -> None:
    text = {element.get("id"): _plain(element) for element in _articles("rule")}
    for words in (
        "The law requires you to share", "It replaced The law says help.", "A teacher is asked",
        "on 2 March 2026: it applies", "What to do Ring back.", "Who instead 16 or 17", "From knowledge, to be checked",
        "Read in the source",
        "Note Takes the place of help-2008.", "1 rule tagged “confidence”",
    ):  # fmt: skip  # a list of words
        assert words in text["rule-help-2024"]
    assert "Every other rule" in text["rule-danger-share"]
    assert "until 30 April 2024 (2024-05-01)" in text["rule-help-2008"]
    assert "Awaiting legal sign-off" in text["rule-ask"]
    assert "Always" in text["rule-ask"]
    assert "No case yet." in text["rule-late"]


def test_facts_findings_and_the_rest_are_shown() -> None:
    fact = {element.get("id"): _plain(element) for element in _articles("fact")}
    assert "Yes, unless the answers given make this so:" in fact["fact-needed"]
    assert "Otherwise: No, unless" in fact["fact-needed"]
    assert "Ages are bands." in fact["fact-age"]
    assert "It is not needed: Is it needed? No" in fact["fact-checks"]
    assert "The age matters: How old is the child? asked next" in fact["fact-checks"]
    assert len(list(_articles("finding"))) == 2
    (step,) = _articles("safeguard")
    assert "The sharing waits for it" in _plain(step)
    assert "Public task" in _plain(*_articles("basis"))
    assert "lead, then team." in _plain(*_articles("advice"))
    assert "“It is confidential”" in _plain(*_articles("myth"))
    assert 'href="javascript:' not in HTML["sources.html"]


def test_the_day_of_reading_marks_today_and_what_is_due() -> None:
    texts = rendered(rulebook(PACK, on=date(2027, 6, 1)))
    assert "<strong>today</strong>" in texts["days.html"]
    assert "Due for review since 1 January 2027" in texts["sources.html"]
    assert "today" not in TEXTS["days.md"]


def test_a_local_rule_says_so() -> None:
    assert "Local rule" in rendered(rulebook(LOCAL))["law.html"]
    assert "Local rule" not in HTML["law.html"]


def test_words_of_a_pack_stay_words() -> None:
    assert "<script" not in "".join(HTML.values())
    assert "&lt;script&gt;" in HTML["law.html"]
    assert "<script" not in "".join(MARKDOWN.values())
    assert escaped(NASTY) in MARKDOWN["law.md"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. one", "1\\. one"), ("- dash", "\\- dash"), ("a_b*c", "a\\_b\\*c"), ("<b> & c", "&lt;b&gt; &amp; c"),
        ("two\nlines", "two lines"), ("12) twelve", "12\\) twelve"), ("1.5 hours", "1.5 hours"), ("a | b", "a \\| b"),
    ],
)  # fmt: skip  # pairs
def test_markdown_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_an_outline_becomes_nested_lists() -> None:
    assert outline_html("- a\n  - b\n    - <c>\n- d\n") == (
        "<ul><li>a<ul><li>b<ul><li>&lt;c&gt;</li></ul></li></ul></li><li>d</li></ul>"
    )


def test_the_same_pack_gives_the_same_bytes(tmp_path: Path) -> None:
    one = write_rulebook(PACK, tmp_path / "one")
    other = write_rulebook(PACK, str(tmp_path / "other"))
    assert [path.name for path in one] == [path.name for path in other] == sorted(TEXTS)
    assert all(a.read_bytes() == b.read_bytes() for a, b in zip(one, other, strict=True))


def test_formats(tmp_path: Path) -> None:
    assert {path.suffix for path in write_rulebook(PACK, tmp_path, formats=("md",))} == {".md"}
    with pytest.raises(ValueError, match="no format pdf"):
        write_rulebook(PACK, tmp_path, formats=("pdf",))
