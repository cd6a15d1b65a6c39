"""Ways to run a policy over columns of cases, ours first. Each gives an outcome code per case when asked for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from bench.peers import duckdb_sql, numpy_hand, openfisca, polars_frame
from bench.program import CODE
from bench.subject import Subject
from sharewell.policy.network import Input, width
from sharewell.policy.planes import OUTCOMES as PLANE_OUTCOMES
from sharewell.policy.planes import circuit, runner

Table = dict[str, Any]


def _same(said: Any) -> Any:
    return said


@dataclass(frozen=True)
class Method:
    """`work` is timed; `codes` turns what it gives into one code per case for the check."""

    work: Callable[[], Any]
    codes: Callable[[Any], Any] = _same


def integers(policy: Subject, table: Table) -> Method:
    """Ours without any dependency: planes as Python integers, stored; the answer stays on planes."""
    made = circuit(policy.edition, quiet=False)
    run = runner(made.network, made.outcome_code())
    count = len(next(iter(table.values())))
    planes: dict[Input, int] = {}
    for fact, column in table.items():
        for bit in range(width(len(policy.edition.facts[fact].domain))):
            planes[fact, bit] = _integer(column >> bit & 1)
    return Method(lambda: run(planes, count), lambda said: _translated([_bits(plane, count) for plane in said]))


def _integer(bits: Any) -> int:
    import numpy as np

    return int.from_bytes(np.packbits(bits, bitorder="little").tobytes(), "little")


def _bits(plane: int, count: int) -> Any:
    import numpy as np

    raw = np.frombuffer(plane.to_bytes((count + 7) // 8, "little"), np.uint8)
    return np.unpackbits(raw, count=count, bitorder="little")


def _translated(bits: list[Any]) -> Any:
    """From the codes of planes to those of the benchmarks."""
    import numpy as np

    return _TABLE()[sum(bit.astype(np.uint8) << place for place, bit in enumerate(bits))]


def _TABLE() -> Any:  # noqa: N802 - a constant that must not import numpy until it is needed
    import numpy as np

    return np.array([CODE[outcome] for outcome in PLANE_OUTCOMES], np.uint8)


def planes(policy: Subject, table: Table) -> Method:
    """Ours on numpy, planes stored; the answer stays on planes, where it can be counted and filtered."""
    from sharewell.replay.cases import complete_cases, unpack
    from sharewell.replay.many import Decider

    cases, decider = complete_cases(policy.edition, table), Decider(policy.edition)
    return Method(lambda: decider.planes(cases), lambda said: _TABLE()[unpack(said, cases.count)])


def unpacked(policy: Subject, table: Table) -> Method:
    """The same, with an outcome per case."""
    from sharewell.replay.cases import complete_cases
    from sharewell.replay.many import Decider

    cases, decider = complete_cases(policy.edition, table), Decider(policy.edition)
    return Method(lambda: decider.outcomes(cases), lambda said: _TABLE()[said])


def from_bytes(policy: Subject, table: Table) -> Method:
    """Ours from raw byte columns: packing, deciding, unpacking."""
    from sharewell.replay.cases import complete_cases
    from sharewell.replay.many import Decider

    decider = Decider(policy.edition)
    return Method(lambda: decider.outcomes(complete_cases(policy.edition, table)), lambda said: _TABLE()[said])


def numba(policy: Subject, table: Table) -> Method:
    """The same network as one numba loop over words: not shipped, the ceiling of what an accelerator could give."""
    import numba as nb
    import numpy as np

    from sharewell.replay.cases import complete_cases, unpack

    made = circuit(policy.edition, quiet=False)
    network, wanted = made.network, made.outcome_code()
    inputs = network.inputs(wanted)
    place = {name: row for row, name in enumerate(inputs)}
    lines = ["def kernel(X, Y):", " for w in range(X.shape[1]):"]
    for node in network.needed(wanted):
        kind, *used = network.operation(node)
        text = (
            f"X[{place[str(used[0]), cast('int', used[1])]}, w]"
            if kind == "in"
            else f"~v{used[0]}"
            if kind == "~"
            else None
        )
        lines.append(f"  v{node} = {text or f'v{used[0]} {kind} v{used[1]}'}")
    said = ("-1" if node is True else "0" if node is False else f"v{node}" for node in wanted)
    lines += [f"  Y[{row}, w] = {node}" for row, node in enumerate(said)]
    space: dict[str, Any] = {}
    exec("\n".join(lines), space)
    kernel = nb.njit(space["kernel"])
    cases = complete_cases(policy.edition, table)
    given = np.stack([cases.planes[name] for name in inputs]).view(np.int64)
    answer = np.empty((len(wanted), given.shape[1]), np.int64)
    kernel(given[:, :64].copy(), answer[:, :64].copy())

    def work() -> Any:
        kernel(given, answer)
        return answer

    return Method(work, lambda got: _TABLE()[unpack([row.view(np.uint64) for row in got], cases.count)])


def _peer(load: Callable[[Subject, Table], Callable[[], Any]]) -> Callable[[Subject, Table], Method]:
    return lambda policy, table: Method(load(policy, table))


def _whole(policy: Subject, table: Table) -> Method:
    return Method(numpy_hand.load(policy, table, block=len(next(iter(table.values())))))


def bytes_per_case(policy: Subject) -> tuple[int, int]:
    """Bytes a case as columns, bits a case as planes."""
    facts = policy.edition.facts.values()
    return len(facts), sum(width(len(fact.domain)) for fact in facts)


METHODS: dict[str, Callable[[Subject, Table], Method]] = {
    "Sharewell, integers": integers,
    "Sharewell, numpy planes": planes,
    "Sharewell, numpy planes, unpacked": unpacked,
    "Sharewell, from byte columns": from_bytes,
    "numba on Sharewell's network": numba,
    "numpy by hand, blocks": _peer(numpy_hand.load),
    "numpy by hand, whole columns": _whole,
    "polars": _peer(polars_frame.load),
    "DuckDB": _peer(duckdb_sql.load),
    "OpenFisca": _peer(openfisca.load_columns),
}
