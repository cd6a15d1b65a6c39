"""One determination with its full explanation: ours, each peer, and for the mini policy the same by hand."""

from __future__ import annotations

from importlib import import_module
from statistics import median
from time import perf_counter
from typing import Any

from bench.caseload import cases
from bench.child import ChildError, in_child
from bench.measure import Contest
from bench.mini.every_rule import every_rule
from bench.mini.first import first_rule
from bench.mini.raw import answers, raw_cases
from bench.mini.reasons import reasons
from bench.peers.single import Loaded
from bench.subject import SUBJECTS, Subject, subject
from bench.table import table
from bench.task import Said, said_by, tier_reasons
from sharewell.policy.compile import Compiled
from sharewell.policy.edition import Edition
from sharewell.policy.evaluate import Reader

#: Name in the table, where it loads from, and how many cases agreement is checked on.
PEERS = {
    "datalogic-py": ("bench.peers.jsonlogic:load", 1000),
    "datalogic-py, first rule": ("bench.peers.jsonlogic:load_first", 1000),
    "regorus": ("bench.peers.rego:load", 1000),
    "cedarpy": ("bench.peers.cedar:load", 1000),
    "zen": ("bench.peers.zen:load", 500),
    "OpenFisca": ("bench.peers.openfisca:load", 60),
}


def run(quick: bool) -> dict[str, Any]:
    """Every subject against every peer, each pair in its own process."""
    rows: list[dict[str, Any]] = []
    for name in SUBJECTS:
        for peer, (source, checked) in PEERS.items():
            if peer.endswith("first rule") and not subject(name).tiers:
                continue
            count = min(checked, 150 if quick else checked)
            try:
                found = in_child(
                    "bench.steps.single:contest", name=name, source=source, count=count, rounds=7 if quick else 25
                )
            except ChildError as error:
                rows.append({"subject": name, "peer": peer, "error": error.said})
                continue
            rows.append({"subject": name, "peer": peer} | found)
            print(f"    {name}: {peer} {found['timings']['peer']['quartile']:.1f} us", flush=True)
    return {"rows": rows, "sizes": {name: subject(name).size for name in SUBJECTS}}


def contest(name: str, source: str, count: int, rounds: int) -> dict[str, Any]:
    """One peer against ours (and the floor), interleaved; agreement is checked before the clock starts."""
    policy = subject(name)
    module, function = source.split(":")
    start = perf_counter()
    peer: Loaded = getattr(import_module(module), function)(policy)
    loaded = perf_counter() - start
    compiled = Compiled(policy.edition)
    raw = raw_cases(2000)
    given = [answers(case) for case in raw] if name == "mini" else cases(policy, 1000)
    prepared = [peer.prepare(case) for case in given]
    wrong = sum(
        not agrees(policy, peer, peer.decide(prepared[i]), said_by(compiled.determine(given[i]))) for i in range(count)
    )
    match = Contest(rounds)
    ours = compiled.determine if policy.edition.safeguards else compiled.verdict
    if name == "mini":
        match.add("by hand, first rule", first_rule, raw)
        match.add("by hand, reasons", reasons, raw)
        match.add("by hand, every rule", every_rule, raw)
    match.add("ours", ours, given)
    if policy.edition.quiet_order:
        match.add("ours, declared answers left out", ours, [undeclared(policy.edition, case) for case in given[:300]])
    match.add("peer", peer.decide, prepared)
    timings = {each: timing.scaled(1e6) for each, timing in match.run().items()}
    return {
        "timings": timings,
        "ratio": timings["peer"]["quartile"] / timings["ours"]["quartile"],
        "reasons": peer.reasons,
        "checked": count,
        "wrong": wrong,
        "load_ms": 1e3 * loaded,
        "text_kB": peer.text_bytes / 1e3,
    }


def undeclared(edition: Edition, case: dict[str, str]) -> dict[str, str]:
    """The case as a person gives it: without the answers that are declared all the same."""
    facts = edition.facts
    less = {fact: said for fact, said in case.items() if said not in {each.answer for each in facts[fact].declared}}
    while True:
        effective = Reader(edition, less).effective
        missing = {fact: said for fact, said in case.items() if effective.get(fact) != said}
        if not missing:
            return less
        less |= missing


def agrees(policy: Subject, peer: Loaded, said: Said, meant: Said) -> bool:
    """Whether a peer's answer is the same, as far as it says why."""
    if said.outcome != meant.outcome:
        return False
    if peer.reasons == "all":
        return said == meant
    reasons_meant = tier_reasons(policy, meant)
    return said.applied == (reasons_meant if peer.reasons == "tier" else reasons_meant[: len(said.applied)])


def page(result: dict[str, Any]) -> list[str]:
    """One table a subject."""
    lines = []
    for name, size in result["sizes"].items():
        rows = [row for row in result["rows"] if row["subject"] == name and "timings" in row]
        if rows:
            heads = "contestant | µs: | × ours: | reasons given | disagreements: | load ms: | text kB:"
            lines += [f"### {name}: {size}", "", *table(heads, [*_own(rows), *(_cells(row) for row in rows)])]
    return [*lines, *(f"{row['subject']}, {row['peer']}: {row['error']}" for row in result["rows"] if "error" in row)]


def _own(rows: list[dict[str, Any]]) -> list[list[str]]:
    """Ours and the floor run beside every peer: the median of those runs."""
    made = []
    for who in [each for each in rows[0]["timings"] if each != "peer"]:
        us = median(row["timings"][who]["quartile"] for row in rows)
        ratio = median(row["timings"][who]["quartile"] / row["timings"]["ours"]["quartile"] for row in rows)
        made.append(["**Sharewell**" if who == "ours" else who, f"{us:.2f}", f"{ratio:.2f}"])
    return made


def _cells(row: dict[str, Any]) -> list[str]:
    wrong = f"{row['wrong']} of {row['checked']}"
    us, ratio = f"{row['timings']['peer']['quartile']:.1f}", f"{row['ratio']:.1f}"
    return [row["peer"], us, ratio, row["reasons"], wrong, f"{row['load_ms']:.0f}", f"{row['text_kB']:.0f}"]
