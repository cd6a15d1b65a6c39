"""The pages of `ask` before the answer: welcome, a question, why it is asked, the answers so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sharewell.cli.answer import danger
from sharewell.cli.day import in_words, today
from sharewell.cli.page import Page
from sharewell.cli.sitting import Sitting, told
from sharewell.cli.words import EMERGENCY, I_DONT_KNOW, LABELS, counted, listed, sentence
from sharewell.policy.fact import Fact, Tick

#: With more possible outcomes than this, naming them says nothing.
_FEW = 4
_USUAL_SHOWN = 30
#: With no more questions than this the bound is worth saying; before, it is far above what anybody is asked.
_BOUND = 9
#: What nine of ten published cases take, from the fewest to the most.
_USUALLY = "Most checks take 6 to 15 questions."
_LONG = 15
_LONGER = "More than most checks take. Type q to stop and see what is known so far."


def welcome_page(sitting: Sitting, day: dt.date, keys: str) -> Page:
    """What this is, and how to go about it."""
    page = Page()
    page.title("Should I share this about a child?", EMERGENCY)
    page.text(
        "A few questions, one at a time, about one piece of information and one person who would get it. No names are "
        f"needed. “{I_DONT_KNOW}” is always an answer."
    )
    page.text(f"At any question: {keys}", style="quiet")
    if day < today():
        page.text(f"You are reading the rules as they stood on {in_words(day)}.", style="strong")
    elif day > today():
        page.text(f"You are reading the rules as they are expected to stand on {in_words(day)}.", style="strong")
    if sitting.answers:
        page.text(f"Starting from {counted(len(sitting.answers), 'answer')}. Type r to see them.")
    page.gap()
    return page


def danger_page() -> Page:
    """The emergency line, and that the rest can wait."""
    page = Page()
    danger(page)
    page.text("If you can, go on: the questions left say who else can be told, and what to do next.")
    page.gap()
    return page


def question_page(fact: Fact, lines: Sequence[Tick], sitting: Sitting, *, anew: bool = False) -> Page:
    """One question. `anew`: it was answered before."""
    page = Page()
    if anew:
        now = sitting.answers.get(fact.name)
        page.text(f"Now: {sentence(fact.says(now))}" if now else "", style="quiet")
    else:
        page.text(_progress(sitting), style="quiet")
        page.text(_so_far(sitting), style="quiet")
    page.text(fact.question, style="strong")
    page.text(fact.help)
    if lines:
        page.choices([*((str(n), line.says) for n, line in enumerate(lines, start=1)), ("0", fact.answers[0].says)])
        page.text(
            f"d  {I_DONT_KNOW}. For one line alone, put a question mark after its number, such as 4?", style="quiet"
        )
    else:
        page.choices([*((str(n), answer.says) for n, answer in enumerate(fact.answers, start=1)), ("d", I_DONT_KNOW)])
    return page


def _progress(sitting: Sitting) -> str:
    """How many questions follow: what is certain, or what is usual. It never goes up."""
    if _about_steps(sitting):
        most = len({fact for step in sitting.said().open_steps for fact in step.facts})
        more = f"At most {most - 1} more. " if most > 1 else ""
        return f"Question {sitting.asked + 1}, about the steps. {more}Type a to see the answer now."
    number, after = sitting.asked + 1, sitting.at_most() - 1
    if after > _BOUND:
        return f"Question {number}. {_USUALLY if number <= _LONG else _LONGER}"
    return f"Question {number}. {f'At most {after} more.' if after > 0 else 'This is the last.'}"


def _about_steps(sitting: Sitting) -> bool:
    return sitting.settle_steps and sitting.interview.next(sitting.answers) is None


def _so_far(sitting: Sitting) -> str:
    if _about_steps(sitting):
        return f"It will be: {LABELS[sitting.reading.compiled.determine(sitting.answers).outcome]}"
    possible = sitting.possible()
    could = [LABELS[outcome] for outcome in LABELS if outcome in possible]
    if len(could) <= _FEW:
        return "It could still be: " + " · ".join(could)
    ruled_out = [LABELS[outcome] for outcome in list(LABELS)[:-1] if outcome not in possible]
    return "Your answers rule out: " + " · ".join(ruled_out) if ruled_out else "Everything is still possible."


def why_page(fact: Fact) -> Page:
    """Why a question is asked, what its words mean, and how to find out."""
    page = Page()
    page.heading("Why we ask")
    page.text(sentence(fact.why or "The answer can change what the rules say."))
    if fact.help:
        page.heading("What the words mean")
        page.text(fact.help)
    if fact.who:
        page.heading("Who may know")
        page.text(sentence(listed(list(fact.who), "or")))
    page.text(f"If you cannot find out now, type d for “{I_DONT_KNOW}”. You will see whether it matters.")
    page.text(f"In files this fact is called {fact.name}.", style="quiet")
    page.gap()
    return page


def list_answers(page: Page, sitting: Sitting) -> list[str]:
    """Number the answers given, then those taken as usual; gives their facts in that order."""
    facts = sitting.facts
    given, left = told(sitting.answers, sitting.reading)
    declared = {each.fact: each.answer for each in sitting.reading.compiled.determine(sitting.answers).declared}
    for number, (name, answer) in enumerate(given.items(), start=1):
        page.item(f"{number}.", f"{facts[name].question} {sentence(facts[name].says(answer))}")
    if not given:
        page.text("Nothing yet.")
    rest = list({**left, **declared}.items())
    if rest:
        page.heading("Taken as usual")
    for number, (name, answer) in enumerate(rest[:_USUAL_SHOWN], start=len(given) + 1):
        page.item(f"{number}.", f"{facts[name].question} {sentence(facts[name].says(answer))}")
    if len(rest) > _USUAL_SHOWN:
        page.item("", f"and {len(rest) - _USUAL_SHOWN} more.")
    page.gap()
    return [*given, *(name for name, _ in rest[:_USUAL_SHOWN])]
