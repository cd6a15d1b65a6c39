"""The exact difference of two editions: two days of one pack, or two packs."""

from __future__ import annotations

from sharewell.authoring.difference.change import AlteredRule, Change, Difference
from sharewell.authoring.difference.count import count
from sharewell.authoring.difference.describe import describe
from sharewell.authoring.difference.pair import Pair, alike
from sharewell.authoring.proof.permission import level
from sharewell.policy.edition import Edition
from sharewell.policy.outcome import Outcome


def difference(before: Edition, after: Edition) -> Difference:
    """Precisely the situations whose outcome changed, as few and as readable as they come.

    Each is described in answers and findings where six of them do, and otherwise by the changed rules that stand and by
    what the other rules say beside them. That they are all changed, and that none is left out, is shown by the solver.
    """
    before, after = alike(before, after)
    pair = Pair(before, after)
    counted = count(before, after, pair.codes)
    changes = []
    for one in Outcome:
        for two in Outcome:
            if one is two or Outcome.INCOMPLETE in {one, two} or not pair.solver.possible(pair.moved(one, two)):
                continue
            said = describe(pair, one, two)
            doubt = not counted.exact and not pair.solver.possible(pair.moved(one, two), pair.all_known)
            changes.append(Change(one, two, counted.share(one, two), said.situations, said.complete, doubt))
    changes.sort(
        key=lambda each: (
            each.only_not_known,
            -(each.share.everyday or 0),
            -each.share.part,
            level(each.before),
            level(each.after),
        )
    )
    return Difference(
        changes=tuple(changes),
        share=counted.changed(),
        rules=_rules(pair),
        only_before=_only(before, after),
        only_after=_only(after, before),
        not_compared=pair.not_compared,
    )


def _rules(pair: Pair) -> tuple[AlteredRule, ...]:
    """The rules that are not the same in both, in the order of the packs."""
    one, two = ({rule.name: rule for rule in half.edition.rules} for half in pair.halves)
    names = [name for name in (*one, *(name for name in two if name not in one)) if name not in pair.same]
    found = []
    for name in names:
        rule = two.get(name) or one[name]
        kind = "ended" if name not in two else "begun" if name not in one else "altered"
        found.append(AlteredRule(name, kind, rule.effect, rule.when))
    return tuple(found)


def _only(here: Edition, there: Edition) -> tuple[str, ...]:
    """Facts and answers that the other edition does not have."""
    found = []
    for name, fact in here.facts.items():
        if name not in there.facts:
            found.append(name)
        else:
            found += [f"{name}: {answer}" for answer in fact.domain if answer not in there.domains[name]]
    return tuple(found)
