"""Every kind of page in every state, each with a way to open it: for the pictures, and for tests of all pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, TypedDict

from playwright.sync_api import Page

from sharewell.policy.case import Case
from sharewell.policy.checklist import ticks_for, usual
from sharewell.policy.outcome import Outcome
from sharewell.web.clock import today
from sharewell.web.frame import FOOT, links
from sharewell.web.reading.shelf import Reading, pack_named, reading


class Told(TypedDict, total=False):
    """What a browser is told about the reader."""

    media: Literal["print", "screen"]
    color_scheme: Literal["dark", "light"]
    forced_colors: Literal["active", "none"]


#: Sizes in CSS pixels. `narrow` is also what is left of a desktop at 400 % zoom.
WIDTHS = {"desktop": (1280, 900), "phone": (360, 740), "narrow": (320, 256)}
PLAIN: Told = {"media": "screen", "color_scheme": "light", "forced_colors": "none"}
#: The ways in which every page is tested: a size, and what the browser is told.
LOOKS: dict[str, tuple[str, Told]] = {
    "light": ("desktop", PLAIN),
    "narrow": ("narrow", PLAIN),
    "dark": ("desktop", {**PLAIN, "color_scheme": "dark"}),
    "forced": ("desktop", {**PLAIN, "color_scheme": "dark", "forced_colors": "active"}),
}
STORY = "ico-wakefield-court-bundle"
#: Words of a person who weighs, and one that breaks narrow pages.
WEIGHED = {
    "voice": "She said her dad would be angry.\nShe wants to tell him herself.",
    "harm-keep": "Donaudampfschifffahrtsgesellschaftskapitänspatentverlängerung",
    "reasons": "Sharing less will do for now. We talk again on Friday.",
    "conclusion": "part",
}
#: Pages with an address of their own.
ADDRESSES = {
    "home": "/",
    "question-first": "/check/",
    "cleared": "/check/clear/",
    "situation": "/situations/the-police-have-rung/",
    "rulebook": "/rules/",
    "rulebook-past-day": "/rules/on/2016-01-01/",
    "rulebook-far-day": "/rules/on/2099-01-01/",
    "rulebook-bad-day": "/rules/on/9999-01-01/",
    "rulebook-local": "/rules/?pack=hampshire",
    "rulebook-none": "/rules/?pack=nowhere",
    "rulebook-theme": "/rules/themes/parents/",
    "rulebook-rule": "/rules/parent-refused-small/",
    "rulebook-sources": "/sources/",
    "rulebook-source": "/sources/ca-1989/",
    "rulebook-findings": "/rules/findings/",
    "rulebook-questions": "/rules/questions/",
    "rulebook-question": "/rules/questions/understanding/",
    "rulebook-steps": "/rules/safeguards/",
    "rulebook-bases": "/rules/bases/",
    "rulebook-myths": "/rules/myths/",
    "rulebook-advice": "/rules/advice/",
    "rulebook-search": "/rules/search/?q=school+nurse",
    "rulebook-search-nothing": "/rules/search/?q=zzzz",
    "rulebook-flowchart": "/rules/flowchart/agreement/",
    "rulebook-flowcharts": "/rules/flowchart/",
    "rulebook-changes": "/rules/changes/",
    "rulebook-changes-error": "/rules/changes/?earlier=2020-01-01&later=2019-01-01",
    "rulebook-between": "/rules/changes/2019-01-01..2024-06-01/",
    "rulebook-dormant": "/rules/not-started/",
    "practise": "/practise/",
    "practise-story": f"/practise/{STORY}/",
    "first-steps": "/practise/induction/",
    "young": "/young/",
    "young-8-11": "/young/8-11/",
    "young-12-17": "/young/12-17/",
    "young-easy": "/young/easy/",
    "young-your-say": "/young/your-say/",
    "refusal-missing": "/no-such-page/",
    "refusal-unreadable": "/refused/unreadable/",
    "refusal-forbidden": "/refused/forbidden/",
    "refusal-forged": "/refused/forged/",
    "refusal-broken": "/refused/broken/",
}


@dataclass(frozen=True)
class Scene:
    """A page in a state. `fields` are posted to the address; without any it is only opened."""

    name: str
    address: str
    fields: tuple[tuple[str, str], ...] = ()

    def open(self, page: Page, root: str) -> None:
        """Go there. Only `/refused/` needs the addresses of `tests.browser.refusals`."""
        if not self.fields:
            page.goto(root + self.address)
            return
        page.goto(f"{root}/young/your-say/")  # any page: a form is sent from it as a browser would
        with page.expect_navigation():
            page.evaluate(
                """([address, fields]) => {
                    const form = Object.assign(document.createElement("form"), { method: "post", action: address });
                    for (const [name, value] of fields)
                        form.append(Object.assign(document.createElement("textarea"), { name, value }));
                    document.body.append(form);
                    HTMLFormElement.prototype.submit.call(form);
                }""",
                [self.address, self.fields],
            )


def scenes() -> list[Scene]:
    """All of them."""
    opened = {**ADDRESSES, **{name: address for _, name, address in links(FOOT)}}
    return [*(Scene(name, address) for name, address in opened.items()), *asked(), *answered(), *practised()]


def asked() -> Iterable[Scene]:
    """Questions: short, long and several to tick; with an error, in danger, changed, and of another day."""
    calm = {"immediate-danger": "no"}
    yield Scene("question-error", "/check/", (("fact", "immediate-danger"), ("do", "go")))
    yield Scene("emergency", "/check/", (("fact", "immediate-danger"), ("answer", "yes"), ("do", "go")))
    yield Scene("question-in-danger", "/check/", (*steps({"immediate-danger": "yes"}), ("do", "go")))
    for fact in ("recipient-kind", "purpose", "category", "sharer-kind", "age-band", "usual-checks", "special-matter"):
        yield Scene(f"question-{fact}", "/check/", (*steps(calm), ("do", f"change {fact}")))
    yield Scene("checklist-error", "/check/", (*steps(calm), ("fact", "usual-checks"), ("do", "go")))
    yield Scene("question-changed", "/check/", (*steps({**calm, "purpose": "crime"}), ("do", "change purpose")))
    yield Scene("question-past-day", "/check/", (*steps(calm), ("on", "2016-03-01"), ("do", "go")))
    yield Scene("question-far-day", "/check/", (*steps(calm), ("on", "2099-01-01"), ("do", "go")))
    yield Scene("question-bad-day", "/check/", (*steps(calm), ("new-day", "9999-01-01"), ("do", "rules")))
    yield Scene("question-early-day", "/check/", (*steps(calm), ("on", "2001-01-01"), ("do", "go")))
    yield Scene("refusal-malformed", "/check/", (*steps(calm), ("step", "purpose=nonsense"), ("do", "go")))


def answered() -> Iterable[Scene]:
    """An answer for each outcome; open, in danger, on another day, weighed."""
    for outcome, (answers, day) in examples().items():
        yield Scene(f"answer-{outcome.value}", "/check/answer/", trail(answers, day))
    danger = {"immediate-danger": "yes", "recipient-kind": "social-care", "recipient-can-act": "yes"}
    calm = {"must-not-know": "no", "recipient-may-harm": "no"}
    yield Scene("answer-in-danger", "/check/answer/", tuple(steps({**danger, **calm})))
    yield Scene("answer-past-day", "/check/answer/", (*steps({**danger, **calm}), ("on", "2016-03-01")))
    weighing = trail(*examples()[Outcome.WEIGH])
    yield Scene("weigh-error", "/check/weigh/", weighing)
    yield Scene("weigh-error-reasons", "/check/weigh/", (*weighing, ("conclusion", "keep")))
    yield Scene("weighed", "/check/weigh/", (*weighing, *WEIGHED.items()))


def practised() -> Iterable[Scene]:
    """A story decided, and the first steps."""
    story = f"/practise/{STORY}/"
    yield Scene("practise-error", story, (("choice-9", ""),))
    yield Scene("practise-compared", story, tuple((f"choice-{number}", "must-not-share") for number in range(1, 9)))
    steps_at = "/practise/induction/"
    yield Scene("first-steps-question", steps_at, (("step", "1"),))
    yield Scene("first-steps-error", steps_at, (("step", "1"), ("answered", "yes")))
    yield Scene("first-steps-reply", steps_at, (("step", "1"), ("answered", "yes"), ("choice", "c2")))
    yield Scene("first-steps-end", steps_at, (("step", "7"),))
    yield Scene("certificate-error", f"{steps_at}certificate/", (("name", ""),))
    yield Scene("certificate", f"{steps_at}certificate/", (("name", "Zebedee Quill"),))


def steps(answers: Mapping[str, str]) -> list[tuple[str, str]]:
    """Answers as the form carries them."""
    return [("step", f"{fact}={answer}") for fact, answer in answers.items()]


def trail(answers: Mapping[str, str], day: date | None) -> tuple[tuple[str, str], ...]:
    """Answers and the day of the rules as the form carries them."""
    return (*steps(answers), *([("on", day.isoformat())] if day else []))


@cache
def examples() -> dict[Outcome, tuple[dict[str, str], date | None]]:
    """What somebody who is asked says on the way to each outcome, in a published case where there is one."""
    found: dict[Outcome, tuple[dict[str, str], date | None]] = {}
    for case in sorted(pack_named("england").cases, key=lambda each: not each.published):
        for day in (None, case.on):
            rules = reading("england", day or today())
            answers = asked_in_turn(rules, facts_of(case))
            outcome = rules.compiled.determine(answers).outcome
            if outcome not in found and outcome is not Outcome.INCOMPLETE:
                found[outcome] = (answers, day)
        if len(found) == len(Outcome) - 1:
            break
    answers, day = found[Outcome.WEIGH]
    return {**found, Outcome.INCOMPLETE: (dict([*answers.items()][:3]), day)}


def asked_in_turn(rules: Reading, facts: Mapping[str, str]) -> dict[str, str]:
    """The answers that the guide would ask for, and no others."""
    given: dict[str, str] = {}
    while fact := rules.interview.next(given):
        if rules.edition.facts[fact].ticks:
            given.update(ticks_for(rules.edition, fact, facts))
        else:
            given[fact] = facts.get(fact) or usual(rules.edition, fact)
    return given


def facts_of(case: Case) -> dict[str, str]:
    """The answers of a case: its first item for its first recipient."""
    facts = dict(case.facts)
    for part in (*case.recipients[:1], *case.items[:1]):
        facts.update(part[1])
    return facts
