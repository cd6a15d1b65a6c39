"""Options that several commands share, read the same way everywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

from sharewell.cli.day import HOW_TO_WRITE, day_of, today
from sharewell.cli.packs import DEFAULT, chosen, pack_names
from sharewell.cli.problem import near, quoted, refusal
from sharewell.policy.pack import Pack

Command = TypeVar("Command", bound=Callable[..., Any])


def _names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in pack_names() if name.startswith(incomplete)]


def fact_names(ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """The facts of a pack that begin so, for the shell."""
    pack = chosen(ctx.params.get("pack_name") or DEFAULT)
    return [fact.name for fact in pack.facts if fact.name.startswith(incomplete)]


pack_option = click.option(
    "--pack",
    "pack_name",
    default=DEFAULT,
    show_default=True,
    metavar="NAME|PATH",
    shell_complete=_names,
    help="Whose rules: a pack by name (NAME@VERSION for an older release), its folder, or a release file.",
)
on_option = click.option("--on", "on", metavar="YYYY-MM-DD", help="The day whose rules count. [default: today]")
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people or for machines.",
)
plain_option = click.option("--plain", is_flag=True, help="No colour and no boxes.")


def chosen_day(written: str | None) -> dt.date:
    """The day that `--on` names; today without it.

    Raises: Refused for anything but a day.
    """
    if written is None:
        return today()
    day = day_of(written)
    if day is None:
        raise refusal("--on", "not-a-day", f"`{quoted(written)}` is not a day", written=written, hint=HOW_TO_WRITE)
    return day


def left_out(without: tuple[str, ...], pack: Pack) -> frozenset[str]:
    """The rules and tags to leave out.

    Raises: Refused for a name that the pack does not have.
    """
    known = {rule.name for rule in pack.rules} | {f"@{tag}" for rule in pack.rules for tag in rule.tags}
    for name in without:
        if name not in known:
            meant = near(name, known)
            hint = f"did you mean `{meant}`?" if meant else "name a rule, or a tag as @tag"
            raise refusal("--without", "unknown-rule", f"there is no rule `{quoted(name)}`", written=name, hint=hint)
    return frozenset(without)
