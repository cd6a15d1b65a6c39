"""What stands around the blocks of an HTML page: head, skip link, navigation, contents, footer."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from sharewell.authoring.rulebook.address import Addresses
from sharewell.authoring.rulebook.block import Block, Page, Section
from sharewell.authoring.rulebook.html import HtmlWriter
from sharewell.authoring.rulebook.icon import MARK
from sharewell.policy.pack import Pack

STYLESHEET = "rulebook.css"


def html_page(page: Page, pages: tuple[Page, ...], pack: Pack, addresses: Addresses) -> str:
    """A whole page."""
    writer = HtmlWriter(addresses, page.name)
    title = page.title if page.name == "index" else f"{page.title} – {pack.title}"
    contents = _contents(page.blocks)
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>{escape(title)} – Sharewell rulebook</title>
<link rel="stylesheet" href="{STYLESHEET}"/>
</head>
<body>
<a class="skip" href="#main">Skip to the rules</a>
<header class="top">
<p class="brand"><a href="{addresses.file("index")}">{MARK}<span>Sharewell</span></a><span>Rulebook</span></p>
<nav aria-label="Pages">
<ul>
{_navigation(page, pages, addresses)}</ul>
</nav>
</header>
<div class="{"cols" if contents else "col"}">
{contents}<main id="main">
<h1>{escape(page.title)}</h1>
<p class="lead">{escape(page.lead)}</p>
{writer.blocks(page.blocks, 2)}
</main>
</div>
<footer>
<p>{escape(pack.title)}. Pack {escape(pack.name)} {escape(pack.version)}.</p>
<p>The rules say. You decide. <strong>If a child is in danger now, call 999 first.</strong></p>
</footer>
</body>
</html>
"""


def _navigation(page: Page, pages: Iterable[Page], addresses: Addresses) -> str:
    rows = []
    for each in pages:
        title = "Start" if each.name == "index" else each.title
        current = ' aria-current="page"' if each.name == page.name else ""
        rows.append(f'<li><a href="{addresses.file(each.name)}"{current}>{escape(title)}</a></li>\n')
    return "".join(rows)


def _contents(blocks: tuple[Block, ...]) -> str:
    entries = _entries(blocks)
    if not entries:
        return ""
    title = '<h2 id="on-this-page">On this page</h2>'
    return f'<nav class="contents" aria-labelledby="on-this-page">\n{title}\n{entries}</nav>\n'


def _entries(blocks: tuple[Block, ...]) -> str:
    sections = [block for block in blocks if isinstance(block, Section) and block.in_contents]
    if not sections:
        return ""
    rows = "".join(
        f'<li><a href="#{each.anchor}">{escape(each.title)}</a>{_entries(each.blocks)}</li>\n' for each in sections
    )
    return f"<ul>\n{rows}</ul>\n"
