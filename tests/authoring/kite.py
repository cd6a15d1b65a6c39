"""A toy pack in writing, about lending a kite: one item of every kind, with comments, and nobody's law."""

from __future__ import annotations

from pathlib import Path

PACK = """[pack]
name = "kite"
version = "2026.1"
title = "Lending a kite"
first_day = 2020-01-01   # before this nobody lent
changes = "First release."
"""
FACTS = """# Everything a lender asks.

- fact: storm
  question: "Storm: is one near?"
  answers:
    - {is: "yes", says: "Yes"}   # look up
    - {is: "no", says: "No"}
  first: yes

- fact: recipient-kind
  group: People
  scope: recipient
  question: Who borrows it?
  help: One borrower at a time.
  why: It decides most.
  answers:
    - {is: friend, says: A friend}
    - {is: stranger, says: Somebody else}
    - {is: teacher, says: A teacher}
  who: [lender]
  likely: {friend: 80, stranger: 15}
  after: [storm]
- fact: string
  scope: item
  question: How is the string?
  answers: [{is: good, says: Good}, {is: frayed, says: Frayed}]
  quiet: {answer: good, unless: {recipient-kind: [stranger]}}
- fact: age-band
  question: How old is the borrower?
  answers: [{is: 5-9, says: 5 to 9}, {is: 10-up, says: 10 or older}]
  bands: {from: date-of-birth, cuts: [10]}
"""
SOURCES = """- source: kite-lore
  title: Kite lore
  kind: guidance
  publisher: The kite club
  standing: read
  read_on: 2026-01-02
  review_by: 2027-01-01
  link: https://example.org/kites
- source: old-lore
  title: Older lore
  kind: other
  publisher: Nobody
  standing: recalled
  review_by: 2027-01-01
  dated: 2019-05-05
"""
FINDINGS = """- finding: trusted
  means: The borrower is trusted
  when: {recipient-kind: [friend, teacher]}
  cites: [{source: kite-lore, at: verse 1}]
- finding: safe
  means: It can fly
  when: {all: [trusted, {string: good}, {not: {storm: "yes"}}]}
"""
RULES = """# Rules of lending.

- rule: no-storm
  effect: prohibits
  when: {storm: "yes"}
  reason: A kite in a storm is dangerous.
  instead: [teacher]
  cites: [{source: kite-lore, at: verse 2, gist: never in a storm}]
  in_force: {from: 2020-01-01}
  encoded: {on: 2026-01-02, checked: against the lore}

- rule: mend-first
  effect: holds
  tags: [repair]
  when: {string: [frayed, not-known]}
  reason: A frayed string breaks.
  todo: Mend it.
  cites: [{source: kite-lore, at: verse 3}, {source: old-lore, at: page 4, standing: second-hand}]
  in_force: {from: 2020-01-01, to: 2026-06-01}
- rule: lend
  effect: permits
  when: safe
  reason: It can fly and you trust them.
  overrides: ["@repair"]
  cites: [{source: kite-lore, at: verse 4}]
  in_force: {from: 2020-01-01}
  known_from: 2020-03-01
- rule: licence
  effect: requires
  when: {any: [{storm: "no"}, trusted]}
  reason: One day a licence is needed.
  cites: [{source: old-lore, at: page 5}]
  dormant: yes
  note: Not started.
"""
SAFEGUARDS = """- safeguard: gloves
  place: with
  blocks: yes
  text: Give gloves.
  when: {all: []}
  outcomes: [sharing]
  leaves-out: no
  cites: [{source: kite-lore, at: verse 5}]
  in_force: {from: 2020-01-01}
"""
BASES = """- basis: club-rule
  kind: gateway
  text: The club says so
  when: trusted
  cites: [{source: kite-lore, at: verse 6}]
  in_force: {from: 2020-01-01}
"""
ADVICE = """- advice: unsettled
  outcome: refer
  ask: {club: [the keeper, the chair], school: [the teacher]}
  cites: [{source: kite-lore, at: verse 7}]
"""
MYTHS = """- myth: kites-are-toys
  believed: It is only a toy.
  truth: Strings cut.
  when: {any: [trusted, {storm: "yes"}]}
  outcomes: [sharing, weigh]
  cites: [{source: kite-lore, at: verse 8}]
  in_force: {from: 2020-01-01}
"""
FAMILIES = """- conflict: licence-in-a-storm
  prohibits: [no-storm]
  requires: ["*"]
  because: Ask the keeper.
- exception: lend
  proof: more-danger-never-less
  because: A toy.
- excludes: strange-teacher
  never: {all: [{recipient-kind: teacher}, {age-band: 5-9}]}
  because: Teachers are grown up.
"""
CASES = """- case: A friend on a fine day
  rule: lend
  on: 2026-01-05
  facts: {storm: "no", recipient-kind: friend, string: good}
  expect: {outcome: may-share, applied: [lend], not-applied: [mend-first], safeguards: [gloves]}
- case: A friend, string not looked at
  rule: mend-first
  on: 2026-01-05
  like: A friend on a fine day
  without: [string]
  facts: {string: frayed}
  expect: {outcome: not-yet, applied: [mend-first]}
- case: A storm
  rule: no-storm
  on: 2026-01-05
  facts: {storm: "yes"}
  items:
    - {name: the red kite, string: good}
    - {name: the old kite, string: frayed}
  recipients:
    - {name: Ann, recipient-kind: friend}
  expect: {outcome: must-not-share, applied: [no-storm]}
  published: {id: club-1, publisher: The kite club, title: Storms, says: hold, also: [ask], dated: about 2020}
  note: Two kites.
- case: A licence, one day
  rule: licence
  on: 2026-01-05
  facts: {storm: "no", recipient-kind: friend, string: good}
  expect: {outcome: must-share, applied: [licence]}
"""

FILES = {
    "pack.toml": PACK,
    "facts.yaml": FACTS,
    "sources.yaml": SOURCES,
    "findings.yaml": FINDINGS,
    "rules/lending.yaml": RULES,
    "safeguards/hands.yaml": SAFEGUARDS,
    "bases/club.yaml": BASES,
    "advice.yaml": ADVICE,
    "myths.yaml": MYTHS,
    "families.yaml": FAMILIES,
    "cases/lending.yaml": CASES,
}
LOCAL = {
    "pack.toml": """[pack]
name = "beach"
version = "2026.1"
title = "Kites on the beach"
extends = "kite"
first_day = 2021-01-01
changes = "First release."
""",
    "rules/beach.yaml": """- rule: ask-the-lifeguard
  effect: asks
  when: {all: [trusted, {storm: "no"}]}
  reason: On the beach the lifeguard is asked.
  todo: Ask the lifeguard.
  overrides: [lend]
  cites: [{source: kite-lore, at: verse 9}]
  in_force: {from: 2021-01-01}
""",
    "cases/beach.yaml": """- case: A friend on the beach
  rule: ask-the-lifeguard
  on: 2026-01-05
  like: A friend on a fine day
  expect: {outcome: ask-first, overridden: [lend]}
""",
}


def write(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write a pack into a folder; returns the folder."""
    for name, text in (FILES if files is None else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def changed(folder: Path, file: str, old: str, new: str) -> Path:
    """The kite pack with one change in one file."""
    text = FILES[file]
    assert text.count(old) >= 1, old
    write(folder)
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder
