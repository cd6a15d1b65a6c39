"""`sharewell ledger prove`: the proof that one entry is in the ledger, to hand to somebody."""

from __future__ import annotations

from pathlib import Path

import click

from sharewell.cli.ledger_file import ExportedLedger, check_signature, exported, keys_of
from sharewell.cli.problem import NotAllWell, quoted, refusal
from sharewell.ledger.checkpoint import Checkpoint, open_checkpoint
from sharewell.ledger.error import LedgerError
from sharewell.ledger.fault import Fault
from sharewell.ledger.inclusion import Inclusion, check_inclusion, prove
from sharewell.ledger.reading import read_checkpoints, read_entries
from sharewell.ledger.signed import Trust

HELP = """Write the proof that one entry is in an exported ledger: the entry, the way from it to the root, and the
signed checkpoint with that root. Whoever has it and the key can check it without the ledger, and sees no other entry.

SEQUENCE is the number of the entry; the first is 0. The proof names identifiers, never content."""

EPILOG = """\b
Examples:
  sharewell ledger prove export/ 1042 > entry-1042.json
  sharewell ledger prove export/ 1042 --to entry-1042.json"""


@click.command("prove", help=HELP, epilog=EPILOG)
@click.argument("path")
@click.argument("sequence", type=click.IntRange(min=0))
@click.option("--key", "key_file", metavar="FILE", help="The public keys to trust. [default: the export's own]")
@click.option("--to", "to", metavar="FILE", help="Where to write it. [default: standard output]")
def command(path: str, sequence: int, key_file: str | None, to: str | None) -> int:
    """Prove."""
    ledger = exported(path)
    trust = Trust(keys_of(key_file) if key_file else ledger.header.keys, check_signature, ledger.header.origin)
    note, checkpoint = _last(ledger, trust)
    if sequence >= checkpoint.size:
        hint = "wait for the next checkpoint, and export again"
        what = f"the last checkpoint is about {checkpoint.size} entries, and entry {sequence} is not among them"
        raise refusal("SEQUENCE", "not-signed", what, written=str(sequence), hint=hint)
    try:
        proof = prove(read_entries(ledger.lines(), quoted(str(ledger.path), most=200)), sequence, note)
        check_inclusion(proof, trust)
    except LedgerError as error:
        raise NotAllWell(f"✗ {error.what}. Run `sharewell ledger verify` to see what is wrong.") from None
    _write(proof, to)
    return 0


def _last(ledger: ExportedLedger, trust: Trust) -> tuple[str, Checkpoint]:
    """The last checkpoint that one of the keys signed.

    Raises: Refused without one.
    """
    found: tuple[str, Checkpoint] | None = None
    for line in read_checkpoints(ledger.lines()):
        if isinstance(line, Fault):
            continue
        try:
            checkpoint = open_checkpoint(line.checkpoint.note, trust.keys, trust.check)
        except LedgerError:
            continue
        if checkpoint.origin == trust.origin:
            found = (line.checkpoint.note, checkpoint)
    if found is None:
        raise refusal(str(ledger.path), "no-checkpoint", "no checkpoint in it is signed by a key that is trusted")
    return found


def _write(proof: Inclusion, to: str | None) -> None:
    if to is None:
        click.echo(proof.text.decode(), nl=False)
        click.echo(proof.says, err=True)
        return
    try:
        Path(to).write_bytes(proof.text)
    except OSError as error:
        raise refusal(to, "not-written", f"it cannot be written: {error.strerror or error}") from None
    click.echo(proof.says)
