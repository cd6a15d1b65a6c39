"""A teacher’s worry about harm, from the request to the decision, in less than three minutes of a person’s time.

With a mouse on a desk and on a phone, with JavaScript off, and by the keyboard alone.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from sharewell.register.decision import Choice, Decision, Grounds, Telling, Weighing
from sharewell.register.request import Determination, Sitting
from tests.browser.record_desk import AtWork, ByKeyboard, desk, holds
from tests.browser.record_scene import NOW, Scene
from tests.browser.record_steps import OURS, begin, outcome, sign, tell, to_record, weigh
from tests.casework.record_rows import WORRIED

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 800}
WAYS = [
    pytest.param(AtWork, {"viewport": WIDE}, id="desktop"),
    pytest.param(AtWork, {"viewport": PHONE, "has_touch": True}, id="phone"),
    pytest.param(AtWork, {"viewport": PHONE, "java_script_enabled": False}, id="phone-no-script"),
    pytest.param(ByKeyboard, {"viewport": WIDE}, id="keyboard"),
    pytest.param(ByKeyboard, {"viewport": WIDE, "java_script_enabled": False}, id="keyboard-no-script"),
]
THREE_MINUTES = 180


@pytest.mark.parametrize(("way", "options"), WAYS)
def test_a_worry_to_a_decision(
    browser: Browser, live_server: LiveServer, begun: Scene, way: type[AtWork], options: dict[str, object]
) -> None:
    with desk(browser, live_server, begun.cast.at("teacher", NOW), **options) as page:
        person = way(page, live_server.url)
        to_record(person, begun)
        begin(person, OURS, "Aldermere Children’s Services", "To keep her safe")
        asked = person.answers({**WORRIED, "asked-so-far": "nobody"})
        assert not {"age-band", "recipient-kind", "started-by", "sharer-kind"} & set(asked), "the record knows these"
        assert "Share: holding back would need a good reason" in outcome(person)
        person.button("Keep this and decide")
        weigh(
            person, "Share", sharing="She may stop talking to us.", keeping="Her uncle hurts her again.",
            harm="Significant harm to a child",
        )  # fmt: skip
        tell(person, {"Jaz": "Told before", "Marian": "Will be told", "Piers": "Will be told"})
        sign(person, "Bruises on both arms. She says her uncle did it.")
        assert page.locator("h1").inner_text() == "Share, with Aldermere Children’s Services"
        assert person.seconds < THREE_MINUTES, f"{person.acts} acts, {person.pages} pages: {person.seconds:.0f} s"
    decision = Decision.objects.get()
    assert (decision.choice, decision.decided_by.name) == (Choice.SHARE, "Alice Penrose")
    assert decision.determination == Determination.objects.get()
    assert Weighing.objects.get(decision=decision).harm == "significant-harm"
    assert set(Telling.objects.filter(decision=decision).values_list("told", flat=True)) == {"before", "will"}
    assert Grounds.objects.get(decision=decision).policy_version.startswith("england ")
    assert Sitting.objects.count() == 1
    holds("decision-made")
