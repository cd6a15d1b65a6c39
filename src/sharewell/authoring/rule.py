"""Rules as written, and what goes with an answer: safeguards, bases, advice and myths."""

from __future__ import annotations

from sharewell.authoring.citation import citations_of, days_of, outcomes_of
from sharewell.authoring.condition import condition_of
from sharewell.authoring.entry import Entry
from sharewell.authoring.names import Names, check_known, check_name
from sharewell.authoring.node import Scalar, Table
from sharewell.authoring.problem import nearest
from sharewell.authoring.shape import OUTCOME_ONLY
from sharewell.policy.condition import ALWAYS, Condition
from sharewell.policy.outcome import Outcome
from sharewell.policy.rule import Advice, Basis, Effect, Myth, Place, Rule, Safeguard

#: What a basis can be in law.
BASIS_KINDS = (
    "article-6", "article-9", "article-10", "schedule-1", "part-3", "dpa-1998", "confidence", "not-told", "gateway",
)  # fmt: skip
_NEED_TODO = (Effect.HOLDS, Effect.ASKS)


def rule_of(entry: Entry, names: Names, layer: str, theme: str) -> Rule:
    """A rule. `theme`: the name of its file."""
    effect = Effect(entry.choice("effect", list(Effect), Effect.WEIGHS))
    if effect in _NEED_TODO and not entry.has("todo"):
        what = f"a rule that {effect} has no `todo`"
        entry.problems.add(
            entry.place, "missing-todo", what, written=entry.text("rule"), hint="say what to do about it"
        )
    for tag in entry.scalars("tags"):
        check_name(tag, entry.problems)
    for recipient in entry.scalars("instead"):
        check_known(recipient, names.recipients, "recipient", entry.problems)
    return Rule(
        name=entry.text("rule"),
        effect=effect,
        when=condition_of(entry, "when", names),
        reason=entry.text("reason"),
        cites=citations_of(entry, names),
        in_force=days_of(entry),
        overrides=rules_named(entry, "overrides", names, own=entry.text("rule")),
        tags=entry.words("tags"),
        todo=entry.text("todo"),
        instead=entry.words("instead"),
        note=entry.text("note"),
        theme=theme,
        layer=layer,
    )


def rules_named(entry: Entry, key: str, names: Names, *, own: str = "") -> tuple[str, ...]:
    """Rules written as their names, `@tag` or `*`."""
    for word in entry.scalars(key):
        if word.text == own and own:
            entry.tell(word, "loop", f"`{own}` cannot override itself")
        elif word.text.startswith("@"):
            _check_tag(entry, word, names)
        elif word.text != "*":
            hint = f'that is a tag: write "@{word.text}"' if word.text in names.tags else ""
            check_known(word, names.known("rule"), "rule", entry.problems, hint)
    return entry.words(key)


def _check_tag(entry: Entry, word: Scalar, names: Names) -> None:
    tags = {f"@{tag}" for tag in names.tags}
    if word.text not in tags:
        entry.tell(word, "unknown-tag", f"no rule has the tag `{word.text[:80]}`", nearest(word.text, tags))


def safeguard_of(entry: Entry, names: Names, layer: str) -> Safeguard:
    """A step that goes with an answer."""
    entry.text("note")
    return Safeguard(
        name=entry.text("safeguard"),
        text=entry.text("text"),
        when=condition_of(entry, "when", names),
        place=Place(entry.choice("place", list(Place), Place.FIRST)),
        cites=citations_of(entry, names),
        in_force=days_of(entry),
        blocks=entry.flag("blocks"),
        leaves_out=entry.flag("leaves-out"),
        second_person=entry.flag("second-person"),
        outcomes=outcomes_of(entry),
        layer=layer,
    )


def basis_of(entry: Entry, names: Names, layer: str) -> Basis:
    """A lawful basis, condition or gateway."""
    entry.text("note")
    return Basis(
        name=entry.text("basis"),
        kind=entry.choice("kind", BASIS_KINDS, BASIS_KINDS[0]),
        text=entry.text("text"),
        when=condition_of(entry, "when", names),
        cites=citations_of(entry, names),
        in_force=days_of(entry),
        layer=layer,
    )


def advice_of(entry: Entry, names: Names, layer: str) -> Advice:
    """Whom to ask, by sector. It has a condition, or an outcome (also written `when: {outcome: ...}`), or both."""
    entry.text("note")
    if not (entry.has("when") or entry.has("outcome") or entry.has("outcomes")):
        entry.problems.add(entry.place, "missing-key", "this advice has neither `when` nor `outcome`", written="when")
    when = entry.table.get("when")
    if isinstance(when, Table) and when.get("outcome") and "outcome" not in names.facts:
        inner = Entry(when, OUTCOME_ONLY, entry.problems)
        condition: Condition = ALWAYS
        outcome = inner.choice("outcome", list(Outcome), "")
    else:
        condition, outcome = condition_of(entry, "when", names), entry.choice("outcome", list(Outcome), "")
    return Advice(
        name=entry.text("advice"),
        when=condition,
        ask=_people(entry),
        cites=citations_of(entry, names),
        outcomes=outcomes_of(entry) | ({Outcome(outcome)} if outcome else set()),
        layer=layer,
    )


def _people(entry: Entry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    ask: list[tuple[str, tuple[str, ...]]] = []
    for sector, node in entry.pairs("ask"):
        check_name(sector, entry.problems)
        people = entry.as_scalars(node, f"`{sector.text[:40]}`")
        ask.append((sector.text, tuple(word.text.strip() for word in people)))
    if entry.has("ask") and not ask:
        entry.problems.add(entry.at("ask"), "empty", "nobody to ask is named")
    return tuple(ask)


def myth_of(entry: Entry, names: Names, layer: str) -> Myth:
    """A belief to put right."""
    entry.text("note")
    return Myth(
        name=entry.text("myth"),
        believed=entry.text("believed"),
        truth=entry.text("truth"),
        when=condition_of(entry, "when", names),
        cites=citations_of(entry, names),
        in_force=days_of(entry),
        outcomes=outcomes_of(entry),
        layer=layer,
    )
