"""`sharewell ledger verify`: everything that is wrong with an exported ledger, or with the proof of one entry."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator
from datetime import timedelta

import click

from sharewell.cli.ledger_file import check_signature, exported, keys_of, lines_of, whole_of
from sharewell.cli.ledger_report import OWN_KEY, data_of, tell
from sharewell.cli.options import format_option, plain_option
from sharewell.cli.problem import NotAllWell, quoted, refusal
from sharewell.cli.progress import working
from sharewell.cli.words import counted
from sharewell.ledger.error import LedgerError, ProofError, SignatureError
from sharewell.ledger.export import SignedCheckpoint
from sharewell.ledger.fault import Fault
from sharewell.ledger.inclusion import check_inclusion, read_inclusion
from sharewell.ledger.reading import CheckpointLine, read_checkpoints, read_entries, read_rows
from sharewell.ledger.signed import Trust
from sharewell.ledger.verify import verify_export

HELP = """Check an exported ledger and name every entry and row that was altered, removed, added, moved or back-dated.
With --proof, check the proof of one entry instead.

Have the key from somewhere else than the export, or anybody could have written both. A checkpoint that you have kept
since earlier shows more: what was signed then must still be so.

The exit code is 1 if something is wrong, 2 if the files cannot be used."""

EPILOG = """\b
Examples:
  sharewell ledger verify export/ --key council.key
  sharewell ledger verify export/ --key council.key --checkpoint june.txt
  sharewell ledger verify --proof entry-1042.json --key council.key"""


@click.command("verify", help=HELP, epilog=EPILOG)
@click.argument("path", required=False)
@click.option("--key", "key_file", metavar="FILE", help="The public keys to trust, one a line.")
@click.option("--checkpoint", "kept", multiple=True, metavar="FILE", help="A signed checkpoint kept since earlier.")
@click.option("--rows", "rows_file", metavar="FILE", help="The register's rows. [default: rows.jsonl in the folder]")
@click.option("--proof", "proof_file", metavar="FILE", help="Check this proof of one entry.")
@click.option(
    "--tolerance",
    type=click.IntRange(0, 86_400),
    default=120,
    show_default=True,
    metavar="SECONDS",
    help="How far a moment may lie before the one recorded before it.",
)
@format_option
@plain_option
def command(
    path: str | None,
    key_file: str | None,
    kept: tuple[str, ...],
    rows_file: str | None,
    proof_file: str | None,
    tolerance: int,
    form: str,
    plain: bool,
) -> int:
    """Verify."""
    if proof_file is not None:
        return _proof(path, key_file, proof_file, kept)
    if path is None:
        raise refusal("PATH", "no-path", "nothing to verify", hint="give an exported ledger, or --proof FILE")
    ledger = exported(path, rows_file)
    keys = keys_of(key_file) if key_file else ledger.header.keys
    trust = Trust(keys, check_signature, ledger.header.origin)
    file = quoted(str(ledger.path), most=200)
    rows_name = quoted(str(ledger.rows), most=200)
    own = read_checkpoints(ledger.lines(), file)
    with working(f"Verifying {file}", plain=plain):
        report = verify_export(
            read_entries(ledger.lines(), file),
            _merged(own, kept),
            trust,
            rows=None if ledger.rows is None else read_rows(lines_of(ledger.rows), rows_name),
            tolerance=timedelta(seconds=tolerance),
            file=file,
            rows_file=rows_name,
        )
    if form == "json":
        click.echo(
            json.dumps(data_of(report, ledger.header.origin, own_key=not key_file), ensure_ascii=False, indent=1)
        )
    else:
        tell(report, ledger.header.origin, own_key=not key_file)
    if report.clean:
        return 0
    raise NotAllWell(f"{counted(len(report.faults) + report.untold, 'thing')} wrong.")


def _merged(own: Iterator[CheckpointLine | Fault], kept: tuple[str, ...]) -> Iterator[CheckpointLine | Fault]:
    """The export's checkpoints and those kept since earlier, in the order of their size."""
    if not kept:
        return own
    others = [CheckpointLine(1, SignedCheckpoint(_text(file)), quoted(file, most=200)) for file in kept]
    others.sort(key=lambda each: each.checkpoint.size)
    return heapq.merge(own, others, key=lambda each: 0 if isinstance(each, Fault) else each.checkpoint.size)


def _text(file: str) -> str:
    return whole_of(file).decode("utf-8", "replace").replace("\r\n", "\n")


def _proof(path: str | None, key_file: str | None, proof_file: str, kept: tuple[str, ...]) -> int:
    """Check the proof of one entry."""
    header = exported(path).header if path else None
    if key_file is None and header is None:
        raise refusal("--proof", "no-key", "there is no key to check it with", hint="give --key FILE, or an export")
    keys = keys_of(key_file) if key_file else header.keys if header else ()
    origin = header.origin if header else ""
    try:
        proof = read_inclusion(whole_of(proof_file))
    except LedgerError as error:
        raise refusal(proof_file, error.code, error.what, hint="give what `sharewell ledger prove` wrote") from None
    try:
        checkpoint = check_inclusion(proof, Trust(keys, check_signature, origin))
    except (ProofError, SignatureError) as error:
        raise NotAllWell(f"✗ {quoted(proof_file, most=200)}: {error.code}: {error.what}.") from None
    if kept and not any(_text(file).startswith(checkpoint.text) for file in kept):
        raise NotAllWell(f"✗ {quoted(proof_file, most=200)}: it is proved against another checkpoint than was kept.")
    click.echo(f"✓ {proof.says}")
    if key_file is None:
        click.echo(f"  {OWN_KEY}")
    return 0
