"""DuckDB: the chain as one `case` over a table of booleans and small codes; findings as columns of nested selects."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from bench.peers.numpy_hand import native
from bench.program import program_of
from bench.subject import Subject
from bench.wording import Infix, spans, word
from sharewell.policy.condition import FactIs


def text(subject: Subject, source: str = "cases") -> str:
    """The policy as SQL."""
    program, facts = program_of(subject), subject.edition.facts

    def atom(test: FactIs) -> str:
        name, domain = f"f_{word(test.fact)}", facts[test.fact].domain
        if test.fact in subject.flags:
            return "true" if len(test.answers) == 2 else name if "yes" in test.answers else f"(not {name})"
        places = spans(domain, test.answers)
        if len(places) != 1:
            codes = [str(place) for low, high in places for place in range(low, high + 1)]
            return f"{name} in ({', '.join(codes)})" if codes else "false"
        ((low, high),) = places
        if low == high:
            return f"{name} = {low}"
        return f"{name} <= {high}" if low == 0 else f"{name} between {low} and {high}"

    infix = Infix(atom, lambda name: f"d_{word(name)}", " and ", " or ", "not ")
    for level in program.levels():
        more = ", ".join(f"{infix.write(condition)} as d_{word(name)}" for name, condition in level.items())
        source = f"(select *, {more} from {source})"
    links = " ".join(f"when {infix.write(condition)} then {code}" for condition, code in program.chain)
    return f"select cast(case {links} else {program.default} end as utinyint) as outcome from {source}"


def load(subject: Subject, table: dict[str, Any]) -> Callable[[], Any]:
    """A run over all cases, giving one outcome code per case."""
    import duckdb

    threads = int(os.environ.get("POLARS_MAX_THREADS", "1"))
    connection = duckdb.connect(config={"threads": threads})
    given = {f"f_{word(name)}": column for name, column in native(subject, table).items()}
    connection.register("given", given)
    connection.execute("create table cases as select * from given")
    connection.unregister("given")
    statement = text(subject)
    return lambda: connection.execute(statement).fetchnumpy()["outcome"]
