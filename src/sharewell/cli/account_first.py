"""`sharewell account first`: a partner begins, with an administrator who is invited."""

from __future__ import annotations

import click

from sharewell.casework.begin_organisation import begin_organisation
from sharewell.casework.refusal import Unfinished
from sharewell.cli.invitation import site_option, told
from sharewell.cli.on_the_record import now, reaching_the_database
from sharewell.cli.problem import Place, Problem, Refused
from sharewell.register.organisation import Sector

HELP = """Begin a partner: make the organisation and its first administrator, and print the code of their invitation.

What is not given is asked for. It can be done again for every partner that joins."""

EPILOG = """\b
Examples:
  sharewell account first
  sharewell account first --organisation "Aldermere Council" --kind social-care \\
    --name "Pat Lowe" --email pat.lowe@aldermere.example --site https://sharewell.aldermere.example"""


@click.command("first", help=HELP, epilog=EPILOG)
@click.option("--organisation", prompt="Name of the organisation", help="Its name, as all partners will see it.")
@click.option("--kind", prompt="Kind", type=click.Choice(Sector.values), help="What kind of organisation it is.")
@click.option("--name", prompt="First and last name of the administrator", help="Who will look after accounts there.")
@click.option("--email", prompt="Their work email address", help="The address they will sign in with.")
@site_option
def command(organisation: str, kind: str, name: str, email: str, site: str) -> int:
    """Begin it."""
    try:
        with reaching_the_database():
            begun = begin_organisation(organisation=organisation, sector=Sector(kind), name=name, email=email, at=now())
    except Unfinished as refused:
        raise Refused(
            Problem(Place(f"--{field}"), refused.code, words) for field, words in refused.problems.items()
        ) from None
    click.echo(f"{begun.organisation.name} is a partner. {begun.practitioner.name} is its administrator.")
    click.echo(told(begun.code, site))
    return 0
