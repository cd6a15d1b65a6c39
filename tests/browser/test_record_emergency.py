"""An emergency recorded afterwards: three facts, the decision stands at once, and the record is completed.

With a mouse on a desk and on a phone, with JavaScript off, and by the keyboard alone.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from sharewell.casework.complete_emergency import retrospective
from sharewell.register.decision import Choice, Decision
from tests.browser.record_desk import AtWork, desk, holds
from tests.browser.record_scene import NOW, Scene
from tests.browser.record_steps import sign, tell, weigh
from tests.browser.test_record_worry import WAYS
from tests.casework.record_rows import WORRIED

ANSWERS = {**WORRIED, "recipient-kind": "police", "recipient-can-act": "yes", "concern-kind": "domestic-abuse"}


@pytest.mark.parametrize(("way", "options"), WAYS)
def test_three_facts_and_then_the_record(
    browser: Browser, live_server: LiveServer, begun: Scene, way: type[AtWork], options: dict[str, object]
) -> None:
    with desk(browser, live_server, begun.cast.at("teacher", NOW), **options) as page:
        person = way(page, live_server.url)
        person.visit("/emergency/")
        person.pick("Which child’s record is it for?", "Jasmine Whitlock")
        person.type("Who is in danger, and from what?", "Jasmine. A man at the gate has a knife.")
        person.choose("Whom did you ring or tell?", "Police")
        person.type("What did you tell them?", "Where she is, and what he said.")
        person.sent("Keep this")
        assert person.seconds < 60, f"{person.seconds:.0f} s for three facts"
        assert "Still to finish." in page.locator("main").inner_text()
        short = Decision.objects.get()
        assert short.choice == Choice.SHARE
        assert short.complete_by is not None
        assert short.complete_by - short.recorded_at == timedelta(hours=24)
        person.visit("/work/")
        assert "You acted in an emergency." in page.locator("main").inner_text()
        person.link("Jasmine Whitlock: Police")
        person.answers(ANSWERS)
        person.button("Keep this and decide")
        weigh(
            person, "Share", sharing="She may be frightened of the police.", keeping="He hurts her or others.",
            harm="Significant harm to a child",
        )  # fmt: skip
        tell(person, {"Jaz": "Told before", "Marian": "Will be told", "Piers": "Will be told"})
        sign(person, "A man with a knife asked for her by name.")
        assert "after the emergency" in page.locator("main").inner_text()
        assert not page.get_by_text("Still to finish.").count()
        person.visit("/work/")
        assert "You acted in an emergency." not in page.locator("main").inner_text()
    full = Decision.objects.get(replaces=short)
    assert retrospective(full)
    assert full.decided_at == short.decided_at
    assert full.recorded_at > short.recorded_at
    holds("decision-made", times=2)
