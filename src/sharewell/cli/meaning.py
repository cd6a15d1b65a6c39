"""What a typed line means: the number of an answer, a word of it, or the numbers of a checklist."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sharewell.policy.fact import NOT_KNOWN, Fact, Tick

_DONT_KNOW = {"d", "i don't know", "i don’t know", "don't know", "dont know", "not known", "not sure", NOT_KNOWN}
_NOTHING = {"0", "none", "none of these", "no", "n"}


@dataclass(frozen=True, slots=True)
class Unclear:
    """A line that cannot be taken, and what to say about it."""

    say: str


@dataclass(frozen=True, slots=True)
class Ticked:
    """The lines of a checklist that fit, and those about which the person is not sure."""

    lines: tuple[Tick, ...]
    unsure: tuple[Tick, ...]


def answer_meant(fact: Fact, line: str) -> str | Unclear:
    """The answer that a line means."""
    if line.casefold() in _DONT_KNOW:
        return NOT_KNOWN
    found = _numbered(line, [(answer.name, answer.says) for answer in fact.answers])
    return found if isinstance(found, Unclear) else fact.answers[found].name


def ticks_meant(lines: Sequence[Tick], line: str) -> Ticked | str | Unclear:
    """What a line ticks: numbers or words with commas or spaces between; `7?` for one that may be so."""
    if line.casefold() in _DONT_KNOW:
        return NOT_KNOWN
    if line.casefold() in _NOTHING:
        return Ticked((), ())
    spaced = re.fullmatch(r"[0-9]+ *\??([ ,;]+[0-9]+ *\??)*[ ,;]*", line, re.ASCII)
    parts = re.findall(r"[0-9]+ *\??", line) if spaced else [part.strip() for part in line.split(",") if part.strip()]
    sure: list[Tick] = []
    unsure: list[Tick] = []
    for part in parts:
        found = _numbered(part.rstrip("? "), [("", tick.says) for tick in lines])
        if isinstance(found, Unclear):
            return found
        (unsure if part.endswith("?") else sure).append(lines[found])
    return (
        Ticked(tuple(sure), tuple(unsure)) if parts else Unclear("Type the numbers that fit, or 0 for none of these.")
    )


def _numbered(line: str, choices: Sequence[tuple[str, str]]) -> int | Unclear:
    """The place of the one choice that a number or a word means."""
    if line.isascii() and line.isdigit():
        number = int(line[:6])
        if 1 <= number <= len(choices):
            return number - 1
        return Unclear(f"There is no {line[:6]} here. Type a number from 1 to {len(choices)}.")
    word = line.casefold()
    exact = [i for i, (name, says) in enumerate(choices) if word in (name, says.casefold())]
    held = exact or [i for i, (name, says) in enumerate(choices) if _begins(word, says) or _begins(word, name)]
    if len(held) == 1:
        return held[0]
    if held:
        return Unclear("That could be more than one: " + " · ".join(f"{i + 1} {choices[i][1]}" for i in held[:6]))
    return Unclear(f"That is not one of the answers. Type a number from 1 to {len(choices)}, or ? for help.")


def _begins(word: str, says: str) -> bool:
    """Whether some word of a text begins with what was typed."""
    return bool(word) and bool(re.search(rf"\b{re.escape(word)}", says.casefold()))
