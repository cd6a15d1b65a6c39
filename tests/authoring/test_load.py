"""Loading packs that are in order."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sharewell.authoring import PackProblems, check_pack, load_pack
from sharewell.policy.codec import digest_of, pack_of, release_of
from sharewell.policy.condition import ALWAYS, AllOf, FactIs, FindingHolds, Not
from sharewell.policy.evaluate import determine
from sharewell.policy.fact import Bands, Quiet, Scope
from sharewell.policy.outcome import SHARING, Outcome
from sharewell.policy.pack import Pack
from sharewell.policy.rule import Effect, InForce
from sharewell.policy.source import Citation, Standing
from tests.authoring.kite import FACTS, FILES, LOCAL, changed, write

DAY = dt.date(2020, 1, 1)


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return load_pack(write(tmp_path / "kite"))


def test_the_manifest(pack: Pack) -> None:
    assert (pack.name, pack.version, pack.title) == ("kite", "2026.1", "Lending a kite")
    assert (pack.first_day, pack.extends, pack.changes) == (DAY, "", "First release.")


def test_the_digest_is_that_of_its_release(pack: Pack) -> None:
    assert pack.digest == digest_of(release_of(pack))
    assert pack_of(release_of(pack)) == pack


def test_a_fact(pack: Pack) -> None:
    storm, kind, string, age = pack.facts
    assert storm.first
    assert storm.question == "Storm: is one near?"
    assert storm.domain == ("yes", "no")
    assert (kind.group, kind.scope, kind.who, kind.after) == ("People", Scope.RECIPIENT, ("lender",), ("storm",))
    assert kind.likely == (80, 15, 1), "an answer that is left out weighs 1"
    assert string.quiet == Quiet("good", FactIs("recipient-kind", frozenset({"stranger"})))
    assert age.bands == Bands("date-of-birth", (10,))
    assert age.domain == ("5-9", "10-up")


def test_several_quiet_answers(tmp_path: Path) -> None:
    quiet = '[{answer: good, unless: {storm: "yes"}}, {answer: frayed, unless: {recipient-kind: friend}}]'
    old = "{answer: good, unless: {recipient-kind: [stranger]}}"
    string = load_pack(changed(tmp_path / "kite", "facts.yaml", old, quiet)).facts[2]
    assert [each.answer for each in string.declared] == ["good", "frayed"]


def test_a_checklist(tmp_path: Path) -> None:
    checklist = """- fact: checks
  question: Is any of this so?
  answers: [{is: none, says: None}, {is: some, says: Some}]
  ticks:
    - {fact: string, is: frayed, says: It is frayed}
    - {fact: storm, ask: "yes", says: The sky is dark}
