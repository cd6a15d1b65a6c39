"""Loading: the folder of a pack becomes a pack, or all its problems at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sharewell.authoring import shape
from sharewell.authoring.case import cases_of
from sharewell.authoring.claim import both, claims_of
from sharewell.authoring.fact import fact_of, finding_of
from sharewell.authoring.folder import Written, read_folder
from sharewell.authoring.manifest import Manifest, read_manifest
from sharewell.authoring.names import Names, gather, names_below
from sharewell.authoring.problem import PackProblems, Place, Problem, Problems
from sharewell.authoring.rule import advice_of, basis_of, myth_of, rule_of, safeguard_of
from sharewell.authoring.source import conflict_of, exception_of, exclusion_of, source_of
from sharewell.authoring.whole import check_reviews, check_whole
from sharewell.policy.codec import digest_of, release_of
from sharewell.policy.pack import Pack

_IN_ORDER = (
    shape.FACT, shape.SOURCE, shape.FINDING, shape.RULE, shape.SAFEGUARD, shape.BASIS, shape.ADVICE, shape.MYTH,
    shape.CONFLICT, shape.EXCEPTION, shape.EXCLUSION, *shape.CLAIMS, shape.CASE,
)  # fmt: skip
#: Problems that nobody can be sure of while some items of a kind could not be read.
_RESTING_ON = {
    "fact": ("unknown-fact", "unknown-answer", "unknown-recipient"),
    "rule": ("unknown-rule", "unknown-tag"),
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A pack with the names it is made of, which know their places."""

    pack: Pack
    names: Names


def load_pack(folder: Path) -> Pack:
    """The pack written in a folder, with its digest; a local pack holds the one it extends, from the folder beside it.

    Raises: PackProblems with every problem, each with its place.
    """
    problems = Problems()
    loaded = read_pack(Path(folder), problems)
    if loaded is None or problems.errors:
        raise PackProblems(problems.errors)
    return loaded.pack


def check_pack(folder: Path, *, on: date) -> tuple[Problem, ...]:
    """Every problem and warning of a pack on a day, in order of place; empty if it is in order."""
    problems = Problems()
    loaded = read_pack(Path(folder), problems)
    if loaded:
        check_reviews(loaded.pack, loaded.names, problems, on)
    return tuple(sorted(problems.found))


def read_pack(folder: Path, problems: Problems) -> Loaded | None:
    """Read a pack, adding to the problems; nothing is returned if any of them stops it."""
    path = folder / "pack.toml"
    if not folder.is_dir():
        problems.add(Place(str(folder)), "missing-folder", "there is no such folder")
        return None
    manifest = read_manifest(path, problems)
    local = bool(manifest and manifest.extends)
    base = _base(folder, manifest, problems) if manifest and local else None
    written = read_folder(folder, problems, local=local or manifest is None)
    if manifest is None or (local and base is None):
        return None
    names = names_below(base)
    for kind in _IN_ORDER:
        for entry in written.of(kind):
            gather(names, entry, problems)
    own = _own(manifest, written, names, base)
    problems.drop({code for kind in written.unread for code in _RESTING_ON.get(kind, (f"unknown-{kind}",))})
    pack = _union(base, own) if base else own
    if problems.errors:
        return None
    check_whole(pack, names, problems, Place(str(path)))
    if problems.errors:
        return None
    return Loaded(replace(pack, digest=digest_of(release_of(pack))), names)


def _base(folder: Path, manifest: Manifest, problems: Problems) -> Pack | None:
    place = manifest.places.get("extends", Place(str(folder / "pack.toml")))
    beside = folder.parent / manifest.extends if folder.name else folder.resolve().parent / manifest.extends
    if manifest.extends == manifest.name:
        problems.add(place, "bad-base", "a pack cannot extend itself", written=manifest.extends)
        return None
    if not beside.is_dir():
        what = f"it extends `{manifest.extends}`, but there is no folder {beside}"
        problems.add(place, "missing-base", what, written=manifest.extends)
        return None
    below = read_manifest(beside / "pack.toml", Problems())
    if below and below.extends:
        what = f"it extends `{manifest.extends}`, which is a local pack itself"
        problems.add(place, "bad-base", what, written=manifest.extends)
        return None
    loaded = read_pack(beside, problems)
    if loaded and loaded.pack.name != manifest.extends:
        what = f"the pack in {beside} calls itself `{loaded.pack.name}`"
        problems.add(place, "bad-base", what, written=manifest.extends)
        return None
    return loaded.pack if loaded else None


def _own(manifest: Manifest, written: Written, names: Names, base: Pack | None) -> Pack:
    """The items that stand in this folder."""
    layer = manifest.name
    return Pack(
        name=manifest.name,
        version=manifest.version,
        title=manifest.title,
        first_day=manifest.first_day,
        facts=tuple(fact_of(entry, names, layer) for entry in written.of(shape.FACT)),
        findings=tuple(finding_of(entry, names, layer) for entry in written.of(shape.FINDING)),
        rules=tuple(rule_of(entry, names, layer, theme) for theme, entry in written.with_theme(shape.RULE)),
        sources=tuple(source_of(entry) for entry in written.of(shape.SOURCE)),
        safeguards=tuple(safeguard_of(entry, names, layer) for entry in written.of(shape.SAFEGUARD)),
        bases=tuple(basis_of(entry, names, layer) for entry in written.of(shape.BASIS)),
        advice=tuple(advice_of(entry, names, layer) for entry in written.of(shape.ADVICE)),
        myths=tuple(myth_of(entry, names, layer) for entry in written.of(shape.MYTH)),
        exclusions=tuple(exclusion_of(entry, names, layer) for entry in written.of(shape.EXCLUSION)),
        families=tuple(conflict_of(entry, names) for entry in written.of(shape.CONFLICT)),
        exceptions=tuple(exception_of(entry, names) for entry in written.of(shape.EXCEPTION)),
        claims=claims_of(written, names),
        cases=cases_of(written.of(shape.CASE), names, layer, base.cases if base else ()),
        extends=manifest.extends,
        changes=manifest.changes,
    )


def _union(base: Pack, own: Pack) -> Pack:
    """The local pack with everything of the national one, national items first."""
    return replace(
        own,
        first_day=max(base.first_day, own.first_day),
        facts=base.facts + own.facts,
        findings=base.findings + own.findings,
        rules=base.rules + own.rules,
        sources=base.sources + own.sources,
        safeguards=base.safeguards + own.safeguards,
        bases=base.bases + own.bases,
        advice=base.advice + own.advice,
        myths=base.myths + own.myths,
        exclusions=base.exclusions + own.exclusions,
        families=base.families + own.families,
        exceptions=base.exceptions + own.exceptions,
        claims=both(base.claims, own.claims),
        cases=base.cases + own.cases,
    )
