"""`sharewell determine`: the contract for machines, and the page for people."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sharewell.cli.day import today
from sharewell.policy.outcome import Outcome
from sharewell.policy.package import PackageOutcome
from sharewell.policy.rule import Effect
from tests.cli.drive import call, toy

FRIEND = ("fire=no", "recipient-kind=friend", "owner-says=yes", "checks=none")
CITE = {"source": str, "title": str, "at": str, "standing": str}
RULE = {
    "rule": str,
    "effect": str,
    "reason": str,
    "todo": str,
    "cites": [CITE],
    "days": {"from": (str, type(None)), "to": (str, type(None)), "known_from": (str, type(None)), "dormant": bool},
}
SHAPE: dict[str, Any] = {
    "outcome": str,
    "on": str,
    "pack": {"name": str, "version": str, "digest": str},
    "applied": [RULE],
    "overridden": [RULE],
    "safeguards": [
        {"safeguard": str, "text": str, "place": str, "blocking": bool, "leaves_out": bool, "cites": [CITE]}
    ],
    "bases": [{"basis": str, "kind": str, "text": str, "cites": [CITE]}],
    "instead": [str],
    "open": [str],
    "flips": [{"fact": str, "answer": str, "instead_of": (str, type(None)), "outcome": str}],
    "possible": [str],
    "declared": [{"fact": str, "answer": str}],
    "not_known": [str],
    "contradictions": [{"facts": [str], "because": str}],
    "advice": [{"advice": str, "ask": dict, "cites": [CITE]}],
    "myths": [{"myth": str, "believed": str, "truth": str, "cites": [CITE]}],
    "todo": [{"rule": str, "todo": str}],
    "open_safeguards": [
        {"safeguard": str, "text": str, "place": str, "blocking": bool, "leaves_out": bool, "facts": [str]}
    ],
}


def faults(found: Any, shape: Any, where: str = "") -> list[str]:
    """Where data differs from a shape: same keys, right types, all the way down."""
    if isinstance(shape, dict):
        if not isinstance(found, dict) or found.keys() != shape.keys():
            return [f"{where}: {sorted(found) if isinstance(found, dict) else found}"]
        return [fault for key, part in shape.items() for fault in faults(found[key], part, f"{where}.{key}")]
    if isinstance(shape, list):
        if not isinstance(found, list):
            return [f"{where}: not a list"]
        return [fault for i, each in enumerate(found) for fault in faults(each, shape[0], f"{where}[{i}]")]
    return [] if isinstance(found, shape) else [f"{where}: {found!r}"]


@pytest.mark.parametrize(
    "answers",
    [
        (),
        FRIEND,
        ("fire=yes", "recipient-kind=medic", "checks=some", "stolen=yes", "lamp=dim"),
        ("owner-says=no", "recipient-kind=stranger"),
        ("recipient-kind=thief", "owner-says=yes"),
        ("recipient-kind=not-known", "fire=no", "owner-says=yes", "checks=not-known"),
    ],
)
def test_every_answer_has_the_one_shape(answers: tuple[str, ...]) -> None:
    said = toy(*answers, *(() if answers else ("-",)), stdin="{}")
    assert said.code == 0
    assert faults(said.data, SHAPE) == []
    assert said.data["outcome"] in {outcome.value for outcome in Outcome}
    assert {rule["effect"] for rule in said.data["applied"]} <= {effect.value for effect in Effect}
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", said.data["pack"]["digest"])


def test_a_settled_case() -> None:
    said = toy(*FRIEND).data
    assert said["outcome"] == "should-share"
    assert said["on"] == "2026-01-01"
    assert [rule["rule"] for rule in said["applied"]] == ["lend-with-a-yes"]
    assert said["applied"][0]["cites"] == [
        {"source": "lore", "title": "Bicycle lore", "at": "verse 4", "standing": "read"}
    ]
    assert [(step["safeguard"], step["place"], step["blocking"]) for step in said["safeguards"]] == [
        ("name-and-number", "first", True),
        ("look-after", "after", False),
    ]
    assert said["open"] == []
    assert {"fact": "brakes", "answer": "good"} in said["declared"]
    assert {"fact": "owner-says", "answer": "no", "instead_of": "yes", "outcome": "must-not-share"} in said["flips"]


def test_danger_is_asked_before_all_and_nothing_else_waits() -> None:
    assert toy("-", stdin="{}").data["open"][0] == "fire"
    said = toy("fire=yes", "recipient-kind=friend").data
    assert said["outcome"] == "should-share"
    assert said["todo"] == [{"rule": "fire-lend", "todo": "Ring for help now."}]


def test_a_ban_names_others() -> None:
    said = toy("recipient-kind=thief", "fire=no", "owner-says=not-asked", "checks=none").data
    assert said["outcome"] == "must-not-share"
    assert said["instead"] == ["friend"]


def test_a_contradiction_is_named() -> None:
    said = toy("fire=no", "recipient-kind=friend", "owner-says=yes", "checks=none", "brakes=bad").data
    assert said["contradictions"][0]["facts"] == ["brakes", "checks"]


@pytest.mark.parametrize(
    ("day", "outcome"), [("2023-12-31", "weigh"), ("2024-01-01", "must-not-share"), ("2019-01-01", "refer")]
)
def test_each_day_has_its_rules(day: str, outcome: str) -> None:
    answers = ("fire=no", "recipient-kind=friend", "owner-says=no", "checks=none")
    said = call("determine", "--pack", "bicycle", "--on", day, "--format", "json", *answers)
    assert (said.data["outcome"], said.data["on"]) == (outcome, day)


def test_without_a_day_it_is_today() -> None:
    said = call("determine", "--pack", "bicycle", "--format", "json", "fire=no").data
    assert said["on"] == today().isoformat()


def test_a_file_may_carry_its_day_and_the_option_counts_before_it(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("on: 2023-06-01\nfacts:\n  fire: no\n", encoding="utf-8")
    assert call("determine", "--pack", "bicycle", "--format", "json", str(file)).data["on"] == "2023-06-01"
    assert toy(str(file)).data["on"] == "2026-01-01"


def test_dormant_law_can_be_previewed_and_a_rule_left_out() -> None:
    answers = (
        "fire=no",
        "recipient-kind=friend",
        "owner-says=yes",
        "checks=some",
        "brakes=bad",
        "lamp=broken",
        "stolen=no",
    )
    assert toy(*answers).data["outcome"] == "not-yet"
    assert toy(*answers, "--preview").data["outcome"] == "must-not-share"
    assert toy(*answers, "--without", "mend-first").data["outcome"] == "should-share"
    assert toy(*answers, "--without", "@repair").data["outcome"] == "should-share"


def test_a_local_pack_narrows() -> None:
    answers = (
        "fire=no",
        "recipient-kind=stranger",
        "owner-says=yes",
        "checks=some",
        "brakes=good",
        "lamp=dim",
        "stolen=no",
    )
    assert toy(*answers).data["outcome"] == "may-share"
    said = call("determine", "--pack", "lane", "--on", "2026-01-01", "--format", "json", *answers).data
    assert (said["outcome"], said["pack"]["name"]) == ("ask-first", "lane")


@pytest.mark.parametrize(
    "text",
    [
        "fire: no\nrecipient-kind: friend\nowner-says: yes\nchecks: none\n",
        'fire: "no"\nrecipient-kind: "friend"\nowner-says: \'yes\'\nchecks: none # sound\n',
        "{fire: no, recipient-kind: friend, owner-says: yes, checks: none}",
        '{"fire": "no", "recipient-kind": "friend", "owner-says": "yes", "checks": "none"}',
        '{"fire": false, "recipient-kind": "friend", "owner-says": true, "checks": "none"}',
        '{"facts": {"fire": "no", "recipient-kind": "friend"}, "owner-says": "yes", "checks": "none", "id": 7}',
        "\ufeff" + json.dumps({"fire": "no", "recipient-kind": "friend", "owner-says": "yes", "checks": "none"}),
        "fire: no\r\nrecipient-kind: friend\r\nowner-says: yes\r\nchecks: none\r\n",
    ],
)
def test_yaml_and_json_say_the_same(text: str) -> None:
    assert toy("-", stdin=text).data["outcome"] == "should-share"


def test_what_is_typed_counts_before_the_file() -> None:
    said = toy("-", "owner-says=no", stdin="fire: no\nrecipient-kind: friend\nowner-says: yes\nchecks: none\n")
    assert said.data["outcome"] == "must-not-share"


PACKAGE = """
facts: {fire: no, owner-says: yes}
recipients:
  - {name: Alice, recipient-kind: friend}
  - {name: Bob, recipient-kind: thief}
