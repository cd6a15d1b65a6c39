"""The answer as a page: what to do, whom to ask, the steps, why, what would change it, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sharewell.cli.change import telling
from sharewell.cli.day import in_words, today
from sharewell.cli.page import Page
from sharewell.cli.reading import Reading, Said
from sharewell.cli.sitting import told
from sharewell.cli.words import (
    DANGER_NOW,
    DANGER_THEN,
    EFFECTS,
    LABELS,
    NEXT,
    PLACES,
    PLACES_HELD,
    SECTORS,
    SIGNS,
    STANDINGS,
    YOU_DECIDE,
    counted,
    listed,
    sentence,
)
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import SHARING, Outcome
from sharewell.policy.rule import Advice, Place, Rule
from sharewell.policy.source import Citation, Standing

#: The fact whose answers are the recipients that a rule may name instead.
RECIPIENT = "recipient-kind"
_STEP = "□"
_OPEN_SHOWN = 4
_USUAL_SHOWN = 12
_STEPS_SHOWN = 5


def in_danger(reading: Reading, answers: Mapping[str, str]) -> bool:
    """Whether a fact that is asked before all others was answered yes."""
    return any(fact.first and answers.get(fact.name) == "yes" for fact in reading.edition.facts.values())


def danger(page: Page) -> None:
    """Put the emergency line on a page, above all else."""
    page.title(DANGER_NOW, DANGER_THEN, tone="danger")


def answer_page(
    said: Said, reading: Reading, answers: Mapping[str, str], *, title: str = "", full: bool = True
) -> Page:
    """What the rules say, for a person. `title` names the pair of a package; without `full`, the short form."""
    page = Page()
    teller = _Teller(page, said, reading, answers)
    if in_danger(reading, answers):
        danger(page)
    teller.outcome(title)
    teller.contradictions()
    teller.todo()
    teller.still_open()
    teller.advice()
    teller.steps()
    teller.open_steps()
    teller.why()
    if full:
        teller.changes()
        teller.not_known()
        teller.usual()
        teller.myths()
        teller.law()
        teller.given()
    teller.pack()
    return page


class _Teller:
    """Writes the parts of an answer on a page, each only if there is something to say."""

    def __init__(self, page: Page, said: Said, reading: Reading, answers: Mapping[str, str]) -> None:
        self.page = page
        self.said = said
        self.what = said.determination
        self.reading = reading
        self.facts = reading.edition.facts
        self.answers = answers
        self.held = self.what.outcome not in SHARING

    def outcome(self, title: str) -> None:
        outcome = self.what.outcome
        if title:
            self.page.heading(title)
        reason = sentence(self.what.deciding[0].reason) if self.what.deciding else ""
        self.page.title(f"{SIGNS[outcome]} {LABELS[outcome]}", reason, NEXT[outcome])
        self.page.text(YOU_DECIDE.format(count=counted(len(told(self.answers, self.reading)[0]), "answer")))

    def contradictions(self) -> None:
        if self.what.contradictions:
            self.page.heading("These answers do not fit together")
        for each in self.what.contradictions:
            asked = [self._answered(fact) for fact in each.facts if fact in self.answers]
            self.page.item("•", sentence(each.because.replace("`", '"')), *asked)

    def todo(self) -> None:
        todo = [rule.todo for rule in self.what.deciding if rule.todo]
        if todo:
            self.page.heading("Do this")
        for each in dict.fromkeys(todo):
            self.page.item("•", sentence(each), strong=True)
        if self.what.instead:
            fact = self.facts.get(RECIPIENT)
            names = [fact.says(kind) if fact and kind in fact.domain else kind for kind in self.what.instead]
            self.page.heading("Whom to turn to instead")
            for name in names:
                self.page.item("•", name)

    def still_open(self) -> None:
        if self.what.outcome is not Outcome.INCOMPLETE:
            return
        could = [LABELS[outcome] for outcome in LABELS if outcome in self.what.possible]
        self.page.heading("It could still be")
        self.page.text(" · ".join(could))
        self.page.heading("Asked next")
        for number, name in enumerate(self.said.open[:_OPEN_SHOWN], start=1):
            self.page.item(f"{number}.", self.facts[name].question, name)
        if len(self.said.open) > _OPEN_SHOWN:
            self.page.item("", "and others, most of which fall away as you answer.")

    def advice(self) -> None:
        if not self.what.advice:
            return
        first: Advice = self.what.advice[0]
        self.page.heading("Whom to ask")
        for sector, people in first.ask:
            self.page.item("•", f"{SECTORS.get(sector, sector)}: {listed(list(people), 'or')}")

    def steps(self) -> None:
        words = PLACES_HELD if self.held else PLACES
        for place in Place:
            steps = [each for each in self.what.safeguards if each.place is place]
            steps.sort(key=lambda each: not each.blocks)
            if steps:
                self.page.heading(words[place])
            for each in steps:
                wait = "Wait for this: nothing goes before it is done." if each.blocks else ""
                self.page.item(_STEP, sentence(each.text), wait, strong=each.blocks)

    def open_steps(self) -> None:
        steps = self.said.open_steps
        if not steps:
            return
        telling = [step for step in steps if step.safeguard.blocks or step.safeguard.leaves_out] or list(steps)
        self.page.heading("May be needed as well")
        self.page.text("These depend on questions that were not asked, for they cannot change the answer above.")
        for step in telling[:_STEPS_SHOWN]:
            wait = " Nothing goes before it is done." if step.safeguard.blocks else ""
            self.page.item("◇", f"{sentence(step.safeguard.text)}{wait}", self.facts[step.facts[0]].question)
        rest = len(steps) - len(telling[:_STEPS_SHOWN])
        if rest:
            self.page.item("", f"and {counted(rest, 'other step')}.")

    def why(self) -> None:
        deciding = self.what.deciding
        others = [rule for rule in self.what.applied if rule not in deciding]
        if deciding:
            self.page.heading("Why")
        for rule in deciding:
            self.page.item("•", sentence(rule.reason), *self._cited(rule.cites), f"Rule: {rule.name}")
        self._lesser("These also count here, and give way", others)
        self._lesser("Put aside here by a stronger reason", self.what.overridden)

    def _lesser(self, heading: str, rules: Sequence[Rule]) -> None:
        if rules:
            self.page.heading(heading)
        for rule in rules:
            self.page.item("•", f"{sentence(rule.reason)} ({rule.name} {EFFECTS[rule.effect]})")

    def changes(self) -> None:
        flips = telling(self.said.flips, self.reading, self.answers)
        if flips:
            self.page.heading("What would change this")
        for flip in flips:
            fact = self.facts[flip.fact]
            self.page.item("•", f"{fact.question} If “{fact.says(flip.answer)}”: {LABELS[flip.outcome]}")

    def not_known(self) -> None:
        names = [name for name, answer in self.answers.items() if answer == NOT_KNOWN]
        if not names:
            return
        self.page.heading("What you did not know")
        matter = [name for name in names if name in self.what.not_known or self._turns(name)]
        for name in matter:
            fact = self.facts[name]
            turns = " ".join(self._turns(name)) or "Only together with other things that are not known."
            who = f"Who may know: {listed(list(fact.who), 'or')}." if fact.who else ""
            self.page.item("•", fact.question, f"It could change this answer. {turns}", who)
        rest = len(names) - len(matter)
        if rest:
            what = counted(rest, "other answer" if matter else "answer")
            self.page.item("•", f"{what} you did not know would not change this.")

    def _turns(self, name: str) -> list[str]:
        """What each answer to a fact would turn the outcome into."""
        fact = self.facts[name]
        by_outcome: dict[Outcome, list[str]] = {}
        for flip in self.said.flips:
            if flip.fact == name:
                by_outcome.setdefault(flip.outcome, []).append(f"“{fact.says(flip.answer)}”")
        return [f"If {listed(said[:3], 'or')}: {sentence(LABELS[outcome])}" for outcome, said in by_outcome.items()]

    def usual(self) -> None:
        _, left = told(self.answers, self.reading)
        usual = {**left, **{each.fact: each.answer for each in self.what.declared}}
        if not usual:
            return
        counts = {flip.fact for flip in self.said.flips}
        matter = [name for name in usual if name in counts]
        self.page.heading("Taken as usual")
        rest = len(usual) - len(matter)
        if not matter:
            were = "was" if rest == 1 else "were"
            self.page.text(f"{counted(rest, 'point')} {were} taken as usual. No change there would change this.")
            return
        self.page.text(
            "Nothing you said pointed to anything else. If one of these is wrong, change it: the answer may change."
        )
        for name in matter[:_USUAL_SHOWN]:
            fact = self.facts[name]
            self.page.item("•", f"{fact.question} {sentence(fact.says(usual[name]))}", name)
        rest += len(matter[_USUAL_SHOWN:])
        if rest:
            self.page.item("•", f"and {counted(rest, 'other point')}, less likely to change it.")

    def myths(self) -> None:
        for each in self.what.myths[:2]:
            self.page.heading(f"“{each.believed.rstrip('.')}”")
            self.page.text(f"Not so. {sentence(each.truth)}")

    def law(self) -> None:
        if self.what.bases:
            self.page.heading("In law, for the record")
        for each in self.what.bases:
            self.page.item("•", each.text, *self._cited(each.cites))

    def given(self) -> None:
        given, left = told(self.answers, self.reading)
        if given:
            self.page.heading("The answers you gave")
        for name in given:
            self.page.item("•", self._answered(name), name)
        if left:
            self.page.item("•", f"{counted(len(left), 'line')} of a list seen and left as usual.")

    def pack(self) -> None:
        what = self.what
        day = (
            f"The rules as they stood on {in_words(what.on)}" if what.on < today() else f"Rules of {in_words(what.on)}"
        )
        weak = _weakest(cite.standing for rule in what.deciding for cite in rule.cites)
        resting = f" Weakest source relied on: {STANDINGS[weak][2:]}." if weak and weak.weak else ""
        self.page.text(
            f"{day}. Pack {what.pack.name} {what.pack.version}, {what.pack.digest or 'not released'}.{resting}",
            style="quiet",
        )

    def _answered(self, name: str) -> str:
        fact = self.facts[name]
        return f"{fact.question} {sentence(fact.says(self.answers[name]))}"

    def _cited(self, cites: Iterable[Citation]) -> list[str]:
        lines = []
        for cite in cites:
            source = self.reading.sources.get(cite.source)
            lines.append(f"Source: {source.title if source else cite.source}, {cite.at}. {STANDINGS[cite.standing]}")
        return lines


def _weakest(standings: Iterable[Standing]) -> Standing | None:
    return max(standings, key=list(Standing).index, default=None)
