"""What went wrong between us and the provider."""

from __future__ import annotations

from sharewell.casework.refusal import Refusal


class SingleSignOnFailed(Refusal):
    """No identity came of it. `why` is a stable word for the log, never for the page; nothing personal is in it."""

    code = "single-sign-on-failed"

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"{self.code}: {why}")