"""
    write(tmp_path / "kite", FILES | {"facts.yaml": FACTS + checklist})
    ticks = load_pack(tmp_path / "kite").facts[-1].ticks
    assert [(tick.fact, tick.answer) for tick in ticks] == [("string", "frayed"), ("storm", "")]


def test_conditions(pack: Pack) -> None:
    trusted, safe = pack.findings
    assert trusted.when == FactIs("recipient-kind", frozenset({"friend", "teacher"}))
    good, storm = FactIs("string", frozenset({"good"})), FactIs("storm", frozenset({"yes"}))
    assert safe.when == AllOf((FindingHolds("trusted"), good, Not(storm)))
    assert pack.safeguards[0].when == ALWAYS


def test_a_rule(pack: Pack) -> None:
    no_storm, mend, lend, licence = pack.rules
    assert no_storm.effect is Effect.PROHIBITS
    assert no_storm.instead == ("teacher",)
    assert no_storm.cites == (Citation("kite-lore", "verse 2", Standing.READ, "never in a storm"),)
    assert mend.cites[1].standing is Standing.SECOND_HAND, "a citation may have a standing of its own"
    assert mend.in_force == InForce(DAY, dt.date(2026, 6, 1))
    assert (mend.tags, mend.todo, mend.theme) == (("repair",), "Mend it.", "lending")
    assert lend.overrides == ("@repair",)
    assert lend.in_force.known_from == dt.date(2020, 3, 1)
    assert licence.in_force.start is None
    assert licence.note == "Not started."


def test_what_goes_with_an_answer(pack: Pack) -> None:
    (gloves,) = pack.safeguards
    assert (gloves.blocks, gloves.leaves_out, gloves.outcomes) == (True, False, SHARING)
    assert pack.advice[0].outcomes == {Outcome.REFER}
    assert pack.advice[0].ask == (("club", ("the keeper", "the chair")), ("school", ("the teacher",)))
    assert pack.myths[0].outcomes == SHARING | {Outcome.WEIGH}
    assert pack.bases[0].kind == "gateway"


@pytest.mark.parametrize(
    "written", ["when: {outcome: refer}", "outcomes: [refer]", "when: {all: []}\n  outcome: refer"]
)
def test_advice_by_outcome(tmp_path: Path, written: str) -> None:
    advice = load_pack(changed(tmp_path / "kite", "advice.yaml", "outcome: refer", written)).advice[0]
    assert advice.when == ALWAYS
    assert advice.outcomes == {Outcome.REFER}


def test_families(pack: Pack) -> None:
    assert pack.families[0].requires == ("*",)
    assert pack.exceptions[0].rule == "lend"
    assert pack.exclusions[0].because == "Teachers are grown up."


def test_cases_stand_by_themselves(pack: Pack) -> None:
    fine, frayed, storm, _ = pack.cases
    assert dict(frayed.facts) == {"storm": "no", "recipient-kind": "friend", "string": "frayed"}
    assert dict(fine.facts)["string"] == "good"
    assert storm.items == (("the red kite", (("string", "good"),)), ("the old kite", (("string", "frayed"),)))
    assert storm.published is not None
    assert storm.published.also == ("ask",)
    assert fine.expect.not_applied == ("mend-first",)


def test_every_item_has_its_layer(pack: Pack) -> None:
    groups = (pack.facts, pack.findings, pack.rules, pack.safeguards, pack.bases, pack.advice, pack.myths, pack.cases)
    assert {item.layer for group in groups for item in group} == {"kite"}


def test_a_local_pack_holds_both_layers(tmp_path: Path) -> None:
    write(tmp_path / "kite")
    beach = load_pack(write(tmp_path / "beach", LOCAL))
    assert beach.layers == ("kite", "beach")
    assert beach.first_day == dt.date(2021, 1, 1)
    assert [(rule.name, rule.layer) for rule in beach.rules][-2:] == [
        ("licence", "kite"),
        ("ask-the-lifeguard", "beach"),
    ]
    case = beach.cases[-1]
    assert dict(case.facts)["recipient-kind"] == "friend", "a case may start from one of the pack below"
    assert determine(beach.on(case.on), dict(case.facts)).outcome is Outcome.ASK_FIRST
    assert determine(beach.on(case.on, up_to_layer="kite"), dict(case.facts)).outcome is Outcome.MAY_SHARE


def test_a_pack_in_order_has_no_problems(tmp_path: Path) -> None:
    assert check_pack(write(tmp_path / "kite"), on=DAY) == ()


def test_a_review_that_is_due_is_a_warning(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite")
    problems = check_pack(folder, on=dt.date(2027, 6, 1))
    assert {(problem.code, problem.warning) for problem in problems} == {("review-due", True)}
    assert str(problems[0]).startswith(
        f"{folder}/sources.yaml:1:11: warning: `kite-lore` was due for review by 2027-01-01"
    )
    assert load_pack(folder).name == "kite"


def test_lines_that_end_as_on_windows(tmp_path: Path, pack: Pack) -> None:
    other = tmp_path / "other"
    for name, text in FILES.items():
        path = other / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.replace("\n", "\r\n").encode())
    assert load_pack(other) == pack


def test_notes_and_releases_may_lie_in_the_folder(tmp_path: Path, pack: Pack) -> None:
    folder = tmp_path / "kite"
    write(folder, {"README.md": "A note.", "releases/2026.1.json": "{}", "rules/draft.txt": "later"})
    assert load_pack(folder) == pack


def test_a_section_keeps_the_letters_of_the_law(tmp_path: Path) -> None:
    folder = changed(tmp_path / "kite", "families.yaml", "licence-in-a-storm", "s16LA-in-a-storm")
    assert load_pack(folder).families[0].name == "s16LA-in-a-storm"


def test_problems_are_shown_one_a_line(tmp_path: Path) -> None:
    folder = changed(tmp_path / "kite", "rules/lending.yaml", 'when: {storm: "yes"}', 'when: {strom: "yes"}')
    with pytest.raises(PackProblems) as caught:
        load_pack(folder)
    assert str(caught.value) == f"{folder}/rules/lending.yaml:5:10: no fact `strom`; did you mean `storm`?"
    (problem,) = caught.value.problems
    assert (problem.code, problem.written, problem.line, problem.column) == ("unknown-fact", "strom", 5, 10)
