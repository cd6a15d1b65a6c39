"""polars: the chain as a lazy expression over a frame of booleans and small codes."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import reduce
from typing import Any

from bench.peers.numpy_hand import native
from bench.program import program_of
from bench.subject import Subject
from bench.wording import spans
from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not


def expressions(subject: Subject) -> Callable[[Condition], Any]:
    """A function from conditions to polars expressions; findings are columns."""
    import polars as pl

    facts = subject.edition.facts
    always, never = pl.lit(value=True), pl.lit(value=False)

    def holds(condition: Condition) -> Any:
        match condition:
            case FactIs(fact) if fact in subject.flags:
                yes = pl.col(fact)
                return always if len(condition.answers) == 2 else yes if "yes" in condition.answers else ~yes
            case FactIs(fact):
                return _among(pl.col(fact), facts[fact].domain, condition.answers)
            case FindingHolds(name):
                return pl.col(f"d {name}")
            case Not(part):
                return ~holds(part)
            case AllOf(parts):
                return reduce(operator.and_, [holds(part) for part in parts]) if parts else always
            case AnyOf(parts):
                return reduce(operator.or_, [holds(part) for part in parts]) if parts else never

    return holds


def _among(column: Any, domain: tuple[str, ...], answers: frozenset[str]) -> Any:
    places = spans(domain, answers)
    if len(places) != 1:
        return column.is_in([place for low, high in places for place in range(low, high + 1)])
    ((low, high),) = places
    if low == high:
        return column == low
    return column <= high if low == 0 else column >= low if high == len(domain) - 1 else column.is_between(low, high)


def load(subject: Subject, table: dict[str, Any]) -> Callable[[], Any]:
    """A run over all cases, giving one outcome code per case."""
    import polars as pl

    program, holds = program_of(subject), expressions(subject)
    (first, code), *rest = program.chain
    chain: Any = pl.when(holds(first)).then(code)
    for condition, code in rest:
        chain = chain.when(holds(condition)).then(code)
    query = pl.DataFrame(native(subject, table)).lazy()
    for level in program.levels():
        query = query.with_columns([holds(condition).alias(f"d {name}") for name, condition in level.items()])
    query = query.select(chain.otherwise(program.default).cast(pl.UInt8).alias("outcome"))

    def run() -> Any:
        return query.collect()["outcome"].to_numpy()

    return run
