"""Every signed-in page in every state, by who looks at it: for the pictures, and for tests of all pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from playwright.sync_api import Page

from tests.browser.record_scene import BORN, Scene
from tests.casework.accounts import PASSWORD

#: Pages about the child by their name, for the teacher who works with her; what follows the child stands in brackets.
OF_CHILD = (
    "child", "child-family", "relationship-new", "responsibility-new", "order-new", "child-places", "address-new",
    "safe-contact-new", "child-safety", "mark-new", "child-work", "service-new", "child-names", "number-new",
    "child-looked", "items", "item-new", "consents", "consent-new", "competence-new", "capacity-new", "view-new",
    "wish-new", "not-asked", "new-request",
)  # fmt: skip
#: Pages of one row of the child, and which.
OF_ROW = {
    "item": "caring", "item-replace": "caring", "file-new": "caring", "consent-answer": "consent",
    "consent-withdraw": "consent", "consent-invalidate": "consent", "view-answer": "view", "mark-lift": "mark",
    "address-confirm": "home", "address-end": "home",
}  # fmt: skip
#: Pages of a request or a decision, by a name of the picture: address and row.
OF_REQUEST = {
    "request-new": ("request", "new-request"), "request-waits": ("request", "ready"),
    "request-decided": ("request", "shared-request"), "request-news": ("request", "refused-request"),
    "request-second": ("request", "second"), "request-correct": ("request-correct", "new-request"),
    "questions-first": ("request-guide", "new-request"), "questions-half": ("request-guide", "half"),
    "questions-answer": ("request-guide", "ready"), "questions-emergency": ("request-guide", "urgent-request"),
    "decide": ("request-decide", "ready"), "decide-again": ("request-decide", "refused-request"),
    "decide-emergency": ("request-decide", "urgent-request"), "decision": ("decision", "shared"),
    "decision-refused": ("decision", "refused"), "decision-urgent": ("decision", "urgent"),
    "decision-again": ("decision-again", "refused"), "decision-given": ("decision-given", "shared"),
    "decision-after": ("decision-after", "shared"), "decision-receipt": ("decision-receipt", "disclosure"),
    "advice-ask": ("advice-ask", "ready"),
}  # fmt: skip
#: Pages without a row, by who looks.
PLAIN = {
    "": ("sign-in", "invitation"),
    "teacher": (
        "work", "find", "find-ours", "find-across", "child-start", "emergency", "account", "account-password",
        "account-factor", "roles", "organisations", "blank-forms",
    ),
    "adviser": ("work", "advice"),
    "lead": ("work", "advice"),
    "governance": ("work", "advice", "oversight"),
    "administrator": ("work", "people", "person-add", "team-add", "organisations", "organisation-add", "roles"),
}  # fmt: skip
#: Pages whose form is also sent as it is, so that they say what is wrong.
WRONG = frozenset(
    {"sign-in", "invitation", "new-request", "item-new", "consent-new", "competence-new", "view-new", "wish-new",
     "mark-new", "address-new", "order-new", "relationship-new", "child-start", "find-across", "emergency", "decide",
     "advice-ask", "decision-given", "decision-again", "person-add", "organisation-add", "advise", "glass-review"}
)  # fmt: skip


@dataclass(frozen=True)
class Signed:
    """A page: its name, who looks, where it is, what is done there first, and the status it answers with."""

    name: str
    who: str
    address: str
    act: Callable[[Page], None] | None = None
    status: int = 200

    def open(self, page: Page, root: str) -> None:
        """Go there."""
        answer = page.goto(root + self.address)
        assert answer is not None
        assert answer.status == self.status, f"{self.name}: {answer.status}"
        if self.act:
            with page.expect_navigation():
                self.act(page)


def send(page: Page) -> None:
    """Send the form of a page as it stands."""
    page.locator("main form[method=post] button[type=submit]").last.click()


def look_across(page: Page) -> None:
    """Look for the child across agencies."""
    page.get_by_label("First name").fill("Jasmine")
    page.get_by_label("Family name").fill("Whitlock")
    for label, value in (("Day", BORN.day), ("Month", BORN.month), ("Year", BORN.year)):
        page.get_by_label(label, exact=True).fill(str(value))
    page.get_by_label("What do you need to know this for?").fill("To plan her week with those who know her")
    page.get_by_role("button", name="Look").click()


def password(page: Page) -> None:
    """The first step of signing in, which leads to the second."""
    page.get_by_label("Your work email address").fill("noor.ashgrove@hollybank.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()


def meanwhile(page: Page) -> None:
    """Answer on a page that somebody else’s answer has overtaken."""
    page.locator('#question input[name="version"]').evaluate("each => { each.value = '7777' }")
    page.locator("#question .govuk-radios__label").first.click()
    page.get_by_role("button", name="Save and continue").click()


def signed_pages(scene: Scene) -> list[Signed]:
    """All of them, as the scene has them; those with a form a second time, with what is wrong."""
    found = list(_pages(scene))
    wrong = [Signed(f"{each.name}-error", each.who, each.address, send) for each in found if each.name in WRONG]
    return [*found, *wrong]


def _pages(scene: Scene) -> Iterator[Signed]:
    child, rows = scene.child.pk, scene.rows
    for who, names in PLAIN.items():
        for name in names:
            yield Signed(name if who in ("", "teacher") else f"{who}-{name}", who, reverse(name))
    for name in OF_CHILD:
        yield Signed(name, "teacher", reverse(name, args=[child]))
    for name, row in OF_ROW.items():
        yield Signed(name, "teacher", reverse(name, args=[child, rows[row]]))
    for name, (address, row) in OF_REQUEST.items():
        yield Signed(name, "teacher", reverse(address, args=[rows[row]]))
    across = reverse("find-across")
    yield Signed("find-across-match", "visitor", across, look_across)
    yield Signed("find-across-nothing", "teacher", across, look_across)
    yield Signed("find-ours-closed", "nurse", reverse("find-ours"), look_across)
    yield Signed("child-behind-glass", "nurse", reverse("child", args=[child]))
    yield Signed("break-glass", "governance", reverse("break-glass", args=[child]), status=403)
    yield Signed("glass-review", "governance", reverse("glass-review", args=[rows["glass"]]))
    yield Signed("advise", "adviser", reverse("advice-answer", args=[rows["advice"]]))
    yield Signed("advise-named", "adviser", reverse("advice-answer", args=[rows["advice-named"]]))
    yield Signed("approval", "lead", reverse("approval", args=[rows["proposal"]]))
    yield Signed("decision-emergency-word", "lead", reverse("decision", args=[rows["urgent"]]))
    yield Signed("person", "administrator", reverse("person", args=[scene.cast.people["nurse"].pk]))
    yield Signed("organisation", "administrator", reverse("organisation", args=[scene.bodies["council"].pk]))
    yield Signed("sign-in-factor", "", reverse("sign-in"), password)
    yield Signed("refused-changed", "teacher", reverse("request-guide", args=[rows["half"]]), meanwhile)
    yield Signed("refused-not-there", "visitor", reverse("child", args=[child]), status=404)
    yield Signed("refused-may-not", "teacher", reverse("people"), status=403)
