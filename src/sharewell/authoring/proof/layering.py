"""A local layer only narrows: it permits nothing prohibited below, relaxes no duty, and lets nothing more go."""

from __future__ import annotations

from collections.abc import Iterator

from sharewell.authoring.proof.formula import Formula, conj, disj, neg
from sharewell.authoring.proof.permission import ORDER, below, level
from sharewell.authoring.proof.report import Counterexample, Proof, Remark, Weight
from sharewell.authoring.proof.world import World
from sharewell.policy.evaluate import determine
from sharewell.policy.outcome import Outcome

#: So many different local rules are shown.
SHOWN = 8


def local_only_narrows(world: World) -> Iterator[Remark]:
    """Compares the pack with the layers below it, case by case and day by day."""
    if len(world.pack.layers) < 2:
        return
    low, high = world.national, world.rulings
    excused = neg(world.excused(Proof.LOCAL_ONLY_NARROWS))
    widened = disj(conj([low.outcomes[each], disj(high.outcomes[o] for o in _above(each))]) for each in low.outcomes)
    banned = conj([low.outcomes[Outcome.MUST_NOT_SHARE], neg(high.outcomes[Outcome.MUST_NOT_SHARE])])
    duty = conj([low.outcomes[Outcome.MUST_SHARE], neg(high.outcomes[Outcome.MUST_SHARE])])
    gate = conj([low.outcomes[Outcome.ASK_FIRST], high.outcomes[Outcome.WEIGH]])
    questions = (
        ("permits what is prohibited below", banned),
        ("relaxes what is required below", duty),
        ("no longer asks first", gate),
        ("lets more go", widened),
    )
    told: list[Formula] = []
    for says, claim in questions:
        for _ in range(SHOWN):
            found = world.find(claim, excused, *(neg(each) for each in told))
            if found is None:
                break
            when, answers = found
            before = determine(
                world.pack.on(when.day, preview=when.preview, up_to_layer=world.pack.layers[-2]), answers
            )
            after = determine(world.editions[when], answers)
            telling = world.telling(when, answers, low.outcomes[before.outcome], high.outcomes[after.outcome])
            local = [r.name for r in after.applied if r.layer == world.pack.layers[-1]]
            told.append(conj([*(high.stands[name].true for name in local), claim]))
            main, setting = world.placed(telling, [*local, *(rule.name for rule in before.deciding)])
            example = Counterexample(when, main, (), (before.outcome.value, after.outcome.value), setting)
            names = ", ".join(f"`{name}`" for name in local) or "the local layer"
            yield Remark(Proof.LOCAL_ONLY_NARROWS, Weight.FAILURE, f"{names} {says}", tuple(local), example)
        else:
            more = f"the local layer {says} in other ways too: the first {SHOWN} are shown"
            yield Remark(Proof.LOCAL_ONLY_NARROWS, Weight.FAILURE, more)


def _above(outcome: Outcome) -> tuple[Outcome, ...]:
    """The outcomes that let more go. A local layer may always ask first, except over a prohibition."""
    rest = {*below(outcome), *ORDER[level(outcome)]} | (
        {Outcome.ASK_FIRST} if outcome is not Outcome.MUST_NOT_SHARE else set()
    )
    return tuple(each for outcomes in ORDER for each in sorted(outcomes) if each not in rest)
