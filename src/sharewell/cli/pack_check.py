"""`sharewell pack check`: read a pack, run its cases, and prove that its rules hold together on every day."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from sharewell.authoring import check_pack, load_pack
from sharewell.authoring.format import unformatted
from sharewell.authoring.proof import Weight, prove
from sharewell.authoring.trial import failures_of
from sharewell.cli.day import today
from sharewell.cli.options import plain_option
from sharewell.cli.packs import folder_of, pack_names
from sharewell.cli.problem import NotAllWell
from sharewell.cli.progress import took, working
from sharewell.cli.words import counted
from sharewell.policy.pack import Pack

HELP = """Read a pack and tell every problem with its place; run its cases; and prove, on every day on which something
changes, that every situation has an answer, no two rules collide outside the listed families, no rule is dead, an
emergency is never stopped, and a local pack never allows what the one below forbids.

Without PACK: every pack that is here. The exit code is 1 if something has to be mended; warnings do not count."""

EPILOG = """\b
Examples:
  sharewell pack check
  sharewell pack check hampshire
  sharewell pack check england --no-proofs      quick, while you write"""


@click.command("check", help=HELP, epilog=EPILOG)
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@click.option("--proofs/--no-proofs", default=True, help="Whether to prove as well as to read and run cases.")
@click.option("--all", "everything", is_flag=True, help="Tell what is only worth knowing, too.")
@plain_option
def command(packs: tuple[str, ...], proofs: bool, everything: bool, plain: bool) -> int:
    """Check."""
    faults = sum(
        _checked(folder_of(name), proofs=proofs, everything=everything, plain=plain) for name in packs or pack_names()
    )
    if faults:
        raise NotAllWell(f"{counted(faults, 'thing')} to mend.")
    return 0


def _checked(folder: Path, *, proofs: bool, everything: bool, plain: bool) -> int:
    """How many things are to be mended in a pack."""
    name = folder.name
    with working(f"Reading {name}", plain=plain):
        problems = check_pack(folder, on=today())
    for problem in problems:
        _tell(str(problem))
    errors = [problem for problem in problems if not problem.warning]
    if errors:
        _tell(f"✗ {name}: {counted(len(errors), 'problem')}; nothing more is checked until it can be read.")
        return len(errors)
    pack = load_pack(folder)
    held = f"{counted(len(pack.rules), 'rule')}, {counted(len(pack.facts), 'fact')}"
    _tell(f"✓ {name} {pack.version}: {held}, no problem in the text.")
    loose = unformatted(folder)
    if loose:
        _tell(f"  {counted(len(loose), 'file')} not in the one layout; run `sharewell pack format {name}`")
    started = time.perf_counter()
    with working(f"Running the cases of {name}", plain=plain):
        missed = [(case, how) for case in pack.cases if (how := failures_of(pack, case))]
    for case, how in missed:
        _tell(f"✗ {name}: {case.name} ({case.on.isoformat()}): {'; '.join(how)}")
    ran = f"{counted(len(pack.cases), 'case')}, {len(missed)} not as they must be ({took(started)})."
    _tell(f"{'✗' if missed else '✓'} {name}: {ran}")
    return len(missed) + (_proved(pack, everything=everything, plain=plain) if proofs else 0)


def _proved(pack: Pack, *, everything: bool, plain: bool) -> int:
    started = time.perf_counter()
    with working(f"Proving {pack.name} on every day of change", plain=plain):
        report = prove(pack, pack.claims)
    shown = [each for each in report.remarks if everything or each.weight is not Weight.INFORMATION]
    for remark in sorted(shown, key=lambda each: list(Weight).index(each.weight)):
        for line in remark.lines():
            _tell(f"  {line}")
    hidden = len(report.remarks) - len(shown)
    more = f" {counted(hidden, 'remark')} more with --all." if hidden else ""
    count = len(report.failures)
    _tell(f"{'✗' if count else '✓'} {pack.name}: proofs on {report.days} days, {count} failed ({took(started)}).{more}")
    return count


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