items:
  - {name: the red one, checks: none}
  - {name: the blue one, checks: some, brakes: bad, stolen: no, lamp: bright}
"""


def test_a_package() -> None:
    said = toy(
        "-", stdin=PACKAGE.replace("owner-says: yes", "owner-says: not-asked").replace("not-asked}", "not-asked}")
    )
    assert said.code == 0
    assert [(each["recipient"], each["item"]) for each in said.data["determinations"]] == [
        ("Alice", "the red one"), ("Alice", "the blue one"), ("Bob", "the red one"), ("Bob", "the blue one"),
    ]  # fmt: skip
    assert [each["outcome"] for each in said.data["determinations"]] == [
        "ask-first", "not-yet", "must-not-share", "must-not-share",
    ]  # fmt: skip
    alice, bob = said.data["packages"]
    assert (alice["outcome"], alice["ask"], alice["not_yet"]) == ("not-yet", ["the red one"], ["the blue one"])
    assert (bob["outcome"], bob["leave_out"]) == ("share-none", ["the red one", "the blue one"])
    for each in said.data["determinations"]:
        assert faults({key: value for key, value in each.items() if key not in ("item", "recipient")}, SHAPE) == []


def test_a_package_of_items_alone_has_one_recipient() -> None:
    text = """
fire: no
owner-says: yes
recipient-kind: friend
items: [{checks: none}, {checks: some, brakes: bad, stolen: no, lamp: dim}]
"""
    said = toy("-", stdin=text).data
    (whole,) = said["packages"]
    assert whole["recipient"] is None
    assert whole["outcome"] in {outcome.value for outcome in PackageOutcome}
    assert (whole["share"], whole["not_yet"]) == (["item 1"], ["item 2"])


def test_a_package_as_a_page() -> None:
    said = call(
        "determine",
        "--pack",
        "bicycle",
        "--on",
        "2026-01-01",
        "-",
        stdin=PACKAGE.replace("owner-says: yes", "owner-says: not-asked"),
    )
    assert "Not yet with Alice" in said.out
    assert "Share none of it with Bob" in said.out
    assert "The red one to Alice" in said.out


def test_the_page_for_people() -> None:
    said = call("determine", "--pack", "bicycle", "--on", "2026-01-01", *FRIEND)
    text = " ".join(said.out.split())
    assert said.code == 0
    for part in (
        "Share: holding back would need a good reason",
        "The owner said yes to somebody trusted.",
        "You make the decision",
        "Write down who has it. Wait for this",
        "Source: Bicycle lore, verse 4. ● read in the source",
        "What does the owner say? If “No, keep it”: Do not share",
        "Are the brakes good? Yes, good.",
        "Pack bicycle 2026.1, sha256:",
        "The rules as they stood on 1 January 2026",
    ):
        assert part in text
    assert "\x1b" not in said.out


def test_danger_comes_above_all_on_the_page() -> None:
    said = call("determine", "--pack", "bicycle", "fire=yes", "recipient-kind=stranger")
    assert said.out.index("Ring 999 now") < said.out.index("Still open")


def test_weak_standing_is_told() -> None:
    said = call(
        "determine",
        "--pack",
        "bicycle",
        "--on",
        "2026-01-01",
        "fire=no",
        "checks=some",
        "brakes=bad",
        "stolen=no",
        "recipient-kind=friend",
        "owner-says=yes",
        "lamp=bright",
    )
    assert "○ from memory" in said.out
    assert "Weakest source relied on: from memory" in " ".join(said.out.split())


def test_it_fits_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    said = call("determine", "--pack", "bicycle", *FRIEND)
    assert max(map(len, said.out.splitlines())) <= 40


def test_not_known_says_whether_it_matters() -> None:
    said = call(
        "determine",
        "--pack",
        "bicycle",
        "--on",
        "2026-01-01",
        "fire=no",
        "recipient-kind=friend",
        "owner-says=not-known",
        "checks=none",
    )
    text = " ".join(said.out.split())
    assert "Get advice" in text
    assert "It could change this answer." in text
    assert "Who may know: owner or lender." in text
