"""The guided balance: harm of sharing, harm of not sharing, and the practitioner's own conclusion. Nothing is kept."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.http.request import QueryDict

from sharewell.web.answer.words import words
from sharewell.web.guide.sitting import Sitting

#: What a text may be at most; a longer one is cut when it is read.
LONGEST = 6000
#: The fields of the balance, in the order of the page.
TEXTS = ("voice", "harm-share", "harm-keep", "reasons")


@dataclass(frozen=True, slots=True)
class Balance:
    """What a practitioner weighed and concluded, in their own words."""

    conclusion: str
    texts: tuple[tuple[str, str], ...]

    def text(self, name: str) -> str:
        """One of the texts."""
        return dict(self.texts).get(name, "")

    @property
    def complete(self) -> bool:
        """Whether it says what is concluded, and why."""
        return not self.missing

    @property
    def missing(self) -> tuple[str, ...]:
        """What it leaves out."""
        lacking = {"conclusion": not self.conclusion, "reasons": not self.text("reasons").strip()}
        return tuple(name for name, is_missing in lacking.items() if is_missing)


@dataclass(frozen=True, slots=True)
class Prompts:
    """Questions to think with, chosen by what was answered."""

    voice: str
    share_help: tuple[str, ...]
    share_hurt: tuple[str, ...]
    keep_help: tuple[str, ...]
    keep_hurt: tuple[str, ...]
    less: tuple[str, ...]


@cache
def _written() -> dict[str, list[dict[str, object]]]:
    text = files("sharewell.web.answer").joinpath("balance.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def conclusions() -> list[tuple[str, str, str]]:
    """What can be concluded: name, words, hint."""
    return [(str(each["name"]), str(each["says"]), str(each["hint"])) for each in _written()["conclusion"]]


def prompts(sitting: Sitting) -> Prompts:
    """The questions that fit this case."""
    to = words().to.get(sitting.answers.get("recipient-kind", ""), "them")

    def fitting(pan: str) -> tuple[str, ...]:
        return tuple(
            str(each["ask"]).format(to=to, To=to[:1].upper() + to[1:])
            for each in _written()["prompt"]
            if each["pan"] == pan and _fits(each.get("when"), sitting)
        )

    voice = fitting("voice")
    return Prompts(
        voice[0] if voice else "", fitting("share-help"), fitting("share-hurt"), fitting("keep-help"),
        fitting("keep-hurt"), fitting("less"),
    )  # fmt: skip


def _fits(when: object, sitting: Sitting) -> bool:
    return not isinstance(when, dict) or all(sitting.answers.get(fact) in among for fact, among in when.items())


def read_balance(post: QueryDict) -> Balance:
    """What a form says; a conclusion that is not on offer counts as none."""
    known = {name for name, _, _ in conclusions()}
    conclusion = post.get("conclusion", "")
    texts = tuple((name, post.get(name, "").replace("\r\n", "\n").replace("\0", "")[:LONGEST]) for name in TEXTS)
    return Balance(conclusion if conclusion in known else "", texts)
