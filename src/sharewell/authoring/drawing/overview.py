"""The overview: from danger, through each thing a rule can do in deciding order, to "get advice"."""

from __future__ import annotations

from sharewell.authoring.drawing.branch import rests_on
from sharewell.authoring.drawing.chart import Box, Ladder, Rung
from sharewell.authoring.wording.day import said
from sharewell.authoring.wording.label import counted, named, outcome_label
from sharewell.policy.edition import Edition
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Effect, Rule

_ASKS = {
    Effect.PROHIBITS: "Does a standing rule forbid it?",
    Effect.HOLDS: "Is there something to find out or do first?",
    Effect.REQUIRES: "Does the law require it?",
    Effect.EXPECTS: "Is it expected of you?",
    Effect.WEIGHS: "Are there good reasons both ways?",
    Effect.ASKS: "Is there someone to ask first?",
    Effect.PERMITS: "Does a rule allow it?",
}

_ASIDE = (
    "At any step: if an answer not given yet could still change the outcome, it is still open, and that question is "
    "asked next. If only answers that cannot be known are left: get advice."
)


def overview(edition: Edition) -> Ladder:
    """The order in which the rules of a day decide."""
    urgent = tuple(rule for rule in edition.rules if "*" in rule.overrides)
    rungs = [
        Rung(
            "Does an emergency rule apply?" if len(urgent) > 1 else urgent[0].reason,
            f"{counted(len(urgent), 'rule')} before every other. It stands at once.",
            outcome_label(urgent[0].effect.outcome).words,
            outcome_label(urgent[0].effect.outcome).look,
            _themes(edition, urgent),
        )
    ] if urgent else []  # fmt: skip  # one rung, or none
    kinds = {effect: tuple(rule for rule in edition.rules if rule.effect is effect) for effect in Effect}
    if kinds[Effect.PROHIBITS] and kinds[Effect.REQUIRES]:
        refer = outcome_label(Outcome.REFER)
        rungs.append(
            Rung(
                "Does one standing rule forbid it and another require it?",
                "Two laws point two ways. Both reasons are shown.",
                refer.words,
                refer.look,
            )
        )
    for effect, rules in kinds.items():
        if rules:
            themes = {rule.theme for rule in rules}
            label = outcome_label(effect.outcome)
            note = counted(len(rules), "rule") + (f" in {counted(len(themes), 'theme')}" if len(themes) > 1 else "")
            rungs.append(Rung(_ASKS[effect], note, label.words, label.look, _themes(edition, rules)))
    refer = outcome_label(Outcome.REFER)
    return Ladder(
        title=f"How an answer is found, on {said(edition.day)}",
        about="Questions from the top down. At the first yes, the outcome beside it stands. "
        + (f"Danger comes first. {counted(len(edition.rules), 'rule')} in force." if urgent else
           f"{counted(len(edition.rules), 'rule')} in force."),
        opening=(
            "One item of information, one recipient, one purpose",
            "Find the rules whose conditions hold. Leave out those that a standing rule overrides.",
        ),
        rungs=tuple(rungs),
        closing=(refer.words, refer.look),
        aside=_ASIDE,
    )  # fmt: skip  # the pieces of a sentence


def _themes(edition: Edition, rules: tuple[Rule, ...]) -> tuple[Box, ...]:
    """Rules by theme, with the findings that those of a theme rest on."""
    boxes = []
    for theme in dict.fromkeys(rule.theme for rule in rules):
        mine = tuple(rule for rule in rules if rule.theme == theme)
        means = "; ".join(rests_on(edition, (rule.when for rule in mine)))
        under = tuple(Box(rule.reason, "rule", rule.name) for rule in mine)
        title = f"{named(theme) or 'Rules'}: {counted(len(mine), 'rule')}"
        boxes.append(Box(title, "theme", f"rests on: {means}" if means else "", under))
    return tuple(boxes)
