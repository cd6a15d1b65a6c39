"""The conversation of `ask`: questions out, lines in, until the answer is settled or the person stops."""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import sys

from sharewell.cli.answer import answer_page, in_danger
from sharewell.cli.meaning import Unclear, answer_meant, ticks_meant
from sharewell.cli.page import Page, Printer
from sharewell.cli.question import danger_page, list_answers, question_page, welcome_page, why_page
from sharewell.cli.sitting import Dropped, Sitting
from sharewell.cli.words import LABELS, sentence
from sharewell.policy.checklist import NONE
from sharewell.policy.fact import Fact, Tick

#: From this many answers on, a list may be taller than the screen.
_LONG = 14
KEYS = "? why · b back · c change · r review · q stop"


class Conversation:
    """One sitting at a terminal, or with lines from a pipe."""

    def __init__(self, sitting: Sitting, printer: Printer, day: dt.date, *, echo: bool) -> None:
        self.sitting = sitting
        self.printer = printer
        self.day = day
        self.echo = echo
        self._told_danger = False
        if not echo:
            with contextlib.suppress(ImportError):  # line editing, where Python has it
                importlib.import_module("readline")

    def run(self) -> None:
        """Ask until the answer is settled, show it, and let any answer be changed afterwards."""
        self.printer.show(welcome_page(self.sitting, self.day, KEYS))
        self._danger()
        try:
            while True:
                fact = self.sitting.next()
                if not (self._ask(fact) if fact else self._settled()):
                    return
        except (EOFError, KeyboardInterrupt):
            sys.stdout.write("\n")
            self._stopped()

    def _ask(self, fact: Fact) -> bool:
        """Ask one question; false to stop."""
        lines = self.sitting.lines(fact.name) if fact.ticks else ()
        page = question_page(fact, lines, self.sitting)
        self.printer.show(page)
        while True:
            line = self._read(f"{_how(fact, lines)} {KEYS}: ")
            match line.lower():
                case "?" | "why" | "help" | "h":
                    self.printer.show(why_page(fact))
                case "b" | "back":
                    if self.sitting.back():
                        self._danger()
                        return True
                    self._say("This is the first question.")
                case "c" | "change":
                    if self._change():
                        return True
                    self.printer.show(page)
                case "r" | "review":
                    self._review()
                case "a" if self.sitting.settle_steps:
                    self.sitting.settle_steps = False
                    return True
                case "q" | "quit" | "stop" | "exit":
                    self._stopped()
                    return False
                case _:
                    if self._taken(fact, lines, line):
                        return True

    def _settled(self) -> bool:
        """Show the answer; true if an answer was changed or taken back, false to stop."""
        said = self.sitting.said()
        sys.stdout.write("\n")
        self.printer.show(answer_page(said, self.sitting.reading, self.sitting.answers))
        page = Page()
        outcome = said.determination.outcome
        page.text(f"In short: {sentence(LABELS[outcome])} The steps and the reasons stand above.", style="strong")
        self.printer.show(page)
        steps = "s settle the steps · " if said.open_steps else ""
        while True:
            line = self._read(f"{steps}c change an answer · b back · r review · q or Enter to finish: ").lower()
            match line:
                case "" | "q" | "quit" | "exit":
                    return False
                case "b" | "back":
                    if self.sitting.back():
                        self._danger()
                        return True
                    self._say("There is nothing to go back to.")
                case "c" | "change":
                    if self._change():
                        return True
                case "r" | "review":
                    self._review()
                case "s" if steps:
                    self.sitting.settle_steps = True
                    return True
                case _:
                    self._say(f"Type {'s, ' if steps else ''}c, b, r or q.")

    def _stopped(self) -> None:
        """End politely, with what is known so far."""
        page = Page()
        page.heading("You stopped here. This is what is known so far.")
        if not self.sitting.answers:
            page.text("Nothing has been answered yet.")
        self.printer.show(page)
        if self.sitting.answers:
            self.printer.show(answer_page(self.sitting.said(), self.sitting.reading, self.sitting.answers, full=False))

    def _review(self) -> None:
        page = Page()
        page.heading("Your answers so far")
        list_answers(page, self.sitting)
        self.printer.show(page)

    def _change(self) -> bool:
        """Let an answer be chosen and answered anew; false if it was left as it is."""
        page = Page()
        page.heading("Which answer do you want to change?")
        names = list_answers(page, self.sitting)
        self.printer.show(page)
        if not names:
            return False
        line = self._read(f"Number 1 to {len(names)}, or Enter to leave them: ")
        if not line.isascii() or not line.isdigit() or not 1 <= int(line[:6]) <= len(names):
            self._say("Nothing was changed.")
            return False
        fact = self.sitting.facts[names[int(line) - 1]]
        lines = self.sitting.lines(fact.name) if fact.ticks else ()
        self.printer.show(question_page(fact, lines, self.sitting, anew=True))
        while True:
            line = self._read(f"{_how(fact, lines)} Enter to leave it as it is: ")
            if not line:
                self._say("Nothing was changed.")
                return False
            if line == "?":
                self.printer.show(why_page(fact))
            elif self._taken(fact, lines, line):
                return True

    def _taken(self, fact: Fact, lines: tuple[Tick, ...], line: str) -> bool:
        """Take a line as the answer; false after saying why it cannot be."""
        if not line:
            what = "Type 0 if none of these fits." if lines else "Type its number."
            self._say(f"Choose an answer to go on. {what} If you are not sure, type d for “I don't know”.")
            return False
        meant = ticks_meant(lines, line) if lines else answer_meant(fact, line)
        if isinstance(meant, Unclear):
            self._say(meant.say)
            return False
        if isinstance(meant, str):
            dropped = self.sitting.answer(fact.name, meant)
            said = [fact.says(meant)]
        else:
            dropped = self.sitting.tick(fact.name, meant.lines, [tick.fact for tick in meant.unsure])
            said = [tick.says for tick in meant.lines] + [f"Not sure: {tick.says}" for tick in meant.unsure]
        for each in said or [fact.says(NONE)]:
            sys.stdout.write(f"  ✓ {each}\n")
        sys.stdout.write("\n")
        for one in dropped:
            self._explain(one)
        self._danger()
        return True

    def _explain(self, one: Dropped) -> None:
        """Say which older answer gave way, and why."""
        other = self.sitting.facts[one.fact]
        before = f"“{other.question} {sentence(other.says(one.answer))}”"
        if one.fact in self.sitting.answers:
            self._say(
                f"Before, you said: {before} That has been brought into line with this. The rest of that list stays."
            )
            return
        because = "" if "`" in one.because.because else f" {sentence(one.because.because)}"
        self._say(
            f"That does not fit what you said before: {before}{because} The older answer has been put aside. If it "
            "still matters, you will be asked again."
        )

    def _danger(self) -> None:
        """Show the emergency line as soon as danger is said, once."""
        now = in_danger(self.sitting.reading, self.sitting.answers)
        if now and not self._told_danger:
            self.printer.show(danger_page())
        self._told_danger = now

    def _say(self, text: str) -> None:
        page = Page()
        page.text(text)
        self.printer.show(page)

    def _read(self, prompt: str) -> str:
        line = "".join(letter for letter in input(prompt) if letter.isprintable()).strip()
        if self.echo:
            sys.stdout.write(f"{line}\n")
        return line


def _how(fact: Fact, lines: tuple[Tick, ...]) -> str:
    # A long list pushes its question off a small screen, so it is asked again below.
    again = f"{fact.question}\n" if max(len(fact.answers), len(lines)) > _LONG else ""
    if lines:
        return f"{again}Numbers that fit, such as 2 5; 0 for none; d don't know."
    return f"{again}1 to {len(fact.answers)}, or d."
