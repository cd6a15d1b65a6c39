"""Shares of all situations, counted or sampled, and how they are said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """How much of all situations.

    `exact`: counted among all `of` situations. Otherwise a sample of `of` situations drawn from a fixed stream in which
    every question that is asked has each of its answers equally often; `margin` is two standard errors. `everyday` is
    the same with the pack's own weights of answers, where it has any.
    """

    part: float
    of: int
    exact: bool
    margin: float = 0.0
    everyday: float | None = None

    @property
    def says(self) -> str:
        """In words."""
        if self.exact:
            return f"{round(self.part * self.of):,} of {self.of:,} situations"
        drawn = f"of {self.of:,} drawn situations"
        if self.part == 0:
            said = f"none {drawn}: fewer than 1 in {max(1, self.of // 3):,}"
        else:
            said = f"{_percent(self.part)} {drawn} (± {_percent(self.margin)})"
        return said if self.everyday is None else f"{said}; {_percent(self.everyday)} with everyday weights"


def _percent(part: float) -> str:
    return f"{100 * part:.3g} %"
