"""How the command line tells the code of an invitation."""

from __future__ import annotations

from urllib.parse import urlencode

import click

site_option = click.option(
    "--site", default="http://127.0.0.1:8000", show_default=True, help="Where the pages are, for the link."
)


def told(code: str, site: str) -> str:
    """The code and the link; without one, that the account which is there already goes on."""
    if not code:
        return "They have an account here already, and use it."
    link = f"{site.rstrip('/')}/invitation/?{urlencode({'code': code})}"
    return f"Their invitation works once, for 3 days:\n  {code}\n  {link}"
