"""Published scenarios beside what the rules give, and the page that tells of it.

Written anew with `python -m tests.packs.published_page`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sharewell.policy.case import Case, Published
from sharewell.policy.determination import Determination
from sharewell.policy.outcome import SHARING, Outcome
from tests.packs.shipped import ROOT, TODAY, Answers, published, rules_on, situations

PAGE = ROOT / "docs" / "reference" / "published-scenarios.md"
DAYS = (date(2019, 1, 1), date(2024, 6, 1), TODAY)

#: What a publisher's answer is beside the outcomes of the rules.
MEANS: dict[str, frozenset[Outcome]] = {
    "share": frozenset({Outcome.SHOULD_SHARE, Outcome.MAY_SHARE}),
    "must-share": frozenset({Outcome.MUST_SHARE}),
    "seek-consent-first": frozenset({Outcome.ASK_FIRST}),
    "share-with-consent-only": frozenset({Outcome.ASK_FIRST}),
    "needs-judgement": frozenset({Outcome.WEIGH}),
    "seek-advice-first": frozenset({Outcome.REFER, Outcome.WEIGH, Outcome.NOT_YET}),
    "do-not-share": frozenset({Outcome.MUST_NOT_SHARE}),
    "share-minimum-subset": SHARING,
}
WITH_CONSENT = {"seek-consent-first", "share-with-consent-only"}
AGREEMENTS = ("child-agreement", "parent-agreement", "third-party-agreement")
PART = "share-minimum-subset"

#: Where the rules say something else than the publisher, and why.
EXPLAINED = {
    "re-t-non-disclosure": """
The Court of Appeal decided the question itself: keeping evidence from a party is the exception, and the child's
distress could be dealt with by safeguards and timing. The rules speak to practitioners. Their answer, *weigh*
by `court-decides-hold`, is that only the judge may keep papers from a party (Family Procedure Rules 2010; Human
Rights Act 1998 Schedule 1 articles 6 and 8): put it to the court. They do not say what a judge is to decide,
and would be wrong to. No rule forbids what the court allowed.
""",
    "re-z-regulator": """
The High Court gave permission for the finding to go to the regulator. The rules stop one step earlier: *weigh*
by `regulator-finding`, ask the family judge (Family Procedure Rules 2010 rule 12.73), who weighs the protection
of the public. That is how the case came to the court. In the first coding a power of the regulator had been
"seen"; the story quotes none, and with that put right the rules no longer say that the law requires it.
""",
    "ico-wakefield-court-bundle": """
The commissioner's answer is to serve the bundle without the address. The rules keep the address back
(`place-to-danger`) and leave the rest at *get advice*: `serve-papers` covers pages that show nobody else, and a
bundle that names the mother shows somebody else. For a party's own papers that is narrower than the reprimand
and the Family Procedure Rules need: the other people in them are mostly parties too. It errs on the careful
side, for nothing goes out that the publisher would keep. The facts are as the story has them and stay.
""",
    "gponline-12-father-rings": """
The publisher's doctors say: tell the father nothing at the desk, not even whether she has been in, and offer to
talk. The rules say *not yet*: it is not known who rings (`not-who-they-say`), whether he has parental
responsibility (`pr-claim-unproved`), or whether a court has limited it (`limit-unknown`; Children Act 1989
sections 2 to 4, UK GDPR article 12(6)). Nothing is told in either answer; the rules add what would have to be
found out, for a father with parental responsibility may use a young child's right of access.
""",
    "pulse-teen-address-phone": """
The publisher says no, and that the address goes in no case. Here three holds stand, and *get advice* is the
outcome because it is not known whether she has said that her father must not know, nor whether he may do harm:
either would make it a plain *must not*. Nothing is told in either answer. The story has only hearsay of both,
so the facts stay *not-known*.
""",
}


def of(case: Case) -> Published:
    assert case.published is not None
    return case.published


def said_on(case: Case, day: date) -> list[Determination]:
    return [rules_on(day).determine(answers) for answers in situations(case)]


def agrees(case: Case, day: date) -> bool:
    """Whether the rules of a day and the publisher say the same, by `MEANS`; the publisher's second thoughts count."""
    parts = list(zip(situations(case), said_on(case, day), strict=True))
    words = {of(case).says, *of(case).also}
    return all(answered(words, *part) for part in parts) or (PART in words and in_part([said for _, said in parts]))


def answered(words: set[str], answers: Answers, said: Determination) -> bool:
    """Whether the outcome of one part is what one of the publisher's words means."""
    refused = any(answers.get(name) in ("refused", "withdrawn") for name in AGREEMENTS)
    meant = {outcome for word in words - {PART} for outcome in MEANS[word]}
    return said.outcome in meant or (bool(words & WITH_CONSENT) and refused and said.outcome is Outcome.MUST_NOT_SHARE)


def in_part(said: list[Determination]) -> bool:
    """Something goes and something does not: items with different outcomes, or a step that leaves something out."""
    outcomes = {each.outcome for each in said}
    leaves_out = any(step.leaves_out for each in said if each.outcome in SHARING for step in each.safeguards)
    return bool(outcomes & SHARING) and (leaves_out or len(outcomes) > 1)


def page() -> str:
    rows = [_row(case) for case in sorted(published(), key=_by_publisher)]
    agreed = {day: sum(agrees(case, day) for case in published()) for day in DAYS}
    counts = "; ".join(f"{agreed[day]} of {len(published())} agree on {day}" for day in DAYS)
    why = "".join(f"\n### {name}\n{text}" for name, text in EXPLAINED.items())
    return _HEAD + counts + _TABLE + "\n".join(rows) + _WHY + why


def _by_publisher(case: Case) -> tuple[str, str]:
    return of(case).publisher.lower(), of(case).scenario


def _row(case: Case) -> str:
    story = of(case)
    said = said_on(case, TODAY)
    outcomes = ", ".join(dict.fromkeys(each.outcome for each in said))
    rules = " ".join(dict.fromkeys(f"`{rule.name}`" for each in said for rule in each.deciding))
    theirs = story.says + (f" (also {', '.join(story.also)})" if story.also else "")
    agreed = "yes" if agrees(case, TODAY) else f"[no](#{story.scenario})"
    return f"| {story.scenario} | {story.publisher} | {theirs} | {outcomes} | {rules} | {agreed} |"


_HEAD = """# Published scenarios

Practice scenarios and decided cases that others published, with their answer beside what the rules of
`packs/england` give. The stories and how they are coded are in `packs/england/cases/published-*.yaml`. The
publisher's answer stood beside the story when it was coded, so agreement is no independent test; disagreement
is worth reading. Written by `python -m tests.packs.published_page`; a test keeps it true.

What counts as agreement: *share* is should-share or may-share; *must-share* is must-share; *seek-consent-first*
and *share-with-consent-only* are ask-first, or must-not-share once the answer was no; *needs-judgement* is
weigh; *seek-advice-first* is refer, weigh or not-yet; *do-not-share* is must-not-share; *share-minimum-subset*
is that something goes and something is left out. A publisher's second answer counts.

"""
_TABLE = """. By the rules of the last of these days:

| scenario | publisher | publisher's answer | the rules | deciding rules | agree |
|---|---|---|---|---|---|
"""
_WHY = """

## Where they differ
"""


def write(path: Path = PAGE) -> None:
    path.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write()
