"""`sharewell account reset`: for the only administrator, who lost their phone."""

from __future__ import annotations

import click

from sharewell.casework.begin_anew import begin_anew
from sharewell.casework.refusal import NotThere
from sharewell.cli.invitation import site_option, told
from sharewell.cli.on_the_record import now, reaching_the_database
from sharewell.cli.problem import refusal

HELP = """Set an account up anew: its password, its second factors and its open sessions end, and a new invitation is
printed. A closed account is opened again. Make sure first that it is they who ask.

Where there is another administrator, ask them instead: the pages do the same, and say in the record who did it."""

EPILOG = """\b
Examples:
  sharewell account reset pat.lowe@aldermere.example"""


@click.command("reset", help=HELP, epilog=EPILOG)
@click.argument("email")
@site_option
def command(email: str, site: str) -> int:
    """Set it up anew."""
    try:
        with reaching_the_database():
            practitioner, code = begin_anew(email, at=now())
    except NotThere:
        hint = "the address must be exact, and they need a post with a partner"
        raise refusal("EMAIL", "not-there", "nobody signs in with this address", written=email, hint=hint) from None
    click.echo(f"{practitioner.name} can set their account up again. What they used to sign in has stopped working.")
    click.echo(told(code, site))
    return 0
