"""A question as a page shows it: the answers to choose from, the answer so far, and the answers given."""

from __future__ import annotations

from collections.abc import Mapping

from sharewell.policy.checklist import SOME
from sharewell.policy.fact import NOT_KNOWN, Fact
from sharewell.policy.outcome import Outcome
from sharewell.web.clock import today
from sharewell.web.day import in_words
from sharewell.web.guide.form import day_of
from sharewell.web.guide.groups import Group, grouped
from sharewell.web.guide.sitting import Dropped, Sitting
from sharewell.web.guide.trail import Trail
from sharewell.web.guide.words import I_DONT_KNOW, LABELS, NOT_KNOWING, WHO, listed, printed, sentence, tag
from sharewell.web.help.glossary import Term, terms_in
from sharewell.web.reading.reach import reach_words
from sharewell.web.reading.shelf import pack_named, pack_names

Page = dict[str, object]
#: With more choices than this they stand closer together.
_MANY = 9
#: With more choices than this there is a box to find one, for those with JavaScript.
_FIND = 15
#: With no more questions than this the bound is worth saying; before, it is far above what anybody is asked.
_BOUND = 9
#: What nine of ten published cases take, from the fewest to the most.
_USUALLY = "Most checks take 6 to 15 questions."
_LONG = 15
_LONGER = "More than most checks take. You can stop and see what is known so far."


def carried(trail: Trail) -> Page:
    """What every form of the guide carries along."""
    rules = trail.rules
    pack = pack_named(rules.pack)
    day = day_of(rules)
    return {
        "trail": [
            ("pack", rules.pack),
            ("on", rules.on.isoformat() if rules.on else ""),
            *(("without", name) for name in rules.without),
        ],
        "steps": [step.written for step in trail.steps],
        "rules": {
            "title": f"{pack.title}, version {pack.version}",
            "day": in_words(day),
            "iso": day.isoformat(),
            "past": day < today(),
            "future": day > today(),
            "reach": reach_words(rules.pack, day),
            "local": pack.extends,
            "packs": [(name, pack_named(name).title, name == rules.pack) for name in pack_names()],
            "without": [sentence(each.reason) for each in pack.rules if each.name in rules.without],
        },
    }


def question(sitting: Sitting, fact: Fact, *, chosen: Mapping[str, str] | None = None, error: bool = False) -> Page:
    """The page of one question. `chosen`: answers given before, when it is asked anew."""
    before = chosen or {}
    return {
        **carried(sitting.trail),
        **around(sitting),
        "fact": fact.name,
        "ask": plain(fact),
        "help": printed(fact.help),
        "why": sentence(fact.why) if fact.why else "",
        "who": who_knows(fact),
        "terms": terms_of(fact),
        "group": fact.group,
        "ticks": bool(fact.ticks),
        "groups": _lines(sitting, fact, before) if fact.ticks else _choices(fact, before),
        "none_says": printed(fact.answers[0].says) if fact.ticks else "",
        "none": bool(fact.ticks) and before.get(fact.name) == fact.domain[0],
        "dont_know": {"says": I_DONT_KNOW, "hint": NOT_KNOWING, "checked": before.get(fact.name) == NOT_KNOWN},
        "many": len(fact.answers) > _MANY,
        "long": len(fact.ticks) > _MANY,
        "find": max(len(fact.answers), len(fact.ticks)) > _FIND,
        "error": error,
        "anew": bool(before),
        "number": sitting.asked() + 1,
        "progress": progress(sitting, fact),
    }


def progress(sitting: Sitting, asking: Fact) -> str:
    """How many questions follow: what is certain, or what is usual. It never goes up."""
    if not sitting.next or asking.name != sitting.next.name:
        return "You are changing one answer. The rest stay."
    number, after = sitting.asked() + 1, sitting.at_most() - 1
    if after > _BOUND:
        return f"Question {number}. {_USUALLY if number <= _LONG else _LONGER}"
    return f"Question {number}. {f'At most {after} more.' if after > 0 else 'This is the last.'}"


def around(sitting: Sitting) -> Page:
    """What stands beside a question: the answer so far, and the answers given."""
    possible = sitting.possible
    known = [outcome for outcome in LABELS if outcome is not Outcome.INCOMPLETE]
    sure = next(iter(possible)) if len(possible) == 1 else None
    return {
        "possible": [tag(outcome) for outcome in known if outcome in possible],
        "ruled_out": [LABELS[outcome] for outcome in known if outcome not in possible],
        "sure": tag(sure, short=False) if sure else None,
        "given": given(sitting),
        "danger": sitting.in_danger,
        "dropped": dropped(sitting),
    }


def dropped(sitting: Sitting) -> list[dict[str, str]]:
    """Answers that the newest one does not fit, and that were put aside."""
    return [_put_aside(sitting, each) for each in sitting.dropped]


def given(sitting: Sitting) -> list[dict[str, object]]:
    """The answers given, in order, as a person would tell them."""
    filled = sitting.trail.filled
    return [
        {
            "fact": name,
            "ask": plain(sitting.facts[name]),
            "says": says(sitting.facts[name], answer),
            "filled": name in filled,
        }
        for name, answer in sitting.told().items()
    ]


def who_knows(fact: Fact) -> str:
    """Who may know the answer to a question, in the words of somebody who asks; nobody, if only the reader would."""
    named = [WHO.get(each, each) for each in fact.who]
    return listed([each for each in dict.fromkeys(named) if each], "or")


def terms_of(fact: Fact) -> tuple[Term, ...]:
    """The terms that a question, its help or its answers use, for a box that says what they mean."""
    answers = (*(each.says for each in fact.answers), *(each.says for each in fact.ticks))
    return terms_in(plain(fact), printed(fact.help), *map(printed, answers))


def plain(fact: Fact) -> str:
    """A question, without what to do on its page."""
    return printed(fact.question.removesuffix(" Tick what fits."))


def says(fact: Fact, answer: str) -> str:
    """The words of an answer."""
    return I_DONT_KNOW if answer == NOT_KNOWN else printed(fact.says(answer))


def _choices(fact: Fact, before: Mapping[str, str]) -> tuple[Group, ...]:
    made: list[dict[str, object]] = [
        {"value": each.name, "says": printed(each.says), "checked": before.get(fact.name) == each.name}
        for each in fact.answers
    ]
    return grouped(fact.name, made, by="value")


def _lines(sitting: Sitting, fact: Fact, before: Mapping[str, str]) -> tuple[Group, ...]:
    ticked = before.get(fact.name) == SOME
    asked_next = {tick.fact for tick in fact.ticks if not tick.answer} - before.keys() if ticked else set()
    made: list[dict[str, object]] = [
        {
            "value": f"{tick.fact}={tick.answer}",
            "fact": tick.fact,
            "says": printed(tick.says),
            "checked": before.get(tick.fact) == tick.answer or (not tick.answer and tick.fact in asked_next),
            "unsure": before.get(tick.fact) == NOT_KNOWN,
        }
        for tick in sitting.lines(fact)
    ]
    return grouped(fact.name, made, by="fact")


def _put_aside(sitting: Sitting, each: Dropped) -> dict[str, str]:
    fact = sitting.facts[each.fact]
    because = "" if "`" in each.because.because else sentence(each.because.because)
    return {
        "ask": plain(fact),
        "says": says(fact, each.answer),
        "because": because,
        "kept": "yes" if each.fact in sitting.answers else "",
    }
