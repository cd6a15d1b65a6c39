"""Search: all words that were typed, anywhere in an entry; what is found in its first line comes first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sharewell.authoring.wording.clause import lines
from sharewell.web.guide.words import printed, sentence, tag
from sharewell.web.rulebook.book import Book, book_of

#: The longest search, and the most that is shown of one kind.
LONGEST = 100
MOST = 25
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: `first` is what the list shows, `words` all of it, folded."""

    kind: str
    name: str
    first: str
    head: str
    words: str
    tag: dict[str, str] | None = None


def found(book: Book, asked: str) -> dict[str, object]:
    """What was found, by kind, in the order of the book."""
    wanted = _WORD.findall(asked.casefold().replace("’", "'"))
    if not wanted:
        return {"groups": [], "count": 0}
    hits = [entry for entry in entries(book.pack.name) if all(word in entry.words for word in wanted)]
    hits.sort(key=lambda entry: -sum(word in entry.head for word in wanted))
    groups: dict[str, list[Entry]] = {}
    for entry in hits:
        groups.setdefault(entry.kind, []).append(entry)
    order = [kind for kind in KINDS if kind in groups]
    return {
        "groups": [(kind, KINDS[kind], groups[kind][:MOST], max(0, len(groups[kind]) - MOST)) for kind in order],
        "count": len(hits),
    }


KINDS = {
    "rule": "Rules",
    "source": "Sources",
    "safeguards": "Steps that go with an answer",
    "myths": "Myths put right",
    "finding": "Findings",
    "question": "Questions",
    "bases": "Lawful bases",
    "advice": "Who to ask",
}


@cache
def entries(pack: str) -> tuple[Entry, ...]:
    """Everything of a pack that can be found, put together once."""
    book = book_of(pack)
    made: list[Entry] = []

    def add(kind: str, name: str, first: str, *more: str, outcome: dict[str, str] | None = None) -> None:
        text = " ".join((first, name.replace("-", " "), *more)).casefold().replace("’", "'")
        made.append(Entry(kind, name, first, first.casefold().replace("’", "'"), text, outcome))

    titles = {name: section.source.title for name, section in book.sources.items()}
    for name, each in book.rules.items():
        rule = each.rule
        cites = (f"{titles.get(cite.source, '')} {cite.at} {cite.gist}" for cite in rule.cites)
        when = (text for _, text in lines(each.condition))
        add("rule", name, sentence(rule.reason), rule.todo, rule.note, book.themes[rule.theme], *cites, *when,
            outcome=tag(rule.effect.outcome))  # fmt: skip
    for name, section in book.sources.items():
        add("source", name, printed(section.source.title), section.source.publisher)
    for name, fact in book.facts.items():
        answers = (answer.says for answer in fact.fact.answers)
        add("question", name, printed(fact.fact.question), fact.fact.help, fact.fact.why, *answers)
    for name, finding in book.findings.items():
        add("finding", name, sentence(finding.finding.means))
    for name, other in book.others["safeguards"].items():
        add("safeguards", name, sentence(getattr(other.item, "text", "")))
    for name, other in book.others["bases"].items():
        add("bases", name, sentence(getattr(other.item, "text", "")), *(cite.at for cite in other.cites))
    for name, other in book.others["myths"].items():
        add("myths", name, f"“{printed(getattr(other.item, 'believed', '').rstrip('.'))}”",
            getattr(other.item, "truth", ""))  # fmt: skip
    for name in book.others["advice"]:
        add("advice", name, name.replace("-", " ").capitalize())
    return tuple(made)
