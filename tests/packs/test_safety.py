"""Whatever is not asked, nothing is let go that an answer could forbid."""

from __future__ import annotations

from collections.abc import Iterator

from sharewell.policy.compile import Compiled
from sharewell.policy.outcome import SHARING, Outcome
from sharewell.policy.rule import Rule
from tests.packs.shipped import Answers, base, pack, rules_of, rules_on, situations

FORBIDDING = {Outcome.MUST_NOT_SHARE, Outcome.NOT_YET}

#: The one exception, by fact and rule: an emergency's answer never waits, not even for the list of people who must not
#: know. Where the person turns out to be on it, the answer names another officer or agency to ring now.
EXCEPTION = ("must-not-know", "danger-share")


def let_go(rules: Compiled, answers: Answers, fact: str) -> Iterator[str]:
    """The answers of a fact that would forbid what the rules let go while it is not answered."""
    left = {name: answer for name, answer in answers.items() if name != fact}
    said = rules.partial(left)
    if said.outcome not in SHARING or excused(fact, said.applied):
        return
    for answer in rules.edition.facts[fact].domain:
        full = left | {fact: answer}
        if rules.partial(full).outcome in FORBIDDING and not rules.determine(full).contradictions:
            yield answer


def excused(fact: str, applied: tuple[Rule, ...]) -> bool:
    return fact == EXCEPTION[0] and EXCEPTION[1] in {rule.name for rule in applied}


def test_no_fact_left_out_lets_go_what_its_answer_would_forbid() -> None:
    """Every case without any one of its facts."""
    found = {
        f"{case.name}, without {fact}": forbidding
        for case in pack("hampshire").cases
        for answers in situations(case)
        for fact in answers
        if (forbidding := list(let_go(rules_of(case), answers, fact)))
    }
    assert found == {}


def test_the_exception_is_needed() -> None:
    """With the list not looked at, the emergency's answer stands; with the person on it, it does not."""
    rules = rules_on(pack("england").cases[0].on)
    emergency = base() | {"immediate-danger": "yes", "recipient-kind": "police"}
    unasked = {fact: answer for fact, answer in emergency.items() if fact != EXCEPTION[0]}
    assert rules.partial(unasked).outcome is Outcome.SHOULD_SHARE
    on_the_list = rules.partial(emergency | {EXCEPTION[0]: "yes"})
    assert on_the_list.outcome is Outcome.MUST_NOT_SHARE
    assert any("own-lead" in rule.instead or "police" in rule.instead for rule in on_the_list.applied)
