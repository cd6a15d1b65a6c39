"""Notes on an answer: law that has not started, rules that change soon, another day than today."""

from __future__ import annotations

from sharewell.policy.determination import Determination
from sharewell.policy.outcome import Outcome
from sharewell.web.answer.other import from_another_day, if_dormant_law_starts, today_instead
from sharewell.web.answer.sheet import Tag
from sharewell.web.day import in_words
from sharewell.web.guide.sitting import Sitting
from sharewell.web.guide.words import sentence, tag

Note = tuple[str, Tag | None, tuple[str, ...]]


def notes(sitting: Sitting, said: Determination) -> tuple[Note, ...]:
    """What to know beside the answer: words, the outcome it would be, and the reasons of the rules that would count."""
    if said.outcome is Outcome.INCOMPLETE:
        return ()
    found: list[Note] = []
    if now := today_instead(sitting, said):
        found.append(("Today’s answer:", _tag(now.outcome), ()))
    if then := if_dormant_law_starts(sitting, said):
        reasons = tuple(sentence(rule.reason) for rule in then.rules)
        become = "stay the same" if then.same else "become:"
        found.append(
            (
                f"There is law here that was passed but has not started. If it starts, this answer would {become}",
                None if then.same else _tag(then.outcome),
                reasons,
            )
        )
    if later := from_another_day(sitting, said):
        day = in_words(later.on) if later.on else ""
        reasons = tuple(sentence(rule.reason) for rule in later.rules)
        found.append((f"The rules change. From {day} this answer becomes:", _tag(later.outcome), reasons))
    return tuple(found)


def _tag(outcome: Outcome) -> Tag:
    made = tag(outcome)
    return Tag(made["says"], made["is"])
