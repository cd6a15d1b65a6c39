"""Cases beside their rules. A case that names no rule is worked out, and stands beside the rules that decide it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from sharewell.authoring.rulebook.book import ShownCase
from sharewell.policy.case import Case
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import determine
from sharewell.policy.pack import Pack


def shown_cases(pack: Pack, cases: Iterable[Case]) -> dict[str, tuple[ShownCase, ...]]:
    """The cases of each rule, by rule name, in order of day and title."""
    shown: dict[str, list[ShownCase]] = defaultdict(list)
    editions: dict[date, Edition] = {}
    for case in cases:
        told = _told_of(case)
        for name, part in told.items():
            shown[name].append(ShownCase(case, _title(case), part, case.expect.outcome))
        if not told:
            edition = editions.setdefault(case.on, pack.on(case.on))
            for name, each in _worked_out(edition, case):
                shown[name].append(each)
    return {name: tuple(sorted(each, key=lambda it: (it.case.on, it.title, it.part))) for name, each in shown.items()}


def _worked_out(edition: Edition, case: Case) -> Iterator[tuple[str, ShownCase]]:
    """Each item for each recipient, with the rules that decide."""
    for item, item_facts in case.items or (("", ()),):
        for recipient, recipient_facts in case.recipients or (("", ()),):
            said = determine(edition, dict((*case.facts, *item_facts, *recipient_facts)))
            about = ", to ".join(each for each in (item, recipient) if each)
            title = f"{_title(case)} ({about})" if about else _title(case)
            for rule in said.deciding:
                yield rule.name, ShownCase(case, title, "it decides here", said.outcome)


def _title(case: Case) -> str:
    """The title of a published scenario with its publisher, else the name of the case."""
    if case.published and case.published.title:
        return (
            f"{case.published.title} ({case.published.publisher})" if case.published.publisher else case.published.title
        )
    return case.name


def _told_of(case: Case) -> dict[str, str]:
    """The rules a case tells something about, and what."""
    told = {case.rule: "it is about this rule"} if case.rule else {}
    told |= dict.fromkeys(case.expect.overridden, "its condition holds, and another rule overrides it")
    told |= dict.fromkeys(case.expect.not_applied, "it does not apply")
    told |= dict.fromkeys(case.expect.applied, "it applies")
    return told
