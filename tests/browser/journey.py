"""Going through the guide as a person would: by clicking, or by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Locator, Page

from sharewell.policy.case import Case
from sharewell.policy.checklist import NONE, SOME, ticks_for, usual
from sharewell.policy.edition import Edition
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome
from sharewell.web.reading.shelf import Reading, pack_named, reading

#: No interview has more questions.
FAR = 60


@dataclass(frozen=True)
class Scenario:
    """A published scenario: one item for one recipient of it."""

    case: Case
    answers: Mapping[str, str]

    @property
    def reading(self) -> Reading:
        """The rules of its day."""
        return reading("england", self.case.on)


def scenarios() -> list[Scenario]:
    """Every published scenario, its first item for its first recipient."""
    found = []
    for case in pack_named("england").cases:
        if case.published:
            facts = dict(case.facts)
            for part in (*case.recipients[:1], *case.items[:1]):
                facts.update(part[1])
            found.append(Scenario(case, facts))
    return found


def outcome_of(scenario: Scenario, on: date | None = None) -> Outcome:
    """What the engine says about a scenario, on its own day or another."""
    rules = reading("england", on) if on else scenario.reading
    return rules.compiled.determine(scenario.answers).outcome


def chosen() -> list[Scenario]:
    """Twelve published scenarios, with every outcome that a published one has."""
    found: dict[Outcome, list[Scenario]] = {}
    for each in scenarios():
        found.setdefault(outcome_of(each), []).append(each)
    first = [group[0] for group in found.values()]
    second = [group[1] for group in found.values() if len(group) > 1]
    return [*first, *second][:12]


def shown(page: Page) -> str:
    """The outcome on the page, by the name of its colours."""
    classes = page.locator(".sw-outcome").get_attribute("class") or ""
    return classes.split("is-")[1].split()[0]


class Person:
    """Somebody who answers with a mouse or a finger."""

    def __init__(self, page: Page, root: str) -> None:
        self.page = page
        self.root = root

    def start(self) -> None:
        """From the first page to the first question."""
        self.page.goto(self.root)
        self.press(self.page.get_by_role("link", name="Start a quick check"))
        self.page.wait_for_selector("form#question")

    def rules_of(self, day: date) -> None:
        """Choose the day of the rules."""
        self.page.get_by_text("Local rules, or another day").click()
        self.page.get_by_label("Rules as of").fill(day.isoformat())
        self.go(lambda: self.page.get_by_role("button", name="Read these rules").click())

    def answer_all(self, scenario: Scenario) -> list[str]:
        """Answer what is asked until there is an answer; gives the facts in the order they were asked."""
        asked: list[str] = []
        for _ in range(FAR):
            self.page.wait_for_selector("main h1")
            if not self.page.locator("form#question").count():
                if self.page.get_by_role("button", name="Go on with the questions").count():
                    self.go(lambda: self.press(self.page.get_by_role("button", name="Go on with the questions")))
                    continue
                return asked
            fact = self.page.locator('form#question input[name="fact"]').get_attribute("value") or ""
            asked.append(fact)
            self.answer(scenario, fact)
        raise AssertionError(f"no answer after {asked}")

    def answer(self, scenario: Scenario, fact: str) -> None:
        """Answer one question."""
        edition = scenario.reading.edition
        if edition.facts[fact].ticks:
            self.fill_list(edition, fact, scenario.answers)
        else:
            self.choose("answer", scenario.answers.get(fact) or usual(edition, fact))
        self.go(lambda: self.press(self.page.get_by_role("button", name="Continue")))

    def fill_list(self, edition: Edition, fact: str, answers: Mapping[str, str]) -> None:
        """Tick what fits on a checklist."""
        said = ticks_for(edition, fact, answers)
        lines = edition.facts[fact].ticks
        shown = {each.get_attribute("value") for each in self.page.locator('input[name="tick"]').all()}
        fitting = [
            f"{line.fact}={line.answer}"
            for line in lines
            if said.get(fact) == SOME
            and f"{line.fact}={line.answer}" in shown
            and (said.get(line.fact) == line.answer if line.answer else line.fact not in said)
        ]
        unsure = [
            line.fact
            for line in dict.fromkeys(lines)
            if said.get(line.fact) == NOT_KNOWN and any(f"{line.fact}=" in (each or "") for each in shown)
        ]
        for value in fitting:
            self.choose("tick", value)
        if unsure:
            self.press(self.page.get_by_text("I am not sure about one of these"))
            for name in dict.fromkeys(unsure):
                self.choose("unsure", name)
        if not fitting and not unsure:
            self.choose("none", NONE)

    def choose(self, name: str, value: str) -> None:
        """Choose an answer by its label."""
        box = self.page.locator(f'input[name="{name}"][value="{value}"]')
        self.page.locator(f'label[for="{box.get_attribute("id")}"]').click()

    def press(self, what: Locator) -> None:
        """Press a button or a link."""
        what.click()

    def go(self, act: Callable[[], object]) -> None:
        """Do something that brings the next page, and wait for it."""
        with self.page.expect_response(lambda response: response.request.method == "POST"):
            act()
        self.page.wait_for_load_state()
        self.page.wait_for_selector("html:not(.sw-busy)", state="attached")


class AtTheKeyboard(Person):
    """Somebody who has no mouse."""

    def choose(self, name: str, value: str) -> None:
        """Tab to it, and press the arrows or the space bar."""
        wanted = f'document.activeElement.name === "{name}" && document.activeElement.value === "{value}"'
        group = f'document.activeElement.name === "{name}"'
        if name in ("answer", "none"):
            self.tab_until(group)
            for _ in range(FAR):
                if self.page.evaluate(wanted):
                    break
                self.page.keyboard.press("ArrowDown")
            if not self.page.evaluate("document.activeElement.checked"):
                self.page.keyboard.press("Space")
        else:
            self.tab_until(wanted)
            self.page.keyboard.press("Space")

    def press(self, what: Locator) -> None:
        """Tab to it and press Enter."""
        handle = what.element_handle()
        for _ in range(FAR * 4):
            if handle.evaluate(
                "each => each === document.activeElement || each.contains(document.activeElement)"
                " && document.activeElement !== document.body"
            ):
                break
            if handle.evaluate("each => each.closest('summary') === document.activeElement"):
                break
            self.page.keyboard.press("Tab")
        self.page.keyboard.press("Enter")

    def tab_until(self, there: str) -> None:
        """Press Tab until something holds."""
        for _ in range(FAR * 4):
            if self.page.evaluate(there):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {there}")
