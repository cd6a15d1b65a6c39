"""OpenFisca-Core: a variable for each fact, finding and link of the chain, with vectorised numpy formulas."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from bench.peers.single import Loaded
from bench.program import OUTCOMES, program_of
from bench.subject import Subject
from bench.task import Said
from bench.wording import listed, word
from sharewell.policy.condition import AllOf, AnyOf, Condition, FactIs, FindingHolds, Not

_YEAR = "2024"


def holding(subject: Subject, enums: dict[str, Any]) -> Callable[[Condition, Any, Any], Any]:
    """A function that works a condition out for everybody in a simulation."""
    facts = subject.edition.facts

    def holds(condition: Condition, who: Any, when: Any) -> Any:
        match condition:
            case FactIs(fact) if fact in subject.flags:
                yes = who(word(fact), when)
                return yes if condition.answers == {"yes"} else ~yes if len(condition.answers) == 1 else yes | ~yes
            case FactIs(fact):
                said, real = who(word(fact), when), condition.answers & set(facts[fact].domain)
                tests = [said == enums[fact][word(each)] for each in listed(facts[fact].domain, real)]
                return reduce(np.add, tests) if tests else np.zeros(who.count, bool)
            case FindingHolds(name):
                return who(f"d_{word(name)}", when)
            case Not(part):
                return ~holds(part, who, when)
            case AllOf(parts):
                return reduce(np.multiply, [holds(part, who, when) for part in parts])
            case AllOf(()):
                return np.ones(who.count, bool)
            case AnyOf(()):
                return np.zeros(who.count, bool)
            case AnyOf(parts):
                return reduce(np.add, [holds(part, who, when) for part in parts])

    return holds


def system(subject: Subject) -> tuple[Any, dict[str, Any]]:
    """The tax and benefit system, as OpenFisca calls it, and its enumerations."""
    from openfisca_core.entities import build_entity
    from openfisca_core.indexed_enums import Enum
    from openfisca_core.periods import DateUnit
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable

    person = build_entity(key="person", plural="persons", label="case", is_person=True)
    made = TaxBenefitSystem([person])
    facts, program = subject.edition.facts, program_of(subject)
    enums = {
        name: Enum(f"{word(name)}_enum", {word(each): each for each in fact.domain})
        for name, fact in facts.items()
        if name not in subject.flags
    }

    def add(name: str, **more: Any) -> None:
        base = {"entity": person, "definition_period": DateUnit.YEAR, "label": name}
        made.add_variable(type(word(name), (Variable,), base | more))

    holds = holding(subject, enums)

    def formula(condition: Condition) -> Callable[[Any, Any], Any]:
        return lambda person, period: holds(condition, person, period)

    for name in facts:
        if name in enums:
            add(name, value_type=Enum, possible_values=enums[name], default_value=next(iter(enums[name])))
        else:
            add(name, value_type=bool)
    for name, condition in program.named.items():
        add(f"d_{name}", value_type=bool, formula=formula(condition))
    for place, (condition, _) in enumerate(program.chain):
        add(f"link_{place}", value_type=bool, formula=formula(condition))

    def outcome(person: Any, period: Any) -> Any:
        links = [person(f"link_{place}", period) for place in range(len(program.chain))]
        return np.select(links, [code for _, code in program.chain], program.default)

    add("outcome", value_type=int, formula=outcome)
    return made, enums


def load(subject: Subject) -> Loaded:
    """One simulation a case, as its API does. A fact that is left out takes its default value."""
    from openfisca_core.simulations import SimulationBuilder

    made, enums = system(subject)

    def prepare(case: dict[str, str]) -> dict[str, Any]:
        said = {word(name): (word(said) if name in enums else said == "yes") for name, said in case.items()}
        return {"persons": {"case": {name: {_YEAR: value} for name, value in said.items()}}}

    def decide(case: dict[str, Any]) -> Said:
        simulation = SimulationBuilder().build_from_entities(made, case)
        return Said(OUTCOMES[int(simulation.calculate("outcome", _YEAR)[0])], ())

    return Loaded(decide, prepare, "first")


def load_columns(subject: Subject, table: dict[str, Any]) -> Callable[[], Any]:
    """One simulation over all cases."""
    from openfisca_core.indexed_enums import EnumArray
    from openfisca_core.simulations import SimulationBuilder

    made, enums = system(subject)
    count = len(next(iter(table.values())))
    held = {
        name: EnumArray(column, enums[name])
        if name in enums
        else column == subject.edition.facts[name].domain.index("yes")
        for name, column in table.items()
    }

    def run() -> Any:
        simulation = SimulationBuilder().build_default_simulation(made, count)
        for name, column in held.items():
            simulation.set_input(word(name), _YEAR, column)
        return simulation.calculate("outcome", _YEAR).astype(np.uint8)

    return run
