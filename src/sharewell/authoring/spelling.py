"""How one text is written in YAML: plain where that is safe, else in quotes; long ones over several lines."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

#: The most letters on a line, if its words let it.
WIDTH = 110

_RESOLVER: Any = yaml.resolver.Resolver()
_MEANT_AS_TEXT = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp")
_FIRST = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~<]|-[^\s,\[\]{}-]")
_IN_FLOW = re.compile(r"[,\[\]{}?]|:(?![A-Za-z0-9/])")


def plain_or_quoted(text: str, *, flow: bool) -> str:
    """The text on one line. Words that other readers take for true, false, nothing or a fraction are quoted."""
    text = text.strip()
    return text if _is_plain(text, flow=flow) else json.dumps(text, ensure_ascii=False)


def spread(prefix: str, text: str, indent: int) -> list[str]:
    """A text after `prefix`, over more lines if it is long or has lines of its own."""
    text = text.strip()
    pad = " " * (indent + 2)
    lines = text.split("\n")
    if len(lines) > 1:
        if all(line == line.rstrip() for line in lines) and text == text.strip():
            return [f"{prefix}|-", *(pad + line if line else "" for line in lines)]
        return [prefix + json.dumps(text, ensure_ascii=False)]
    one = prefix + plain_or_quoted(text, flow=False)
    words = text.split(" ")
    if len(one) <= WIDTH or len(words) == 1 or "" in words:
        return [one]
    if _is_plain(text, flow=False):
        return _wrapped(prefix, words, pad)
    return [f"{prefix}>-", *_wrapped(pad, words, pad)]


def filled(prefix: str, told: list[str], brackets: str) -> list[str]:
    """Parts in brackets, as many on a line as fit, each further line under the first part."""
    words = [f"{each}," for each in told[:-1]] + [told[-1] + brackets[1]]
    return _wrapped(prefix + brackets[0], words, " " * (len(prefix) + 1))


def _wrapped(prefix: str, words: list[str], pad: str) -> list[str]:
    lines = [prefix + words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(pad + word)
    return lines


def _is_plain(text: str, *, flow: bool) -> bool:
    """Whether YAML reads it back as it is without quotes, and nobody takes it for anything but a text."""
    if not _FIRST.match(text) or "\n" in text or ": " in text or " #" in text or text.endswith(":"):
        return False
    if flow and _IN_FLOW.search(text):
        return False
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    return tag in _MEANT_AS_TEXT or text.isdecimal()
