"""Claims: what a pack says must always hold of it. In `families.yaml`; proved by `sharewell.authoring.proof`."""

from __future__ import annotations

from dataclasses import dataclass

from sharewell.policy.condition import AnyOf, Condition

#: A condition that never holds.
NOWHERE = AnyOf(())


@dataclass(frozen=True, slots=True)
class Danger:
    """More of this never makes sharing with a protecting recipient less permitted.

    `order` goes from least to most; answers in one group are not compared with each other. Answers left out are
    compared with nothing.
    """

    fact: str
    order: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Emergency:
    """Where `when` holds nothing stops the sharing, unless `unless` does.

    `known` are the sets of answers that alone must settle a sharing outcome, whatever else is not yet asked.
    """

    name: str
    when: Condition
    unless: Condition = NOWHERE
    known: tuple[tuple[tuple[str, str], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class NeverTo:
    """Where `when` holds the outcome is never that the information can go."""

    name: str
    when: Condition
    because: str = ""


@dataclass(frozen=True, slots=True)
class NeverBasis:
    """Where `when` holds none of these bases is offered."""

    name: str
    bases: tuple[str, ...]
    when: Condition
    because: str = ""


@dataclass(frozen=True, slots=True)
class Covers:
    """Where `when` holds some rule stands: the rules are not silent."""

    name: str
    when: Condition


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that a pack claims. A local pack makes the claims of the pack it extends as well."""

    dangers: tuple[Danger, ...] = ()
    protects: Condition = NOWHERE
    emergencies: tuple[Emergency, ...] = ()
    never_to: tuple[NeverTo, ...] = ()
    never_bases: tuple[NeverBasis, ...] = ()
    covers: tuple[Covers, ...] = ()


#: A pack that claims nothing of itself.
NO_CLAIMS = Claims()
