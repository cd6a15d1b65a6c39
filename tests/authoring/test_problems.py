"""Packs that are not in order: every slip is found, with its place and what was probably meant."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from sharewell.authoring import PackProblems, Problem, check_pack, load_pack
from tests.authoring.kite import FILES, LOCAL, changed, write

RULES, CASES = "rules/lending.yaml", "cases/lending.yaml"

# file, what is written, what is written instead, code of the problem, part of its text
SLIPS = [
    ("facts.yaml", "group: People", "grupe: People", "unknown-key", "no key `grupe`; did you mean `group`?"),
    ("facts.yaml", "  question: Who borrows it?\n", "", "missing-key", "this fact has no `question`"),
    ("facts.yaml", "scope: item", "scope: thing", "unknown-word", "it is one of case, recipient, item"),
    ("facts.yaml", "- fact: string", "- fact: storm", "duplicate-name", "two with the name `storm`"),
    ("facts.yaml", "- fact: string", "- fact: String", "bad-name", "write `string`"),
    ("facts.yaml", "- fact: string", "- fact: kite_string", "bad-name", "write `kite-string`"),
    ("facts.yaml", "- fact: string", "- fact: not", "reserved-name", "cannot be called `not`"),
    ("facts.yaml", "{is: good, says: Good}", "{is: not-known, says: Good}", "reserved-name", "not-known"),
    ("facts.yaml", "{is: good, says: Good}", "{is: frayed, says: Good}", "duplicate", "`frayed` is here twice"),
    ("facts.yaml", "{is: good, says: Good}, ", "", "one-answer", "at least two answers"),
    ("facts.yaml", "answer: good,", "answer: goood,", "unknown-answer", "did you mean `good`?"),
    ("facts.yaml", "unless: {recipient-kind: [stranger]}", "unless: trusted", "finding-in-quiet", "only facts"),
    ("facts.yaml", "unless: {recipient-kind: [stranger]}", "unless: {string: good}", "loop", "`string` -> `string`"),
    ("facts.yaml", "likely: {friend: 80", "likely: {freind: 80", "unknown-answer", "did you mean `friend`?"),
    ("facts.yaml", "likely: {friend: 80", "likely: {friend: most", "not-a-number", "a whole number, not `most`"),
    ("facts.yaml", "likely: {friend: 80", "likely: {friend: -1", "not-a-number", "`-1`"),
    ("facts.yaml", "cuts: [10]", "cuts: [10, 5]", "cuts", "youngest first"),
    ("facts.yaml", "after: [storm]", "after: [strom]", "unknown-fact", "did you mean `storm`?"),
    ("facts.yaml", "after: [storm]", "after: [recipient-kind]", "loop", "after itself"),
    ("facts.yaml", "first: yes", "first: true", "unknown-word", "`first` cannot be `true`"),
    ("facts.yaml", "who: [lender]", "who: lender", "wrong-shape", "write [lender]"),
    ("facts.yaml", "who: [lender]", "who: []", "empty", "`who` is empty"),
    ("facts.yaml", "why: It decides most.", "why:", "empty", "`why` is empty"),
    ("facts.yaml", "- fact: storm", "- just a word\n- fact: storm", "wrong-shape", "starts with `fact:`"),
    ("findings.yaml", "{string: good}", "{string: good, storm: no}", "bad-condition", "exactly one key, not 2"),
    ("findings.yaml", "{string: good}", "{}", "bad-condition", "exactly one key, not 0"),
    ("findings.yaml", "{string: good}", "[string]", "bad-condition", "a condition is not a list"),
    ("findings.yaml", "{string: good}", "{string: []}", "empty", "an answer of `string`"),
    ("findings.yaml", "{string: good}", "{string: {good: yes}}", "wrong-shape", "is a list, not a mapping"),
    ("findings.yaml", "{string: good}", "{string: [good, good]}", "duplicate", "`good` is here twice"),
    ("findings.yaml", "{string: good}", '{string: "yes"}', "unknown-answer", "it is one of good, frayed"),
    ("findings.yaml", "{storm: \"yes\"}", "{storm: true}", "unknown-answer", "it is yes or no"),
    ("findings.yaml", "{string: good}", "string", "unknown-finding", "that is a fact: write {string: answer}"),
    ("findings.yaml", "{string: good}", "{trusted: yes}", "unknown-fact", "write `trusted` by itself"),
    ("findings.yaml", "{string: good}", "{any: []}", "bad-condition", "an empty `any` never holds"),
    ("findings.yaml", "{string: good}", "{any: good}", "bad-condition", "`any` takes a list"),
    ("findings.yaml", "all: [trusted", "all: [trustde", "unknown-finding", "did you mean `trusted`?"),
    ("findings.yaml", "all: [trusted", "all: [safe", "loop", "findings form a loop: `safe` -> `safe`"),
    (RULES, "effect: holds", "effect: hold", "unknown-word", "did you mean `holds`?"),
    (RULES, "reason: A frayed string breaks.", "reason: ' '", "empty", "`reason` is empty"),
    (RULES, "  todo: Mend it.\n", "", "missing-todo", "a rule that holds has no `todo`"),
    (RULES, "  cites: [{source: kite-lore, at: verse 4}]\n", "", "missing-key", "no `cites`"),
    (RULES, "[{source: kite-lore, at: verse 4}]", "[]", "empty", "`cites` is empty"),
    (RULES, "source: kite-lore, at: verse 4", "source: kite-law, at: verse 4", "unknown-source", "kite-lore"),
    (RULES, "source: kite-lore, at: verse 4", "source: kite-lore", "missing-key", "citation has no `at`"),
    (RULES, "standing: second-hand", "standing: heard", "unknown-word", "`standing` cannot be `heard`"),
    (RULES, "to: 2026-06-01", "to: 2019-06-01", "days", "it ends on 2019-06-01, not after it begins"),
    (RULES, "to: 2026-06-01", "to: 2026-02-30", "not-a-day", "there is no day `2026-02-30`"),
    (RULES, "to: 2026-06-01", "to: 1 June 2026", "not-a-day", "write YYYY-MM-DD"),
    (RULES, "to: 2026-06-01", "until: 2026-06-01", "unknown-key", "an in_force has no key `until`"),
    (RULES, "known_from: 2020-03-01", "known_from: 2020-01-01", "days", "leave `known_from` out"),
    (RULES, "dormant: yes", "dormant: no", "days", "no days in force"),
    (RULES, "dormant: yes", "dormant: yes\n  in_force: {from: 2020-01-01}", "days", "leave one"),
    (RULES, 'overrides: ["@repair"]', 'overrides: ["@repairs"]', "unknown-tag", "did you mean `@repair`?"),
    (RULES, 'overrides: ["@repair"]', "overrides: [repair]", "unknown-rule", 'write "@repair"'),
    (RULES, 'overrides: ["@repair"]', "overrides: [mend-frist]", "unknown-rule", "did you mean `mend-first`?"),
    (RULES, 'overrides: ["@repair"]', "overrides: [lend]", "loop", "cannot override itself"),
    (RULES, "instead: [teacher]", "instead: [teachers]", "unknown-recipient", "did you mean `teacher`?"),
    (RULES, "instead: [teacher]", "tags: [calm]", "tag-on-absolute-ban", "an absolute ban carries no tag"),
    (RULES, "- rule: lend\n", "- rule: no-storm\n", "duplicate-name", "lending.yaml:3:9"),
    (RULES, "  note: Not started.", "  effect: weighs", "duplicate-key", "`effect` is here twice"),
    ("safeguards/hands.yaml", "place: with", "place: within", "unknown-word", "did you mean `with`?"),
    ("safeguards/hands.yaml", "outcomes: [sharing]", "outcomes: [sharng]", "unknown-word", "did you mean `sharing`?"),
    ("bases/club.yaml", "kind: gateway", "kind: gate", "unknown-word", "did you mean `gateway`?"),
    ("advice.yaml", "  outcome: refer\n", "", "missing-key", "neither `when` nor `outcome`"),
    ("advice.yaml", "outcome: refer", "outcome: no", "unknown-word", "`outcome` cannot be `no`"),
    ("advice.yaml", "{club: [the keeper, the chair], school: [the teacher]}", "{}", "empty", "nobody to ask"),
    ("sources.yaml", "kind: guidance", "kind: gossip", "unknown-word", "`kind` cannot be `gossip`"),
    ("sources.yaml", "standing: recalled", "standing: Recalled", "unknown-word", "did you mean `recalled`?"),
    ("sources.yaml", "https://example.org/kites", "example.org/kites", "bad-link", "starts with https://"),
    ("sources.yaml", "review_by: 2027-01-01", "review_by: 2027-13-01", "not-a-day", "no day `2027-13-01`"),
    ("families.yaml", "prohibits: [no-storm]", "prohibits: [no-strom]", "unknown-rule", "did you mean `no-storm`?"),
    ("families.yaml", "exception: lend", "exception: lent", "unknown-rule", "did you mean `lend`?"),
    ("families.yaml", "- exception: lend", "- excepts: lend", "missing-key", "`conflict:` or"),
    (CASES, "rule: no-storm", "rule: no-strom", "unknown-rule", "did you mean `no-storm`?"),
    (CASES, 'facts: {storm: "yes"}', 'facts: {strom: "yes"}', "unknown-fact", "did you mean `storm`?"),
    (CASES, 'facts: {storm: "yes"}', "facts: {storm: maybe}", "unknown-answer", "it is one of yes, no"),
    (CASES, "like: A friend on a fine day", "like: A friend on a fine Day", "unknown-case", "a fine day"),
    (CASES, "like: A friend on a fine day", "like: A friend, string not looked at", "loop", "loop"),
    (CASES, "  like: A friend on a fine day\n", "", "without", "it needs a `like`"),
    (CASES, "without: [string]", "without: [strings]", "unknown-fact", "did you mean `string`?"),
    (CASES, "outcome: must-not-share", "outcome: no", "unknown-word", "`outcome` cannot be `no`"),
    (CASES, "applied: [no-storm]", "applied: [storm]", "unknown-rule", "no rule `storm`"),
    (CASES, "name: the old kite", "name: the red kite", "duplicate", "`the red kite` is here twice"),
    (CASES, "name: the old kite, ", "", "missing-key", "no `name`"),
    (CASES, "on: 2026-01-05", "on: today", "not-a-day", "`today` is not a day"),
    (CASES, "    - {name: the red kite, string: good}", "    - red", "wrong-shape", "`items`"),
    (CASES, 'facts: {storm: "yes"}', "facts: storm", "wrong-shape", "`facts` is a mapping, not a word"),
    ("facts.yaml", "answers: [{is: good, says: Good}, {is: frayed, says: Frayed}]", "answers: x", "wrong-shape", ""),
    ("facts.yaml", "answers: [{is: good, says: Good}, {is: frayed, says: Frayed}]", "answers: []", "empty", "empty"),
    ("facts.yaml", "answers: [{is: good, says: Good}", "answers: [good", "wrong-shape", "a mapping, not a word"),
    ("facts.yaml", "bands: {from: date-of-birth, cuts: [10]}", "bands: 10", "wrong-shape", "`bands` is a mapping"),
    ("facts.yaml", "question: Who borrows it?", "question: [Who]", "wrong-shape", "one word or text, not a list"),
    ("facts.yaml", "- fact: string", f"- fact: {'s' * 81}", "bad-name", "at most 80 letters"),
    ("facts.yaml", "  scope: item", "  ticks: [{fact: storm, says: x}]", "tick", "either `is` or"),
    ("facts.yaml", "  scope: item", "  ticks: [{fact: strom, is: x, says: x}]", "unknown-fact", "`storm`?"),
    ("facts.yaml", "  scope: item", "  ticks: [{is: x, says: x}]", "missing-key", "this tick has no `fact`"),
    ("findings.yaml", "{string: good}", "''", "empty", "a condition is empty"),
    ("pack.toml", 'name = "kite"', 'name = "Kite"', "bad-name", "write `kite`"),
    ("pack.toml", 'version = "2026.1"', 'version = "1.0"', "bad-version", "write year.release"),
    ("pack.toml", 'version = "2026.1"', "version = 2026.1", "wrong-shape", "a text in quotes"),
    ("pack.toml", "first_day = 2020-01-01", 'first_day = "2020-01-01"', "not-a-day", "without quotes"),
    ("pack.toml", "first_day = 2020-01-01", "first_day = 2020-01-01T10:00:00", "not-a-day", "`first_day` is a day"),
    ("pack.toml", "[pack]", "[pact]", "missing-key", "no table `[pack]`"),
    ("pack.toml", "title", "tittle", "unknown-key", "did you mean `title`?"),
    ("pack.toml", '"Lending a kite"', '"Lending', "not-toml", "this is not TOML"),
    ("pack.toml", '"Lending a kite"', '""', "empty", "`title` is empty"),
    ("pack.toml", 'changes = "First release."', 'extends = "hill"', "missing-base", "there is no folder"),
    ("pack.toml", 'changes = "First release."', 'extends = "kite"', "bad-base", "cannot extend itself"),
]  # fmt: skip


def problems_of(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(PackProblems) as caught:
        load_pack(folder)
    return caught.value.problems


def shown(problems: tuple[Problem, ...]) -> str:
    return "\n".join(str(problem) for problem in problems)


@pytest.mark.parametrize(("file", "old", "new", "code", "told"), SLIPS, ids=lambda value: str(value)[:30])
def test_a_slip_is_told(tmp_path: Path, file: str, old: str, new: str, code: str, told: str) -> None:
    problems = problems_of(changed(tmp_path / "kite", file, old, new))
    meant = [problem for problem in problems if problem.code == code]
    assert meant, shown(problems)
    assert told in shown(tuple(meant))
    assert any(problem.file == str(tmp_path / "kite" / file) for problem in meant)
    if code not in ("missing-key", "not-toml"):
        assert all(problem.line for problem in meant if file != "pack.toml")


# What must not be in any file, with the place where it is told.
TEXTS = [
    (b"- fact: &a storm\n", "anchor", 1, 9),
    (b"- fact: &a storm\n- fact: *a\n", "alias", 2, 9),
    (b"- fact: !!str storm\n", "yaml-tag", 1, 9),
    (b"- fact: !python/object/apply:os.system [ls]\n", "yaml-tag", 1, 9),
    (b"- fact: storm\n\tgroup: x\n", "tab", 2, 1),
    (b"\xef\xbb\xbf- fact: storm\n", "byte-order-mark", 1, 1),
    (b"- fact: storm\n- fact: \xff\n", "not-utf-8", 2, 9),
    ("- fact: st\N{RIGHT-TO-LEFT OVERRIDE}orm\n".encode(), "unfit-character", 1, 11),
    ("- fact: st\N{ZERO WIDTH SPACE}orm\n".encode(), "unfit-character", 1, 11),
    (b'- fact: "st\\0orm"\n', "unfit-character", 1, 9),
    (b"- fact: storm\x00\n", "unfit-character", 1, 14),
    (b"- fact: a\n---\n- fact: b\n", "several-documents", 2, 1),
    (b"fact: storm\n", "wrong-shape", 1, 1),
    (b"just words\n", "wrong-shape", 1, 1),
    (b"- [storm\n", "not-yaml", 2, 1),
    (b"- fact: 'storm\n", "not-yaml", 2, 1),
    (b"- {[a, b]: storm}\n", "key", 1, 4),
    (b"- fact: a\n  fact: b\n", "duplicate-key", 2, 3),
    (b"- " * 5000 + b"x\n", "too-deep", 1, 81),
    (b"[" * 100000 + b"]" * 100000, "too-deep", 1, 41),
    (b"- {" + b"a: {" * 5000, "too-deep", 1, 0),
    (b"- fact: " + b"x" * 30000 + b"\n", "too-long", 1, 9),
    (b"#" * 2_000_001, "too-large", 0, 0),
    (b"- x\n" * 250_000, "too-many", 0, 0),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "code", "line", "column"), TEXTS, ids=lambda value: str(value)[:24])
def test_a_text_that_no_pack_may_have(tmp_path: Path, raw: bytes, code: str, line: int, column: int) -> None:
    folder = write(tmp_path / "kite")
    (folder / "facts.yaml").write_bytes(raw)
    found = [problem for problem in problems_of(folder) if problem.code == code]
    assert found
    assert not line or found[0].line == line
    assert not column or found[0].column == column


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    folder = changed(tmp_path / "kite", "rules/lending.yaml", "effect: holds", "effect: hold")
    (folder / "facts.yaml").write_text(FILES["facts.yaml"].replace("group", "grupe"), encoding="utf-8")
    (folder / "pack.toml").write_text(FILES["pack.toml"].replace("2026.1", "one"), encoding="utf-8")
    assert {Path(problem.file).name for problem in problems_of(folder)} >= {"pack.toml", "facts.yaml"}
    (folder / "pack.toml").write_text(FILES["pack.toml"], encoding="utf-8")
    problems = problems_of(folder)
    assert {Path(problem.file).name for problem in problems} == {"facts.yaml", "lending.yaml"}
    assert list(problems) == sorted(problems)


@pytest.mark.parametrize("name", ["pack.toml", "facts.yaml", "sources.yaml", "rules/lending.yaml"])
def test_a_missing_file(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "kite")
    (folder / name).unlink()
    assert "missing-file" in {problem.code for problem in problems_of(folder)}


def test_a_missing_folder(tmp_path: Path) -> None:
    assert [problem.code for problem in problems_of(tmp_path / "kite")] == ["missing-folder"]


@pytest.mark.parametrize(
    "name", ["facts.yml", "rule/harm.yaml", "rules/harm.yml", "pak.toml", "rules/deep.yaml/x.yaml"]
)
def test_a_file_that_nothing_reads(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "kite", FILES | {name: "- rule: x\n"})
    assert {"stray-file", "unreadable"} & {problem.code for problem in problems_of(folder)}


@pytest.mark.parametrize("name", ["facts.yaml", "pack.toml", "rules/lending.yaml"])
def test_a_folder_in_place_of_a_file(tmp_path: Path, name: str) -> None:
    folder = write(tmp_path / "kite")
    (folder / name).unlink()
    (folder / name).mkdir()
    assert "unreadable" in {problem.code for problem in problems_of(folder)}


def test_links_that_lead_nowhere_or_round(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite")
    (folder / "myths.yaml").unlink()
    (folder / "myths.yaml").symlink_to(folder / "nowhere.yaml")
    (folder / "advice.yaml").unlink()
    (folder / "advice.yaml").symlink_to(folder / "advice.yaml")
    codes = {(Path(problem.file).name, problem.code) for problem in problems_of(folder)}
    assert {("myths.yaml", "missing-file"), ("advice.yaml", "unreadable")} <= codes


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite", {name: text for name, text in FILES.items() if "/" not in name})
    (folder / "rules").write_text("- rule: x\n", encoding="utf-8")
    assert "unreadable" in {problem.code for problem in problems_of(folder)}


def test_the_problems_of_the_pack_below(tmp_path: Path) -> None:
    changed(tmp_path / "kite", "rules/lending.yaml", "effect: holds", "effect: hold")
    problems = problems_of(write(tmp_path / "beach", LOCAL))
    assert [(Path(problem.file).parts[-3:], problem.code) for problem in problems] == [
        (("kite", "rules", "lending.yaml"), "unknown-word")
    ]


def test_a_local_pack_on_a_local_pack(tmp_path: Path) -> None:
    write(tmp_path / "kite")
    write(tmp_path / "beach", LOCAL)
    pier = LOCAL | {"pack.toml": LOCAL["pack.toml"].replace("beach", "pier").replace('"kite"', '"beach"')}
    assert {problem.code for problem in problems_of(write(tmp_path / "pier", pier))} == {"bad-base"}


def test_a_base_that_calls_itself_something_else(tmp_path: Path) -> None:
    changed(tmp_path / "kite", "pack.toml", '"kite"', '"dragon"')
    assert {problem.code for problem in problems_of(write(tmp_path / "beach", LOCAL))} == {"bad-base"}


def test_a_local_rule_with_the_name_of_a_national_one(tmp_path: Path) -> None:
    write(tmp_path / "kite")
    local = LOCAL | {"rules/beach.yaml": LOCAL["rules/beach.yaml"].replace("ask-the-lifeguard", "licence")}
    assert "it is in the pack below" in shown(problems_of(write(tmp_path / "beach", local)))


def test_overrides_in_a_loop_on_some_day(tmp_path: Path) -> None:
    folder = changed(tmp_path / "kite", "rules/lending.yaml", "todo: Mend it.", "todo: Mend it.\n  overrides: [lend]")
    (problem,) = problems_of(folder)
    assert problem.code == "loop"
    assert "overrides on 2020-01-01 form a loop" in problem.what


def test_overrides_in_a_loop_on_no_day(tmp_path: Path) -> None:
    folder = changed(tmp_path / "kite", "rules/lending.yaml", "todo: Mend it.", "todo: Mend it.\n  overrides: [lend]")
    path = folder / "rules/lending.yaml"
    later = (
        path.read_text()
        .replace("known_from: 2020-03-01", "")
        .replace("at: verse 4}]\n  in_force: {from: 2020-01-01}", "at: verse 4}]\n  in_force: {from: 2026-06-01}")
    )
    path.write_text(later)
    assert load_pack(folder).name == "kite"


def test_quiet_answers_in_a_loop(tmp_path: Path) -> None:
    folder = changed(
        tmp_path / "kite", "facts.yaml", "likely:", "quiet: {answer: friend, unless: {string: good}}\n  likely:"
    )
    assert [problem.code for problem in problems_of(folder)] == ["loop"]


def test_quiet_answers_one_inside_the_other_and_in_a_list(tmp_path: Path) -> None:
    old, inner = "{answer: good, unless: {recipient-kind: [stranger]}}", '{answer: frayed, unless: {storm: "no"}}'
    nested = old[:-1] + f", otherwise: {inner}}}"
    both = load_pack(changed(tmp_path / "kite", "facts.yaml", old, nested)).facts[2].declared
    assert [quiet.answer for quiet in both] == ["good", "frayed"]
    problems = problems_of(changed(tmp_path / "other", "facts.yaml", old, f"[{nested}]"))
    assert [problem.code for problem in problems] == ["quiet"]


@pytest.mark.parametrize("raw", [b"- [", b"\xff", b"fact: storm\n"])
def test_what_only_follows_from_a_file_that_cannot_be_read_is_not_told(tmp_path: Path, raw: bytes) -> None:
    folder = changed(tmp_path / "kite", "rules/lending.yaml", "effect: holds", "effect: hold")
    (folder / "facts.yaml").write_bytes(raw)
    codes = [problem.code for problem in problems_of(folder)]
    assert len(codes) == 2
    assert "unknown-word" in codes


def test_very_many_unfit_letters_are_not_all_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite")
    (folder / "facts.yaml").write_bytes(b"\t" * 1000)
    assert len(problems_of(folder)) < 120


def test_findings_that_rest_on_too_many_others(tmp_path: Path) -> None:
    chain = "".join(f"- finding: f{i}\n  means: x\n  when: f{i - 1}\n" for i in range(1, 3000))
    first = '- finding: f0\n  means: x\n  when: {storm: "yes"}\n'
    folder = write(tmp_path / "kite", FILES | {"findings.yaml": FILES["findings.yaml"] + first + chain})
    assert [problem.code for problem in problems_of(folder)] == ["too-deep"]


def test_cases_like_each_other_in_a_loop_are_told_once(tmp_path: Path) -> None:
    loop = "".join(f"- case: c{i}\n  on: 2026-01-05\n  like: c{(i + 1) % 2000}\n" for i in range(2000))
    folder = write(tmp_path / "kite", FILES | {"cases/loop.yaml": loop})
    assert [problem.code for problem in problems_of(folder)] == ["loop"]


def test_a_long_row_of_cases_like_each_other(tmp_path: Path) -> None:
    row = "".join(f"- case: c{i}\n  on: 2026-01-05\n  like: c{i + 1}\n" for i in range(2000))
    last = '- case: c2000\n  on: 2026-01-05\n  facts: {storm: "yes"}\n'
    pack = load_pack(write(tmp_path / "kite", FILES | {"cases/row.yaml": row + last}))
    assert {case.facts for case in pack.cases if case.name.startswith("c")} == {(("storm", "yes"),)}


def test_warnings_come_beside_problems(tmp_path: Path) -> None:
    folder = write(tmp_path / "kite")
    assert check_pack(folder, on=dt.date(2030, 1, 1))
    assert load_pack(folder).name == "kite"


def test_what_was_written_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    folder = changed(tmp_path / "kite", "rules/lending.yaml", "effect: holds", 'effect: "\\e[31mred"')
    assert "\x1b" not in shown(problems_of(folder))
