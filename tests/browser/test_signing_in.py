"""Signing in with a real browser: without a script by app, with one by passkey; and every page of it looked at."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from pytest_django.live_server_helper import LiveServer

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.add_contact_point import add_contact_point
from sharewell.register.organisation import Channel, Organisation, Sector
from sharewell.register.practitioner import Role
from tests.browser.checks import looked_at, unseen_focus
from tests.browser.gallery import LOOKS, WIDTHS
from tests.casework.accounts import PASSWORD, code_of, with_app, with_password
from tests.casework.conftest import someone
from tests.web.signing import signed_in_as

NARROW: ViewportSize = {"width": 320, "height": 700}


@pytest.fixture
def dana(transactional_db: None) -> Acting:
    """An administrator with a password."""
    school = Organisation.objects.create(
        name="Hollybank School", sector=Sector.EDUCATION, joined_on=timezone.localdate()
    )
    who = someone("Dana Quill", school, Role.ADMINISTRATOR, at=timezone.now())
    return with_password(who)


@pytest.fixture
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser of one's own, in which cookies are welcome."""
    made = browser.new_context(viewport=NARROW, **getattr(request, "param", {}))
    yield made
    made.close()


def signed_in(context: BrowserContext, who: Acting, site: str) -> Page:
    """A page of somebody who signed in just now."""
    client = signed_in_as(Client(), who)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": site}])
    return context.new_page()


def type_password(page: Page, who: Acting, site: str) -> None:
    page.goto(f"{site}/sign-in/")
    page.get_by_label("Your work email address").fill(who.practitioner.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()


@pytest.mark.parametrize("context", [{"java_script_enabled": False}, {}], indirect=True, ids=["without-script", "with"])
def test_password_and_app(context: BrowserContext, live_server: LiveServer, dana: Acting) -> None:
    secret = with_app(dana)
    page = context.new_page()
    type_password(page, dana, live_server.url)
    page.get_by_label("Code").fill(code_of(secret, timezone.now()))
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="My work").wait_for()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="You have signed out").wait_for()
    page.goto(f"{live_server.url}/work/")
    page.get_by_role("heading", name="Sign in").wait_for()


def test_a_passkey(context: BrowserContext, live_server: LiveServer, dana: Acting) -> None:
    page = signed_in(context, dana, live_server.url)
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True, "isUserVerified": True}
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, "automaticPresenceSimulation": True}})
    page.goto(f"{live_server.url}/account/factor/")
    page.get_by_role("button", name="Make a passkey").click()
    page.get_by_role("heading", name="Your new recovery codes").wait_for()
    page.get_by_role("link", name="I have kept them").click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="You have signed out").wait_for()
    type_password(page, dana, live_server.url)
    page.get_by_role("button", name="Use your passkey").click()
    page.get_by_role("heading", name="My work").wait_for()


def test_the_picture_is_one_that_a_camera_reads(context: BrowserContext, live_server: LiveServer, dana: Acting) -> None:
    page = signed_in(context, dana, live_server.url)
    page.goto(f"{live_server.url}/account/factor/")
    drawn = "document.querySelector('.sw-code').complete && document.querySelector('.sw-code').naturalWidth > 100"
    page.wait_for_function(drawn)


def test_every_page_in_any_look(context: BrowserContext, live_server: LiveServer, dana: Acting) -> None:
    with transaction_of(dana):
        place = dana.organisation.pk
        point = add_contact_point(dana, place, channel=Channel.PHONE, label="Duty desk", value="01632 960 001")
    with_app(someone("Erin Moss", dana.organisation, Role.PRACTITIONER, Role.ADVISER, at=timezone.now()))
    other = someone("Frank Ibbotson", dana.organisation, Role.DUTY, at=timezone.now()).practitioner.pk
    before = ["/sign-in/", "/invitation/"]
    after = [
        "/account/", "/account/password/", "/account/factor/", "/people/", "/people/add/", "/people/teams/add/",
        f"/people/{other}/", f"/people/{other}/post/", "/roles/", "/organisations/", "/organisations/add/",
        f"/organisations/{place}/", f"/organisations/{place}/contact/", f"/organisations/contact/{point.pk}/verify/",
    ]  # fmt: skip
    found: dict[str, list[str]] = {}
    outside = context.new_page()
    inside = signed_in(context.browser.new_context(), dana, live_server.url)  # type: ignore[union-attr]  # it has one
    for page, addresses in ((outside, before), (inside, after)):
        for address in addresses:
            page.goto(f"{live_server.url}{address}")
            for look, (size, told) in LOOKS.items():
                width, height = WIDTHS[size]
                page.set_viewport_size({"width": width, "height": height})
                page.emulate_media(**told)
                found[f"{address} {look}"] = looked_at(page)
            found[f"{address} focus"] = unseen_focus(page)
    page.goto(f"{live_server.url}/people/add/")
    page.get_by_role("button", name="Add them").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    found["errors"] = looked_at(page)
    inside.context.close()
    assert {name: faults for name, faults in found.items() if faults} == {}
