"""What an engine does when nobody answered one question that the answer rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from importlib import import_module
from typing import Any

from bench.child import ChildError, in_child
from bench.mini import reasons
from bench.mini.raw import answers, raw_cases
from bench.peers.single import Loaded
from bench.subject import Subject, subject
from bench.table import table
from sharewell.policy.compile import Compiled
from sharewell.policy.evaluate import Reader
from sharewell.policy.outcome import SHARING, Outcome

PEERS = {
    "cedarpy": "bench.peers.cedar:load",
    "regorus": "bench.peers.rego:load",
    "datalogic-py": "bench.peers.jsonlogic:load",
    "zen": "bench.peers.zen:load",
    "OpenFisca": "bench.peers.openfisca:load",
}
_ASKS, _SHARES, _OTHER = "asks or refers", "SHARES", "another outcome"


def run(quick: bool) -> dict[str, Any]:
    """Ours, each peer and the hand-written program; the mini and the national pack."""
    found: dict[str, Any] = {}
    for name in ("mini", "england-rules"):
        contestants = ["Sharewell", *PEERS, *(["by hand"] if name == "mini" else [])]
        for who in contestants:
            try:
                found.setdefault(name, {})[who] = in_child(
                    "bench.steps.missing:count", name=name, who=who, wanted=30 if quick else 100
                )
            except ChildError as error:
                found.setdefault(name, {})[who] = {"error": error.said}
    return found


def count(name: str, who: str, wanted: int) -> dict[str, Any]:
    """What one contestant says in two sorts of cases, each with one answer taken out that matters.

    *Could prohibit*: the case shares; an answer to the missing fact exists with which a prohibition would stand. *Did
    prohibit*: the case does not share, by one prohibition; the missing fact is one it rests on.
    """
    policy = subject(name)
    say = _speaker(policy, who)
    counts = {"could prohibit": Counter[str](), "did prohibit": Counter[str]()}
    for kind, whole, fact in pairs(policy, wanted):
        less = {each: said for each, said in whole.items() if each != fact}
        counts[kind][say(less)] += 1
    return {kind: dict(each) for kind, each in counts.items()}


def pairs(policy: Subject, wanted: int) -> list[tuple[str, Any, str]]:
    """Kind, case and the fact to take out; at most a few of each case."""
    compiled, edition = Compiled(policy.edition), policy.edition
    found: list[tuple[str, Any, str]] = []
    room = Counter({"could prohibit": wanted, "did prohibit": wanted})
    for case in _cases(policy, 3000):
        given = answers(case) if policy.name == "mini" else case
        verdict = compiled.verdict(given)
        shares = verdict.outcome in SHARING
        kind = "could prohibit" if shares else "did prohibit"
        bans = [rule for rule in verdict.applied if rule.effect.outcome is Outcome.MUST_NOT_SHARE]
        if room[kind] <= 0 or (verdict.checked and verdict.outcome is Outcome.REFER) or (not shares and len(bans) != 1):
            continue
        taken = 0
        read = edition.facts_in(bans[0].when) if bans else frozenset(edition.facts)
        for fact in sorted(read, key=lambda each: list(edition.facts).index(each)):
            if taken == 3 or room[kind] <= 0:
                break
            if _decides(policy, compiled, given, fact, shares):
                found.append((kind, case, fact))
                room[kind] -= 1
                taken += 1
    return found


def _decides(policy: Subject, compiled: Compiled, given: dict[str, str], fact: str, shares: bool) -> bool:
    """Whether some answer to the fact turns sharing into must-not-share, or must-not-share into something else."""
    if fact in Reader(policy.edition, {each: said for each, said in given.items() if each != fact}).effective:
        return False  # left out, it has a declared answer
    said = {compiled.verdict(given | {fact: answer}).outcome for answer in policy.edition.facts[fact].domain}
    return Outcome.MUST_NOT_SHARE in said and (bool(said & SHARING) if shares else len(said) > 1)


def _cases(policy: Subject, number: int) -> list[Any]:
    if policy.name == "mini":
        return list(raw_cases(number))
    from bench.caseload import cases

    return list(cases(policy, number))


def _speaker(policy: Subject, who: str) -> Callable[[Any], str]:
    """A contestant as a function from a case (as it stands in `pairs`) to a word for the table."""
    compiled = Compiled(policy.edition)

    def form(case: Any) -> dict[str, str]:
        return answers(case) if policy.name == "mini" else dict(case)

    if who == "Sharewell":
        return lambda case: _word(compiled.determine(form(case)).outcome)
    if who == "by hand":
        return lambda case: _tried(lambda: reasons.reasons(case)[0])
    module, function = PEERS[who].split(":")
    peer: Loaded = getattr(import_module(module), function)(policy)
    return lambda case: _tried(lambda: peer.decide(peer.prepare(form(case))).outcome)


def _tried(say: Callable[[], str]) -> str:
    try:
        return _word(say())
    except BaseException as error:  # noqa: BLE001 - a peer may fail in any way, a panic of its native part included
        return f"error ({type(error).__name__})"


def _word(outcome: str) -> str:
    if outcome in {Outcome.INCOMPLETE, Outcome.REFER}:
        return _ASKS
    return _SHARES if outcome in SHARING else _OTHER


def page(result: dict[str, Any]) -> list[str]:
    """One table a policy."""
    lines = [
        "*Could*: the true answer was to share, and a fact was taken out with which a prohibition could stand.",
        "*Was*: the true answer was not to share, and a fact of the one prohibition was taken out. Either way the true",
        "answer is then unknown.",
        "",
    ]
    for name, found in result.items():
        rows = [
            (who, f"failed: {counts['error']}")
            if "error" in counts
            else (who, *(", ".join(f"{word} {n}" for word, n in sorted(each.items())) for each in counts.values()))
            for who, counts in found.items()
        ]
        lines += [f"### {name}", "", *table("engine | could be prohibited | was prohibited", rows)]
    return lines
