"""The report: the table of targets first, then every measurement, as Markdown and as JSON."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.targets import judged

_TITLES = {
    "agreement": "Agreement",
    "single": "One determination with its full explanation",
    "open_facts": "Facts left out: three-valued",
    "record": "The record of a determination",
    "batch": "Many determinations",
    "replay": "Replay: what a change of rules would change",
    "proofs": "Proofs",
    "questions": "The next question",
    "startup": "Start-up",
    "missing": "A fact that nobody answered",
    "safety": "Sharing said too early",
}
_METHOD = """\
Contestants take turns in short rounds within one process, ours beside each of them, and the lower quartile of the
rounds counts; for a limit in microseconds the best round. Batches, imports and proofs run in processes of their own,
one thread each, and the best run counts. Read ratios, not microseconds: the machine is shared.

Peers get their text from the pack's values, in each language's own idiom, with booleans for yes-or-no facts; agreement
is checked before the clock starts. What a peer cannot do (overrides, what goes with an answer) is done for it on the
host and remembered, which is kinder to it than a user could be. `× ours` above 1 means slower than Sharewell."""


def write(folder: Path, about: dict[str, Any], results: dict[str, Any]) -> str:
    """Write `report.md` and `report.json`; the text given back is the table of targets."""
    lines = judged(results)
    folder.mkdir(parents=True, exist_ok=True)
    data = about | {"targets": lines, "results": results}
    (folder / "report.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n")
    targets = _targets(lines)
    page = ["# Benchmarks", "", *_about(about), "", "## Targets", "", *targets, "", "## Method", "", _METHOD, ""]
    for name, result in results.items():
        page += [f"## {_TITLES[name]}", ""]
        page += [f"Not measured: {result['error']}"] if "error" in result else _section(name, result)
        page.append("")
    (folder / "report.md").write_text("\n".join(page).rstrip() + "\n")
    return "\n".join(targets)


def _section(name: str, result: dict[str, Any]) -> list[str]:
    lines: list[str] = import_module(f"bench.steps.{name}").page(result)
    return lines


def _about(about: dict[str, Any]) -> list[str]:
    machine, versions = about["machine"], about["versions"]
    return [
        (
            f"{'Quick' if about['quick'] else 'Full'} run, {about['seconds']:.0f} s, on {machine['cores']} cores of "
            f"{machine['processor']}, {machine['memory']}, Python {machine['python']}, load {machine['load']}; "
            f"Sharewell {machine['commit']}."
        ),
        "",
        "Peers: " + ", ".join(f"{name} {version}" for name, version in versions.items()) + ".",
    ]


def _targets(lines: list[dict[str, Any]]) -> list[str]:
    """One row a figure; what stands in the way is said below the table."""
    page = ["| what | target | measured | |", "|---|---|---:|---|"]
    for line in lines:
        for place, figure in enumerate(line["figures"]):
            word = "not measured" if figure["met"] is None else "met" if figure["met"] else "**missed**"
            measured = figure["figure"] or ""
            page.append(f"| {line['what'] if place == 0 else ''} | {figure['target']} | {measured} | {word} |")
    missed = [line for line in lines if any(figure["met"] is False for figure in line["figures"])]
    if missed:
        page += ["", "What stands in the way:", ""]
        page += [
            f"- *{line['what']}*: {' '.join(line['obstacle'].split()) or 'not looked into yet.'}" for line in missed
        ]
    return page
