"""A small pack for the rulebook and the charts: every kind of thing once, and words that break careless writing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sharewell.policy.case import Case, Expectation
from sharewell.policy.condition import AllOf, AnyOf, FactIs, FindingHolds, Not
from sharewell.policy.fact import NOT_KNOWN, Answer, Fact, Quiet, Tick
from sharewell.policy.outcome import Outcome
from sharewell.policy.pack import Finding, Pack
from sharewell.policy.rule import Advice, Basis, Effect, InForce, Myth, Place, Rule, Safeguard
from sharewell.policy.source import Citation, Source, Standing

FIRST = date(2008, 10, 1)
SWITCH = date(2024, 5, 1)
NASTY = 'A <script>alert("1")</script> & [link](x) `code` | *star* #35; {brace} reason.'


def _is(name: str, *answers: str) -> FactIs:
    return FactIs(name, frozenset(answers))


def _yes_no(name: str, question: str, **more: object) -> Fact:
    fact = Fact(name, question, (Answer("yes", "Yes"), Answer("no", "No")), group="Danger")
    return replace(fact, **more)  # type: ignore[arg-type]  # fields of a fact, by name


def _source(name: str, title: str, kind: str, standing: Standing) -> Source:
    return Source(name, title, kind, "Parliament", standing, date(2027, 1, 1))


ACT = Citation("act", "s47(9)", Standing.RECALLED, gist="A duty to help.")
ACT_EARLY = Citation("act", "s9", Standing.RECALLED)
GUIDE = Citation("guide", "golden rule 4", Standing.READ)
UNSIGNED = Citation("act", "Sch 2", Standing.AWAITING_SIGN_OFF)

AGE = Fact(
    "age", "How old is the child?", (Answer("13-15", "13, 14 or 15"), Answer("16-17", "16 or 17"), Answer("18", "18")),
    group="Child", help="Ages are bands.", who=("practitioner",), after=("danger",),
)  # fmt: skip  # what it is, then the rest
QUIET = _yes_no("needed", "Is it needed?", quiet=Quiet("yes", _is("danger", "yes"), Quiet("no", _is("age", "18"))))
CHECKS = Fact(
    "checks", "Is one of these part of it?", (Answer("none", "None of these"), Answer("some", "Some")),
    group="Child", ticks=(Tick("needed", "no", "It is not needed"), Tick("age", "", "The age matters")),
)  # fmt: skip  # what it is, then the rest

RULES = (
    Rule("danger-share", Effect.EXPECTS, _is("danger", "yes"), "Someone is in danger now.", (GUIDE,), InForce(FIRST),
         overrides=("*",), theme="danger"),
    Rule("help-2008", Effect.REQUIRES, AllOf((FindingHolds("young"), _is("needed", "yes"))), "The law says help.",
         (ACT,), InForce(date(1991, 10, 14), SWITCH), overrides=("@confidence",), theme="duties"),
    Rule("help-2024", Effect.REQUIRES, AllOf((FindingHolds("young"), Not(_is("needed", "no", NOT_KNOWN)))),
         "The law now says help.", (ACT, GUIDE), InForce(SWITCH), overrides=("@confidence", "private"), theme="duties",
         note="Takes the place of help-2008.", todo="Ring back.", instead=("16-17",)),
    Rule("private", Effect.PROHIBITS,
         AnyOf((Not(FindingHolds("young")), AllOf((_is("age", "13-15", "16-17"), _is("needed", "no"))))),
         NASTY, (ACT_EARLY,), InForce(FIRST), tags=("confidence",), theme="private"),
    Rule("ask", Effect.ASKS, AllOf(()), "Ask first.", (UNSIGNED,), InForce(FIRST), theme="private"),
    Rule("coming", Effect.REQUIRES, FindingHolds("young"), "It will be the law.", (UNSIGNED,), InForce(None),
         theme="duties"),
    Rule("late", Effect.WEIGHS, _is("age", "18"), "Weigh it.", (Citation("policy", "page 2", Standing.SECOND_HAND),),
         InForce(SWITCH, known_from=date(2024, 6, 1)), theme="danger"),
)  # fmt: skip  # one rule after the other

PACK = Pack(
    name="toy", version="1", title="Toy rules", first_day=FIRST,
    facts=(_yes_no("danger", "Is anyone in danger?", first=True), AGE, QUIET, CHECKS),
    findings=(
        Finding("young", "The person is a child in law", _is("age", "13-15", "16-17"), (ACT,)),
        Finding("needs", "They need it", AllOf((FindingHolds("young"), FindingHolds("young"), _is("needed", "yes")))),
    ),
    rules=RULES,
    sources=(
        _source("policy", "Trust policy", "policy", Standing.SECOND_HAND),
        _source("guide", "Guidance 2024", "guidance", Standing.READ),
        replace(_source("act", "Children Act 1989", "act", Standing.RECALLED), link="https://example.test/act",
                dated=date(1989, 11, 16), read_on=date(2026, 1, 1)),
        replace(_source("odd", "Odd", "scroll", Standing.READ), link="javascript:alert(1)"),
    ),
    safeguards=(
        Safeguard("call-back", "Ring back.", _is("danger", "no"), Place.FIRST, (GUIDE,), InForce(FIRST), blocks=True,
                  leaves_out=True, outcomes=frozenset({Outcome.MAY_SHARE})),
    ),
    bases=(Basis("task", "article-6", "Public task", AllOf(()), (ACT,), InForce(date(2018, 5, 25))),),
    advice=(Advice("harm", FindingHolds("young"), (("education", ("lead", "team")),), (GUIDE,)),),
    myths=(Myth("secret", "It is confidential", "Not so.", AllOf(()), (), InForce(FIRST, SWITCH)),),
    cases=(
        Case("A teacher is asked", date(2026, 3, 2), (("age", "13-15"),), rule="help-2024",
             expect=Expectation(Outcome.MUST_SHARE, ("help-2024",), ("ask",), ("private",))),
    ),
    changes="First.", digest="sha256:0",
)  # fmt: skip  # one thing after the other

LOCAL = replace(
    PACK, name="town", extends="toy",
    rules=(*(replace(rule, layer="toy") for rule in RULES), replace(RULES[4], name="town-ask", layer="town")),
)  # fmt: skip  # two lines
