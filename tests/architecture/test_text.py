"""What may stand in no file: a path of somebody's machine, the host of a package registry, a key."""

from __future__ import annotations

import re

import pytest

from tests.architecture.project import texts

# Written in pieces, so that this file does not hold what it looks for.
HOSTS = [
    "py" + "pi.org", "py" + "pi.io", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "registry." + "yarn",
    "crates" + ".io", "ruby" + "gems.org", "proxy." + "golang", "docker" + ".io", "gh" + "cr.io", "conda." + "anaconda",
]  # fmt: skip
PATHS = [
    r"/ro" + r"ot/", r"/ho" + r"me/\w", r"/Us" + r"ers/\w", r"\b[A-Z]:\\\\?Us" + r"ers", r"/wo" + r"rk/\w",
    r"/tm" + r"p/\w", r"/op" + r"t/\w", r"/pri" + r"vate/var/", r"/mn" + r"t/\w", r"\bfile:" + r"//",
]  # fmt: skip
ELSEWHERE = [r"(?<![\w./-])sha" + r"red/(?:design|domain|scenarios|hooks|README)"]
KEYS = [r"-----BEGIN [A-Z ]*PRIVATE" + " KEY-----", r"\bAKIA[0-9A-Z]{16}\b", r"\bgh[pousr]_[A-Za-z0-9]{30,}\b"]

NOT_ALLOWED = re.compile(
    "|".join([*(re.escape(host) for host in HOSTS), *(rf"(?<![\w.:/-]){path}" for path in PATHS), *ELSEWHERE, *KEYS])
)


def not_allowed(text: str) -> list[str]:
    """Every line that holds what may stand in no file."""
    return [
        f"{number}: {line.strip()[:120]}"
        for number, line in enumerate(text.splitlines(), start=1)
        if NOT_ALLOWED.search(line)
    ]


def test_no_file_holds_what_may_stand_in_none() -> None:
    assert {name: lines for name, text in texts() if (lines := not_allowed(text))} == {}


def test_there_are_files_to_look_at() -> None:
    names = {name for name, _ in texts()}
    assert {"README.md", "Makefile", "pyproject.toml", "requirements/base.lock"} <= names


@pytest.mark.parametrize(
    "planted",
    [
        "see https://py" + "pi.org/simple",
        "cd /ro" + "ot/sharewell",
        'path = "/ho' + 'me/alice/packs"',
        "open /wo" + "rk/main",
        "as in sha" + "red/design/house.md",
        "file:" + "///etc/passwd",
    ],
)
def test_a_planted_fault_is_found(planted: str) -> None:
    assert not_allowed(planted)


@pytest.mark.parametrize(
    "innocent",
    [
        "https://www.legislation.gov.uk/home/now",
        "information shared/given",
        "share at work/home",
        "src/sharewell/packs",
    ],
)
def test_what_is_innocent_is_left_alone(innocent: str) -> None:
    assert not_allowed(innocent) == []
