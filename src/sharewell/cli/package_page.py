"""A package as a page: what can go to whom, what stays out, and the answer for each item with each recipient."""

from __future__ import annotations

from sharewell.cli.answer import answer_page, danger, in_danger
from sharewell.cli.intake import Submission
from sharewell.cli.page import Page
from sharewell.cli.reading import Reading
from sharewell.cli.shaping import THE_ITEM
from sharewell.cli.words import PACKAGES, listed
from sharewell.policy.outcome import Outcome
from sharewell.policy.package import package_of

_GROUPS = (
    ("share", "Can go"),
    ("leave_out", "Leave out"),
    ("ask", "Ask first"),
    ("not_yet", "Not yet"),
    ("weigh", "Weigh up"),
    ("refer", "Get advice on"),
    ("incomplete", "Still open"),
)


def package_page(submission: Submission, reading: Reading) -> Page:
    """The whole package first, then each pair in short."""
    page = Page()
    told = [(pair, reading.say(pair.answers, submission.on)) for pair in submission.pairs()]
    if any(in_danger(reading, pair.answers) for pair, _ in told):
        danger(page)
    by_recipient: dict[str | None, list[tuple[str, Outcome]]] = {}
    for pair, said in told:
        by_recipient.setdefault(pair.recipient, []).append((pair.item or THE_ITEM, said.determination.outcome))
    for recipient, outcomes in by_recipient.items():
        package = package_of(outcomes)
        whom = f" with {recipient}" if recipient else ""
        groups = [(words, getattr(package, group)) for group, words in _GROUPS]
        page.title(
            f"{PACKAGES[package.outcome.value]}{whom}",
            *(f"{words}: {listed(list(names))}" for words, names in groups if names),
        )
    for pair, said in told:
        title = " to ".join(filter(None, [pair.item or THE_ITEM, pair.recipient]))
        part = answer_page(said, reading, pair.answers, title=title[:1].upper() + title[1:], full=False)
        page.blocks.extend(part.blocks)
    return page
