"""What is looked for on every page: faults that axe finds, sideways scrolling, and focus that cannot be seen."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import AXE

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPEN = "document.querySelectorAll('details').forEach(each => { each.open = true })"
#: Everything that can be tabbed to and whose look does not change when it is focused by the keyboard.
NO_FOCUS_SEEN = """() => {
    const look = each => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderTopColor } = getComputedStyle(each);
        const clear = /rgba\\(.*, 0\\)|transparent/.test(outlineColor);
        const seen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !clear;
        return { seen, boxShadow, borderTopColor };
    };
    const differs = (before, after) =>
        (after.seen && !before.seen) || (after.boxShadow !== before.boxShadow && after.boxShadow !== "none");
    const found = [];
    const wanted = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    for (const each of document.querySelectorAll(wanted)) {
        if (!each.getClientRects().length || each.disabled) continue;
        const around = [each, each.parentElement];
        document.activeElement.blur();
        const before = around.map(look);
        each.focus();
        if (document.activeElement !== each) continue;
        if (!around.map(look).some((after, place) => differs(before[place], after)))
            found.push(each.outerHTML.slice(0, 120));
    }
    return found;
}"""


def looked_at(page: Page) -> list[str]:
    """What axe finds, and whether the page scrolls sideways, everything opened."""
    page.evaluate(OPEN)
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE)
    # In forced colours the colours are the reader's own, and axe reads ours.
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    options = {"runOnly": RULES, "rules": {"color-contrast": {"enabled": not forced}}}
    found = page.evaluate("options => axe.run(document, options)", options)
    problems = [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found["violations"]]
    return [*problems, *(["it scrolls sideways"] if sideways(page) else [])]


def sideways(page: Page) -> bool:
    """Whether the page scrolls sideways."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide > 0


def unseen_focus(page: Page) -> list[str]:
    """What can be reached by the keyboard and does not show it, everything opened."""
    page.evaluate(OPEN)
    page.keyboard.press("Tab")  # from here on a focus set by a script counts as the keyboard's
    found: list[str] = page.evaluate(NO_FOCUS_SEEN)
    return found
