"""Each proof finds the fault planted for it, with an example that can be read, and has nothing against a sound pack."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sharewell.authoring.proof import Proof, Remark, Weight, prove
from sharewell.policy.claim import Claims, Covers, Danger, Emergency, NeverBasis, NeverTo
from sharewell.policy.condition import AllOf, FindingHolds, Not
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.pack import ConflictFamily, Exclusion, Finding, Pack, ProofException
from sharewell.policy.rule import Basis, Effect, InForce, Rule
from tests.authoring.toys import FIRST, SECOND, since, sound, with_rules, without
from tests.policy.toy import fact, one, rule

CLAIMS = Claims(
    dangers=(Danger("fire", (("no",), ("yes",))), Danger("worry", (("none",), ("some",), ("much",)))),
    protects=one("asker", "fireman", "neighbour"),
    emergencies=(
        Emergency(
            "fire",
            AllOf((one("fire", "yes"), one("asker", "fireman"))),
            known=((("fire", "yes"), ("asker", "fireman")),),
        ),
    ),
    never_to=(NeverTo("thieves", one("asker", "thief"), "they steal"),),
    covers=(Covers("neighbours", one("asker", "neighbour")),),
)


def found(pack: Pack, proof: Proof, claims: Claims = CLAIMS) -> tuple[Remark, ...]:
    """What one proof says; its remarks are failures unless it only informs."""
    return prove(pack, claims).of(proof)


def shown(remark: Remark) -> str:
    """The example in words."""
    assert remark.example is not None
    return remark.example.says()


def test_a_sound_pack_has_nothing_said_against_it() -> None:
    report = prove(sound(), CLAIMS)
    assert report.holds, list(report.lines())
    assert list(report.lines())[-1] == "shed 1: 1 days, 0 failures"
    assert not report.of(Proof.GAP)


def test_a_conflict_is_found_with_both_rules_and_only_the_answers_that_matter() -> None:
    must = rule("give-much", Effect.REQUIRES, one("worry", "much"))
    (remark,) = found(with_rules(must), Proof.NO_CONFLICT)
    assert remark.rules == ("no-thieves", "give-much")
    assert shown(remark) == "on 2000-01-01: worry is much and asker is thief -> refer"


def test_a_listed_family_may_conflict() -> None:
    must = rule("give-much", Effect.REQUIRES, one("worry", "much"), tags=("law",))
    family = ConflictFamily("law", ("no-thieves",), ("@law",), "a judge decides")
    assert not found(replace(with_rules(must), families=(family,)), Proof.NO_CONFLICT)


def test_answers_that_exclude_each_other_are_no_conflict() -> None:
    must = rule("give-much", Effect.REQUIRES, one("worry", "much"))
    never = Exclusion("calm-thief", AllOf((one("worry", "much"), one("asker", "thief"))), "thieves are calm")
    assert not found(replace(with_rules(must), exclusions=(never,)), Proof.NO_CONFLICT)


def test_a_gap_is_said_and_is_a_failure_where_it_is_claimed_to_be_covered() -> None:
    pack = without("lend")
    (gap,) = found(pack, Proof.GAP)
    assert gap.weight is Weight.INFORMATION
    assert gap.says.endswith("% of imagined everyday cases")
    (uncovered,) = found(pack, Proof.COVERS)
    assert shown(uncovered).startswith("on 2000-01-01: ")
    assert "worry is none" in shown(uncovered)
    assert "asker is neighbour" in shown(uncovered)


def test_a_rule_that_can_never_hold_is_dead() -> None:
    never = rule("both", Effect.PERMITS, AllOf((one("fire", "yes"), one("fire", "no"))))
    (remark,) = found(with_rules(never), Proof.NO_DEAD_RULE)
    assert remark.says == "`both` can never hold: its condition contradicts itself"


def test_a_rule_that_quiet_answers_rule_out_is_dead() -> None:
    never = rule("quiet", Effect.PERMITS, AllOf((one("checks", "fine"), one("lock", "broken"))))
    (remark,) = found(with_rules(never), Proof.NO_DEAD_RULE)
    assert remark.rules == ("quiet",)


def test_a_rule_that_another_always_overrides_is_dead_from_the_day_that_the_other_begins() -> None:
    over = replace(rule("over", Effect.EXPECTS, one("asker", "neighbour"), "mend-lock"), in_force=since(SECOND))
    (remark,) = found(with_rules(over), Proof.NO_DEAD_RULE)
    assert remark.says == "`mend-lock` holds but is always overridden on 2020-01-01"


def test_a_rule_that_never_decides_is_dead_and_what_swallows_it_is_named() -> None:
    idle = rule("thief-may", Effect.PERMITS, one("asker", "thief"))
    (remark,) = found(with_rules(idle), Proof.NO_DEAD_RULE)
    assert remark.says == (
        "`thief-may` stands but never decides on 2000-01-01: `no-thieves` (prohibits) always stands with it"
    )


def test_a_dormant_rule_is_tried_in_the_preview() -> None:
    alive = replace(rule("dormant", Effect.WEIGHS, one("asker", "fireman")), in_force=InForce(None))
    dead = replace(rule("dead-dormant", Effect.PERMITS, one("asker", "thief")), in_force=InForce(None))
    (remark,) = found(with_rules(alive, dead), Proof.NO_DEAD_RULE)
    assert "dead-dormant" in remark.says
    assert "previewed" in remark.says


def test_a_rule_that_only_not_known_answers_bring_about_is_alive() -> None:
    unsure = rule("unsure", Effect.WEIGHS, AllOf((one("worry", NOT_KNOWN), one("asker", "fireman"))))
    assert not found(with_rules(unsure), Proof.NO_DEAD_RULE)


def test_a_finding_that_never_varies_is_idle() -> None:
    always = Finding("always", "Always", Not(AllOf((one("fire", "yes"), one("fire", "no")))))
    never = Finding("never", "Never", Not(FindingHolds("always")))
    says = [
        each.says for each in found(replace(sound(), findings=(*sound().findings, always, never)), Proof.FINDINGS_VARY)
    ]
    assert says == ["finding `always` is never false", "finding `never` is never true"]


def test_a_fact_that_nothing_reads_is_a_warning_and_answers_alike_are_said() -> None:
    pack = replace(sound(), facts=(*sound().facts, fact("colour", "red", "blue")))
    said = {each.says: each.weight for each in found(pack, Proof.ANSWERS_ARE_READ)}
    assert said == {
        "nothing tells these answers of `worry` apart: some, much": Weight.INFORMATION,
        "nothing reads fact `colour`": Weight.WARNING,
    }


@pytest.mark.parametrize(
    ("local", "says", "outcomes"),
    [
        (
            rule("thieves-too", Effect.PERMITS, one("asker", "thief"), "no-thieves"),
            "`thieves-too` permits what is prohibited below",
            ("must-not-share", "may-share"),
        ),
        (
            rule("eager", Effect.EXPECTS, one("asker", "fireman")),
            "`eager` lets more go",
            ("may-share", "should-share"),
        ),
    ],
)
def test_a_local_rule_that_widens_is_found(local: Rule, says: str, outcomes: tuple[str, ...]) -> None:
    remark = found(with_rules(local, layer="street"), Proof.LOCAL_ONLY_NARROWS)[0]
    assert remark.says == says
    assert remark.example is not None
    assert remark.example.outcomes == outcomes


def test_a_local_rule_that_relaxes_a_duty_is_found() -> None:
    duty = rule("duty", Effect.REQUIRES, AllOf((one("worry", "much"), one("asker", "fireman"))))
    base = with_rules(duty)
    local = replace(rule("wait", Effect.HOLDS, one("fire", "no")), layer="street")
    rules = (*(replace(each, layer="shed") for each in base.rules), local)
    (remark,) = found(replace(base, name="street", extends="shed", rules=rules), Proof.LOCAL_ONLY_NARROWS)
    assert remark.says == "`wait` relaxes what is required below"


def test_a_local_rule_that_asks_or_narrows_is_not_found() -> None:
    asks = rule("knock", Effect.ASKS, AllOf((one("asker", "neighbour"), one("worry", "none"))))
    bars = rule("no-one", Effect.PROHIBITS, AllOf((one("asker", "neighbour"), one("checks", "not-fine"))))
    assert not found(with_rules(asks, bars, layer="street"), Proof.LOCAL_ONLY_NARROWS)


def test_a_named_exception_excuses_a_rule() -> None:
    local = rule("thieves-too", Effect.PERMITS, one("asker", "thief"), "no-thieves")
    excuse = ProofException("thieves-too", Proof.LOCAL_ONLY_NARROWS.value, "just because")
    pack = replace(with_rules(local, layer="street"), exceptions=(excuse,))
    assert not found(pack, Proof.LOCAL_ONLY_NARROWS)


def test_more_danger_that_lowers_the_outcome_is_found_with_both_cases() -> None:
    shy = rule("shy", Effect.HOLDS, AllOf((one("worry", "much"), one("asker", "fireman"))))
    remarks = found(with_rules(shy), Proof.MORE_DANGER_NEVER_LESS)
    remark = remarks[0]
    assert remark.says == "more `worry` lowers may-share to not-yet by shy"
    assert remark.example is not None
    assert remark.example.instead == (("worry", "much"),)
    assert dict(remark.example.answers)["asker"] == "fireman"
    assert ("fire", "no") in remark.example.setting + remark.example.answers
    excuse = ProofException("shy", Proof.MORE_DANGER_NEVER_LESS.value, "shy firemen")
    assert not found(replace(with_rules(shy), exceptions=(excuse,)), Proof.MORE_DANGER_NEVER_LESS)


def test_a_danger_of_an_unknown_fact_is_said() -> None:
    (remark,) = found(sound(), Proof.MORE_DANGER_NEVER_LESS, Claims(dangers=(Danger("flood", (("no",), ("yes",))),)))
    assert remark.says == "`flood` is no fact"


def test_an_emergency_that_is_stopped_is_found_whatever_stops_it() -> None:
    stop = replace(rule("stop", Effect.PROHIBITS, one("checks", "not-fine"), "fire-first"), in_force=since(SECOND))
    stopped, waits = found(with_rules(stop), Proof.EMERGENCY_NEVER_STOPPED)
    assert stopped.says == "fire is stopped by stop"
    assert shown(stopped).startswith("on 2020-01-01: ")
    assert "checks is not-fine" in shown(stopped)
    assert waits.says == "fire waits for checks"
    assert waits.example is not None
    assert waits.example.when.day == SECOND > FIRST


def test_what_never_goes_to_someone_is_found_where_it_does() -> None:
    friend = rule("honest-thief", Effect.PERMITS, AllOf((one("asker", "thief"), one("worry", "none"))), "no-thieves")
    (remark,) = found(with_rules(friend), Proof.NEVER_TO)
    assert remark.says == "thieves: honest-thief lets it go, but they steal"
    assert shown(remark).startswith("on 2000-01-01: worry is none and asker is thief -> may-share")


def test_a_basis_that_is_a_trap_is_found_and_so_is_one_that_is_missing() -> None:
    basis = Basis("trust", "article-6", "Trust", one("fire", "no"), (), since(FIRST))
    claims = replace(CLAIMS, never_bases=(NeverBasis("thieves", ("trust", "hope"), one("asker", "thief")),))
    trap, missing = found(replace(sound(), bases=(basis,)), Proof.NEVER_BASIS, claims)
    assert trap.says == "thieves: `trust` is offered"
    assert shown(trap) == "on 2000-01-01: fire is no and asker is thief"
    assert missing.says == "thieves names `hope`, which is no basis"
