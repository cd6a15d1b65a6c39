"""An adviser’s answer, signed in with password and code; a broken glass and its review: on a desk and on a phone."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from sharewell.casework.accept_invitation import accept_invitation
from sharewell.register.advice import Advice
from sharewell.register.decision import Decision
from sharewell.register.relationship import BrokenGlass, GlassFinding, GlassReview
from sharewell.register.voice import Review, ReviewKind
from tests.browser.record_desk import AtWork, Running, desk, holds
from tests.browser.record_gallery import look_across
from tests.browser.record_scene import NOW, Scene
from tests.browser.record_steps import OURS, begin, sign, tell, to_record, weigh
from tests.browser.test_record_requests import pytestmark as on_both
from tests.casework.accounts import PASSWORD, code_of, with_app
from tests.casework.record_rows import WORRIED

pytestmark = on_both


def signs_in(person: AtWork, scene: Scene, name: str, clock: Running) -> None:
    """With a password and the code of an app, both set up long ago."""
    begun = NOW - timedelta(days=119)
    practitioner = accept_invitation(scene.cast.codes[name], PASSWORD, at=begun)
    secret = with_app(scene.cast.at(name, begun + timedelta(days=2)))
    person.visit("/sign-in/")
    person.type("Your work email address", practitioner.email)
    person.type("Password", PASSWORD)
    person.sent("Continue")
    person.type("Code", code_of(secret, clock()))
    person.sent("Continue")


def test_an_adviser_answers(
    browser: Browser, live_server: LiveServer, begun: Scene, running: Running, options: dict[str, object]
) -> None:
    with desk(browser, live_server, begun.cast.at("teacher", NOW), **options) as page:
        person = AtWork(page, live_server.url)
        to_record(person, begun)
        begin(person, OURS, "Aldermere Children’s Services", "A worry about bruises")
        person.answers(WORRIED)
        person.link("Ask for advice first")
        person.choose("Whom do you ask?", "Designated safeguarding lead")
        person.type("What it is about", "The child has bruises on both arms and says it was sport.")
        person.type("What do you want to know?", "Would you tell the council now?")
        person.sent("Send the question")
    with desk(browser, live_server, None, **options) as page:
        adviser = AtWork(page, live_server.url)
        signs_in(adviser, begun, "adviser", running)
        adviser.link("Advice for Alice Penrose")
        assert "Jasmine" not in page.locator("body").inner_text(), "it was asked without names"
        adviser.type("Your advice", "Yes, today. Bruises on both arms are no sport.")
        adviser.sent("Send the advice")
        assert "Nobody waits for your advice." in page.locator("main").inner_text()
    with desk(browser, live_server, begun.cast.at("teacher", NOW), **options) as page:
        person = AtWork(page, live_server.url)
        person.visit("/work/")
        person.link("Aldermere Children’s Services")
        if page.get_by_role("button", name="Keep this and decide").count():
            person.button("Keep this and decide")
        assert "Bruises on both arms are no sport." in page.locator("main").inner_text()
        weigh(
            person, "Share", sharing="She may stop talking to us.", keeping="She is hurt again.",
            harm="Significant harm to a child",
        )  # fmt: skip
        person.choose("Do you follow this advice?", "I follow it")
        tell(person, {"Jaz": "Told before", "Marian": "Will be told", "Piers": "Will be told"})
        sign(person, "Bruises on both arms. Our lead says to tell today.")
    assert Advice.objects.get().recorded_by.name == "Noor Ashgrove"
    assert Decision.objects.get().choice == "share"
    holds("advice-given")
    holds("decision-made")


def test_a_glass_is_broken_and_reviewed(
    browser: Browser, live_server: LiveServer, begun: Scene, options: dict[str, object]
) -> None:
    with desk(browser, live_server, begun.cast.at("nurse", NOW), **options) as page:
        person = AtWork(page, live_server.url)
        person.visit(f"/children/{begun.child.pk}/")
        assert page.locator("h1").inner_text() == "There is nothing here that you can open"
        person.bar("Find a child")
        person.link("Other records of Hollybank School")
        with page.expect_navigation():
            look_across(page)
        assert "Jasmine" not in page.locator("[role=status]").inner_text()
        person.link("open it for an hour and say why")
        person.choose("Why must you see it now?", "The child or family is with me now")
        person.type("What has happened?", "She is in my room and will not say what hurts.")
        person.sent("Open it for 60 minutes")
        assert "Glass broken" in page.locator(".sw-idbar").inner_text()
        assert page.locator("h1").inner_text() == "Jasmine Whitlock"
    with desk(browser, live_server, begun.cast.at("governance", NOW), **options) as page:
        lead = AtWork(page, live_server.url)
        lead.visit("/work/")
        lead.bar("Oversight")
        lead.link("Ines Calloway")
        lead.choose("What did you find?", "It was right to look")
        lead.type("What did you look at", "She was with her, and nobody could be reached.")
        lead.sent("Keep the review")
        assert "None waits for review." in page.locator("main").inner_text()
    with desk(browser, live_server, begun.cast.at("teacher", NOW), **options) as page:
        teacher = AtWork(page, live_server.url)
        to_record(teacher, begun)
        teacher.link("Who looked")
        assert "Ines Calloway" in page.locator("main").inner_text()
    assert GlassReview.objects.get().glass == BrokenGlass.objects.get()
    assert GlassReview.objects.get().finding == GlassFinding.JUSTIFIED
    assert Review.objects.get(kind=ReviewKind.GLASS).done_by == begun.cast.people["governance"]
    holds("glass-broken")
    holds("glass-reviewed")
