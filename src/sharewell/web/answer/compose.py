"""From a sitting to an answer: each sentence is the pack's or the web's own words; nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings

from sharewell.policy.determination import Determination, Flip
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.flips import flips
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Rule
from sharewell.web.answer.change import telling
from sharewell.web.answer.cite import cited, weakest
from sharewell.web.answer.notes import notes
from sharewell.web.answer.other import weak_duties
from sharewell.web.answer.sheet import Answered, Bases, Change, Reason, Sheet, Spoken, Tag
from sharewell.web.answer.steps import steps_of
from sharewell.web.answer.words import words
from sharewell.web.day import in_words
from sharewell.web.guide import page
from sharewell.web.guide.form import day_of
from sharewell.web.guide.sitting import Sitting
from sharewell.web.guide.words import LABELS, SHORT, counted, listed, printed, sentence, tag
from sharewell.web.icons import STANDING
from sharewell.web.reading.reach import reach_words

#: The facts whose answers choose words: who would receive it, and who asks. Only words depend on them here.
RECIPIENT = "recipient-kind"
SHARER = "sharer-kind"
_OPEN_SHOWN = 5
_MYTHS = 4
_PARTLY = "This answer rests partly on not knowing it. Find out if you can, then change your answer here."
_TOGETHER = "It could change this answer, together with others that are not known."


def compose(sitting: Sitting) -> Sheet:
    """The answer to a sitting, complete or not."""
    return _Composer(sitting).sheet()


def tag_of(outcome: Outcome, *, short: bool = True) -> Tag:
    """An outcome as a tag."""
    made = tag(outcome, short=short)
    return Tag(made["says"], made["is"])


class _Composer:
    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.reading = sitting.reading
        self.facts = sitting.facts
        self.answers = sitting.answers
        self.day = day_of(sitting.trail.rules)
        self.said: Determination = replace(self.reading.compiled.determine(self.answers), on=self.day)
        self.flips: tuple[Flip, ...] = flips(self.reading.compiled, self.answers, self.said)
        self.told = sitting.told()
        self.words = words().outcomes[self.said.outcome]

    def sheet(self) -> Sheet:
        """Everything, in the order of the page."""
        said = self.said
        usual, usual_rest = self.usual()
        not_known, no_matter = self.not_known()
        place = settings.SHAREWELL_PLACE
        duties = weak_duties(said)
        return Sheet(
            tag=tag_of(said.outcome, short=False),
            headline=self.headline(),
            lead=self.lead(),
            yours=words().you_decide.format(count=counted(len(self.told), "answer")),
            danger=self.sitting.in_danger,
            sector=self.sector(),
            people=self.people(),
            lines=tuple(filter(None, [place.duty, place.out_of_hours, *place.advice])),
            instead=tuple(self.recipient(kind) for kind in said.instead),
            steps=steps_of(said, self.words),
            leave_out=tuple(sentence(each.text) for each in said.safeguards if each.leaves_out),
            spoken=tuple(
                Spoken(each.to, each.says)
                for each in words().speeches
                if each.fits(
                    said.outcome, {**self.effective(), **self.answers}, {step.name for step in said.safeguards}
                )
            ),
            contradictions=tuple(self.contradiction(each.because, each.facts) for each in said.contradictions),
            reasons=self.reasons(said.deciding),
            lesser=self.reasons(rule for rule in said.applied if rule not in said.deciding),
            put_out=self.reasons(said.overridden),
            not_known=not_known,
            no_matter=no_matter,
            changes=tuple(self.change(each) for each in telling(self.flips, self.facts, self.answers)),
            still_open=self.still_open(),
            could_be=tuple(tag_of(outcome) for outcome in LABELS if outcome in said.possible),
            usual=usual,
            usual_rest=usual_rest,
            myths=tuple((printed(each.believed.rstrip(".")), sentence(each.truth)) for each in said.myths[:_MYTHS]),
            bases=self.bases(),
            weakest=self.weakest(),
            given=self.given(),
            left_alone=len(self.sitting.left_alone()),
            pack=self.reading.pack.name,
            version=self.reading.pack.version,
            digest=self.reading.pack.digest or "not released",
            day=in_words(self.day),
            iso=self.day.isoformat(),
            rules=tuple(rule.name for rule in said.applied),
            notes=notes(self.sitting, said),
            weak_duties=self.reasons(duties),
            weak_names=tuple(rule.name for rule in duties),
            reach=reach_words(self.reading.pack.name, self.day),
        )

    def effective(self) -> dict[str, str]:
        """The answers taken as usual."""
        return {each.fact: each.answer for each in self.said.declared}

    def headline(self) -> str:
        """An instruction that names whom."""
        to = words().to.get(self.answers.get(RECIPIENT, ""), "them")
        left = len(self.said.open_facts)
        more = "One more answer" if left == 1 else "More answers"
        todo = len({rule.todo for rule in self.said.deciding if rule.todo})
        things = "one thing" if todo < 2 else f"{todo} things"
        return self.words.headline.format(to=to, left=more, things=things)

    def lead(self) -> str:
        """The main reason, then what comes next."""
        to = words().to.get(self.answers.get(RECIPIENT, ""), "them")
        reason = self.said.deciding[0].reason if self.said.deciding else self.words.reason
        return " ".join(filter(None, [sentence(reason) if reason else "", self.words.next.format(to=to)]))

    def recipient(self, kind: str) -> str:
        """A kind of recipient as its question names it."""
        fact = self.facts.get(RECIPIENT)
        return page.says(fact, kind) if fact and kind in fact.domain else kind

    def sector(self) -> str:
        """The practitioner's own sector, if the advice knows it."""
        sector = words().sector_of.get(self.answers.get(SHARER, ""), "")
        routes = self.said.advice[:1]
        return sector if any(name == sector for route in routes for name, _ in route.ask) else ""

    def people(self) -> tuple[tuple[str, str], ...]:
        """Whom to ask: for the practitioner's own sector if it is known, else for each."""
        ask = [each for route in self.said.advice[:1] for each in route.ask]
        if own := self.sector():
            return tuple((sentence(who).rstrip("."), "") for name, people in ask if name == own for who in people)
        return tuple(
            (words().sector.get(name, name), sentence(listed(list(people), "or")).rstrip(".")) for name, people in ask
        )

    def contradiction(self, because: str, names: tuple[str, ...]) -> str:
        """Two answers that do not fit together, with what was said."""
        asked = [self.quoted(name) for name in names if name in self.answers]
        return " ".join([sentence(because) if "`" not in because else "These do not fit together.", *asked])

    def quoted(self, name: str) -> str:
        """A question with its answer, in a line."""
        return f"{page.plain(self.facts[name])} {sentence(page.says(self.facts[name], self.answers[name]))}"

    def reasons(self, rules: Iterable[Rule]) -> tuple[Reason, ...]:
        """Rules as sentences with their sources."""
        return tuple(
            Reason(sentence(rule.reason), rule.name, tuple(cited(self.reading, rule.cites, rule.in_force, self.day)))
            for rule in rules
        )

    def not_known(self) -> tuple[tuple[Answered, ...], tuple[str, ...]]:
        """What was not known and could change this answer; and what would not change it."""
        found, rest = [], []
        for name in (name for name, answer in self.answers.items() if answer == NOT_KNOWN):
            fact = self.facts[name]
            could = [each for each in self.flips if each.fact == name]
            bears = self.bears_on_the_reasons(name)
            if not could and not bears and name not in self.said.not_known:
                rest.append(page.plain(fact))
                continue
            what = " ".join(
                f"If “{page.says(fact, each.answer)}”: {SHORT[each.outcome].lower()}." for each in could[:3]
            )
            note = f"It could change this answer. {what}" if could else _PARTLY if bears else _TOGETHER
            who = page.who_knows(fact)
            found.append(
                Answered(name, page.plain(fact), "", f"{note} {f'Who may know: {who}.' if who else ''}".strip())
            )
        return tuple(found), tuple(rest)

    def bears_on_the_reasons(self, name: str) -> bool:
        """Whether an answer to this fact would put out a reason that decides, though others remain."""
        deciding = {rule.name for rule in self.said.deciding}
        return any(
            not deciding
            <= {rule.name for rule in self.reading.compiled.partial({**self.answers, name: answer}).applied}
            for answer in self.facts[name].domain
        )

    def change(self, flip: Flip) -> Change:
        """One answer that would change the outcome."""
        fact = self.facts[flip.fact]
        return Change(page.plain(fact), page.says(fact, flip.answer), tag_of(flip.outcome))

    def still_open(self) -> tuple[str, ...]:
        """The next questions, where there are any."""
        if self.said.outcome is not Outcome.INCOMPLETE:
            return ()
        order = self.reading.interview.order(self.answers) or self.said.open_facts
        return tuple(page.plain(self.facts[name]) for name in order[:_OPEN_SHOWN])

    def usual(self) -> tuple[tuple[Answered, ...], tuple[Answered, ...]]:
        """What was taken as usual: those that would change the answer, and the rest."""
        taken = {**self.sitting.left_alone(), **self.effective()}
        counts = {flip.fact for flip in self.flips}
        made = [
            (Answered(name, page.plain(self.facts[name]), page.says(self.facts[name], answer)), name in counts)
            for name, answer in taken.items()
        ]
        return tuple(each for each, matters in made if matters), tuple(each for each, matters in made if not matters)

    def bases(self) -> tuple[Bases, ...]:
        """Lawful bases by kind."""
        names = words().basis
        made = []
        for kind in dict.fromkeys([*names, *(each.kind for each in self.said.bases)]):
            here = [each for each in self.said.bases if each.kind == kind]
            if here:
                found = (
                    Reason(
                        sentence(each.text),
                        each.name,
                        tuple(cited(self.reading, each.cites, each.in_force, self.day)),
                    )
                    for each in here
                )
                made.append(Bases(names.get(kind, kind), tuple(found)))
        return tuple(made)

    def weakest(self) -> tuple[str, str]:
        """The weakest standing that the deciding rules rest on: its picture and words."""
        standing = weakest(cite for rule in self.said.deciding for cite in rule.cites)
        return (STANDING[standing], words().standing[standing][0]) if standing else ("", "")

    def given(self) -> tuple[Answered, ...]:
        """The answers given."""
        filled = self.sitting.trail.filled
        return tuple(
            Answered(
                name,
                page.plain(self.facts[name]),
                page.says(self.facts[name], answer),
                "Filled in from the situation. Change it if it is wrong." if name in filled else "",
            )
            for name, answer in self.told.items()
        )
