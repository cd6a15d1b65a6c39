"""A word on standard error about a day that the rules do not reach; the answer stays on standard output as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import click

from sharewell.cli.day import in_words
from sharewell.policy.pack import Pack
from sharewell.policy.reach import Reach, last_review, reach


def warn_of_reach(pack: Pack, days: Iterable[dt.date]) -> None:
    """Say it once for all days before the rules begin, and once for all beyond any review."""
    given = sorted(set(days))
    before = [day for day in given if reach(pack, day) is Reach.BEFORE]
    beyond = [day for day in given if reach(pack, day) is Reach.BEYOND]
    if before:
        click.echo(
            f"warning: {_said(before)} before {in_words(pack.first_day)}, when the rules of `{pack.name}` begin. "
            "Every answer for such a day is: get advice. That does not mean no.",
            err=True,
        )
    last = last_review(pack)
    if beyond and last:
        click.echo(
            f"warning: {_said(beyond)} after {in_words(last)}, and nobody has looked at the sources of `{pack.name}` "
            "beyond that day. This is what is known now; the law may be another by then.",
            err=True,
        )


def _said(days: list[dt.date]) -> str:
    return f"{in_words(days[0])} is" if len(days) == 1 else f"{len(days)} days lie"
