"""Steps that several journeys share: to the child’s record, a request, a decision."""

from __future__ import annotations

from collections.abc import Mapping

from tests.browser.record_desk import AtWork
from tests.browser.record_scene import Scene

OURS, THEIRS = "We wish to tell somebody", "Somebody asks us"
#: For decisions that give nothing, nobody has to be told.
NOBODY: Mapping[str, str] = {}


def to_record(person: AtWork, scene: Scene) -> None:
    """From one’s own work to the record of the child."""
    person.visit("/work/")
    person.link(scene.child.name)


def begin(person: AtWork, who_began: str, body: str, purpose: str, *, asked_for: str = "") -> None:
    """A request, from the child’s record."""
    person.link("Somebody asks, or you wish to tell")
    person.choose("Who began this?", who_began)
    person.pick("Which organisation?", body)
    person.type("What is it for?", purpose)
    if asked_for:
        person.type("What was asked for", asked_for)
    person.sent("Go on to the questions")


def weigh(person: AtWork, choice: str, *, sharing: str, keeping: str, harm: str = "None indicated") -> None:
    """Both sides, and the choice."""
    person.type("The harm of sharing", sharing)
    person.type("The harm of not sharing", keeping)
    person.choose("What harm is there a sign of?", harm)
    person.choose("What do you decide?", choice)


def tell(person: AtWork, told: Mapping[str, str]) -> None:
    """Who is told: name to answer."""
    for name, answer in told.items():
        person.choose(f"Is {name} told?", answer)


def not_told(person: AtWork, name: str, why: str) -> None:
    """Why somebody is not told."""
    tell(person, {name: "Not told"})
    person.unfold(f"why {name} is not told")
    person.write(person.page.locator("details", has_text=f"why {name} is not told").get_by_label("If not told"), why)


def sign(person: AtWork, reasons: str, name: str = "Alice Penrose", button: str = "Sign this decision") -> None:
    """The reasons and the name."""
    person.type("Your reasons", reasons)
    person.type("Type your name", name)
    person.sent(button)


def outcome(person: AtWork) -> str:
    """What the rules say, on the page."""
    return person.page.locator(".sw-outcome").inner_text()
