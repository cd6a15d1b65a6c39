"""Every dependency says why it is here, is locked by its hash, names no host, and has a licence that lets us use it."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.project import ROOT

REQUIREMENTS = ROOT / "requirements"
LOCKS = ("bootstrap", "base", "dev", "bench")
PERMISSIVE = {
    "0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "PSF-2.0", "Python-2.0",
    "MIT-0", "Unlicense", "Zlib",
}  # fmt: skip
#: Weaker than we would choose, used unmodified and not copied; NOTICE and docs/adr/0010 say why.
EXCEPT = {"psycopg": {"LGPL-3.0-only"}, "psycopg-binary": {"LGPL-3.0-only"}}
IN_OTHER_WORDS = {
    "MIT License": "MIT",
    "The MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "Python Software Foundation License": "PSF-2.0",
}


def pyproject() -> str:
    return (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def without_a_reason(text: str) -> list[str]:
    """The lines of `dependencies` and `requires` that name a package and say nothing about it."""
    found = []
    inside = False
    for line in text.splitlines():
        inside = inside or bool(re.match(r"(dependencies|requires) = \[", line))
        if inside and '"' in line and not re.search(r"#\s*\w+.*\w", line.split('"')[-1]):
            found.append(line.strip())
        inside = inside and not re.search(r"\]\s*(#.*)?$", line)
    return found


def named(lines: str) -> set[str]:
    """The packages that a requirements file names itself."""
    found = (line.split("#")[0].strip() for line in lines.splitlines())
    return {canonicalize_name(Requirement(line).name) for line in found if line and not line.startswith("-")}


def locked(lock: str) -> list[Requirement]:
    """What a lock file pins."""
    text = (REQUIREMENTS / f"{lock}.lock").read_text(encoding="utf-8")
    return [Requirement(line.rstrip(" \\")) for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line)]


def hosts(text: str) -> list[str]:
    """Lines of a lock file that say where to get a package from."""
    return [line for line in text.splitlines() if re.search(r"://|\bindex|find-links|trusted-host", line)]


def licences(expression: str) -> set[str]:
    """The licences in an expression; of a choice, each has to be one we could take."""
    parts = re.split(r"\s+(?:AND|OR|WITH)\s+|[()]", expression.strip())
    return {IN_OTHER_WORDS.get(part.strip(), part.strip()) for part in parts if part.strip()}


def licence_of(package: str) -> set[str]:
    """The licences of an installed package: its expression, or else its classifiers, or else its licence field."""
    about = importlib.metadata.metadata(package)
    if "License-Expression" in about:
        return licences(about["License-Expression"])
    classifiers = [each for each in about.get_all("Classifier") or [] if each.startswith("License :: OSI Approved :: ")]
    if classifiers:
        return {word for each in classifiers for word in licences(each.split(" :: ")[-1])}
    return licences(about["License"].splitlines()[0] if "License" in about else "unknown")


def installed_at_runtime() -> list[str]:
    return sorted({each.name for each in locked("base") if each.marker is None or each.marker.evaluate()})


def test_every_dependency_says_why_it_is_here() -> None:
    assert without_a_reason(pyproject()) == []


@pytest.mark.parametrize("lock", ["dev", "bench"])
def test_every_tool_and_peer_says_why_it_is_here(lock: str) -> None:
    lines = (REQUIREMENTS / f"{lock}.in").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line[:1].isalpha() and not re.search(r"# \w+.*\w", line)] == []


def test_the_two_lists_of_dependencies_agree() -> None:
    project = tomllib.loads(pyproject())["project"]
    declared = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    assert declared == named((REQUIREMENTS / "base.in").read_text(encoding="utf-8"))


def test_what_is_locked_is_what_is_asked_for() -> None:
    for declared in tomllib.loads(pyproject())["project"]["dependencies"]:
        wanted = Requirement(declared)
        pinned = [each for each in locked("base") if canonicalize_name(each.name) == canonicalize_name(wanted.name)]
        assert pinned, f"{wanted.name} is not in base.lock: make lock"
        assert all(str(each.specifier)[2:] in wanted.specifier for each in pinned), wanted.name


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_asked_for_is_locked_by_its_hash(lock: str) -> None:
    text = (REQUIREMENTS / f"{lock}.lock").read_text(encoding="utf-8")
    pinned = {canonicalize_name(each.name) for each in locked(lock)}
    assert named((REQUIREMENTS / f"{lock}.in").read_text(encoding="utf-8")) <= pinned
    entries = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
    assert [entry.splitlines()[0] for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_host(lock: str) -> None:
    assert hosts((REQUIREMENTS / f"{lock}.lock").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("package", installed_at_runtime())
def test_the_licence_is_permissive(package: str) -> None:
    assert licence_of(package) <= PERMISSIVE | EXCEPT.get(package, set())


def test_a_planted_dependency_without_a_reason_is_found() -> None:
    planted = 'dependencies = [\n    "click>=8",   # cli: commands\n    "rich",\n    "numpy",  # \n]\nother = ["x"]\n'
    assert without_a_reason(planted) == ['"rich",', '"numpy",  #']


@pytest.mark.parametrize("planted", ["--index-url here", "a @ https://example.org/a.whl", "--find-links wheels"])
def test_a_planted_host_is_found(planted: str) -> None:
    assert hosts(planted)


@pytest.mark.parametrize("planted", ["GPL-3.0-or-later", "MIT AND LGPL-3.0-only", "unknown", "AGPL-3.0"])
def test_a_planted_licence_is_found(planted: str) -> None:
    assert not licences(planted) <= PERMISSIVE
