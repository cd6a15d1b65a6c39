"""All proofs over a pack, on every day on which something changes, dormant law previewed as well."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from sharewell.authoring.proof.conflict import conflicts
from sharewell.authoring.proof.danger import more_danger_never_less
from sharewell.authoring.proof.layering import local_only_narrows
from sharewell.authoring.proof.life import dead_rules, idle_findings, unread_answers
from sharewell.authoring.proof.report import Remark, Report, Timing
from sharewell.authoring.proof.safety import emergencies, gaps, never_bases, never_to, total
from sharewell.authoring.proof.world import World
from sharewell.policy.claim import Claims
from sharewell.policy.pack import Pack

PROOFS: tuple[Callable[[World], Iterator[Remark]], ...] = (
    total,
    emergencies,
    never_to,
    never_bases,
    gaps,
    conflicts,
    local_only_narrows,
    idle_findings,
    unread_answers,
    dead_rules,
    more_danger_never_less,
)


def prove(pack: Pack, claims: Claims) -> Report:
    """Prove everything that the house asks of a pack and everything that the pack claims.

    Each remark carries an example with only the answers that matter. Seconds, not minutes, for a national pack.
    Raises: UndecidedError when the solver gives up, which never counts as a proof.
    """
    started = time.perf_counter()
    world = World(pack, claims)
    timings = [Timing("build", time.perf_counter() - started, 0)]
    remarks: list[Remark] = []
    for proof in PROOFS:
        started, asked = time.perf_counter(), world.solver.questions
        remarks += proof(world)
        timings.append(Timing(proof.__name__, time.perf_counter() - started, world.solver.questions - asked))
    return Report(f"{pack.name} {pack.version}", len(world.days), tuple(remarks), tuple(timings))
