"""Trees on demand: a theme's rules by what they do, a rule down to its facts, a finding down to its facts."""

from __future__ import annotations

from collections.abc import Iterable

from sharewell.authoring.drawing.chart import Box, NothingToDrawError, Tree
from sharewell.authoring.wording.clause import Clause, FactClause, FindingClause, GroupClause, Wording
from sharewell.authoring.wording.day import said
from sharewell.authoring.wording.label import counted, named, outcome_label
from sharewell.policy.condition import AllOf, AnyOf, Condition, FindingHolds, Not
from sharewell.policy.edition import Edition
from sharewell.policy.rule import Effect, Rule

#: Up to so many overriding rules are drawn one by one.
_SHOWN = 8
_WHEN = "It applies when"


def theme_tree(edition: Edition, theme: str) -> Tree:
    """A theme: what its rules do, in deciding order, each rule with the findings it rests on.

    Raises: NothingToDrawError when no rule of the day has the theme.
    """
    mine = tuple(rule for rule in edition.rules if rule.theme == theme)
    if not mine:
        raise NothingToDrawError("theme", theme, tuple(sorted({rule.theme for rule in edition.rules})))
    boxes = []
    for effect in Effect:
        rules = tuple(rule for rule in mine if rule.effect is effect)
        if rules:
            label = outcome_label(effect.outcome)
            boxes.append(
                Box(label.words, label.look, "if one of these stands", tuple(_rule(edition, rule) for rule in rules))
            )
    about = "What the rules can lead to, in deciding order; under each rule, the findings it rests on."
    return Tree(f"{named(theme)}: {counted(len(mine), 'rule')} on {said(edition.day)}", about, tuple(boxes))


def rule_tree(edition: Edition, name: str) -> Tree:
    """A rule: its condition down to facts, and what would override it.

    Raises: NothingToDrawError when the rule is not in force on the day.
    """
    named_rules = {rule.name: index for index, rule in enumerate(edition.rules)}
    if name not in named_rules:
        raise NothingToDrawError("rule", name, tuple(sorted(named_rules)))
    index = named_rules[name]
    rule = edition.rules[index]
    label = outcome_label(rule.effect.outcome)
    branch = _Branch(edition)
    when = branch.of(branch.wording.clause(rule.when))
    unless = _unless(tuple(edition.rules[i] for i in edition.overriders[index]))
    joined = when.look == "lead" and when.under
    applies = (
        Box(f"It applies when {when.says.lower()}", "lead", "", when.under)
        if joined
        else Box(_WHEN, "lead", "", (when,))
    )
    box = Box(rule.reason, label.look, label.words, (applies, *unless))
    about = "The rule, what must be so for it to apply, opened down to the questions, and what would override it."
    return Tree(f"Rule {name}, on {said(edition.day)}", about, (box,))


def finding_tree(edition: Edition, name: str) -> Tree:
    """A finding down to its facts.

    Raises: NothingToDrawError when the edition does not have it.
    """
    if name not in edition.findings:
        raise NothingToDrawError("finding", name, tuple(sorted(edition.findings)))
    branch = _Branch(edition)
    box = branch.of(FindingClause(name, edition.findings[name].means))
    return Tree(f"Finding {name}", "The finding, and what must be so for it, down to the questions.", (box,))


def rests_on(edition: Edition, conditions: Iterable[Condition]) -> tuple[str, ...]:
    """The findings that conditions rest on, in words, each once; those that must not hold say so."""
    found: dict[str, None] = {}

    def walk(condition: Condition, *, negated: bool) -> None:
        match condition:
            case FindingHolds(name):
                means = edition.findings[name].means if name in edition.findings else name
                found[f"not so: {means}" if negated else means] = None
            case AllOf(parts) | AnyOf(parts):
                for part in parts:
                    walk(part, negated=negated)
            case Not(part):
                walk(part, negated=not negated)
            case _:
                pass

    for condition in conditions:
        walk(condition, negated=False)
    return tuple(found)


def _rule(edition: Edition, rule: Rule) -> Box:
    rests = rests_on(edition, [rule.when])
    return Box(rule.reason, "rule", f"{rule.name}. Rests on: {'; '.join(rests)}" if rests else rule.name)


def _unless(over: tuple[Rule, ...]) -> tuple[Box, ...]:
    if not over:
        return ()
    if len(over) <= _SHOWN:
        boxes = tuple(Box(rule.reason, "rule", rule.name) for rule in over)
    else:
        themes = dict.fromkeys(rule.theme for rule in over)
        boxes = tuple(
            Box(f"{named(theme)}: {counted(len(mine), 'rule')}", "rule", ", ".join(rule.name for rule in mine))
            for theme in themes
            for mine in [[rule for rule in over if rule.theme == theme]]
        )
    return (Box("Unless one of these stands", "lead", "", boxes),)


class _Branch:
    """Opens conditions. A finding is opened where it is met first; later it says that it was opened above."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.wording = Wording(edition.facts, edition.findings)
        self._opened: set[str] = set()

    def of(self, clause: Clause) -> Box:
        """The box of a clause, with all under it."""
        match clause:
            case FactClause(fact, question, negated=negated):
                return Box(question, "fact", ("not: " if negated else "") + clause.says.removeprefix("not ") or fact)
            case FindingClause(finding, means, negated):
                says = f"Not so: {means}" if negated else means
                if finding not in self.edition.findings:
                    return Box(says, "finding")
                if finding in self._opened:
                    return Box(says, "finding", "opened above")
                self._opened.add(finding)
                inner = self.of(self.wording.clause(self.edition.findings[finding].when))
                return Box(says, "finding", "", (inner,))
            case GroupClause(lead, parts):
                return Box(lead[:1].upper() + lead[1:], "lead", "", tuple(self.of(part) for part in parts))
