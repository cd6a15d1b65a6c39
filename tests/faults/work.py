"""What tests of faults have done in a deployment's own database: `python -m tests.faults.work prepare 40`."""
# ruff: noqa: E402, T201  a program: it sets Django up before a model is imported, and says what it found

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable

import django

django.setup()

from django.db import transaction

from sharewell.casework.acting import acting, transaction_of
from sharewell.casework.keep import change, keep
from sharewell.casework.refusal import ChangedMeanwhile
from sharewell.casework.verify_ledger import verify_ledger
from sharewell.register.decision import Decision, Grounds
from sharewell.register.ledger_row import LedgerEntry, LedgerHead
from sharewell.register.organisation import Organisation, Team
from sharewell.register.practitioner import Practitioner
from tests.casework.record_rows import a_child, a_request, determined, wanted
from tests.casework.recorded import NOW, agency


def prepare(count: str) -> object:
    """An agency with so many requests that wait for a decision."""
    who = agency()
    waiting = []
    with transaction.atomic(), transaction_of(who):
        child = a_child(who)
        for _ in range(int(count)):
            request = a_request(who, child, said=wanted(who.organisation))
            said = determined(who, request)
            waiting.append({"request": str(request.pk), "determination": str(said.pk)})
        team = keep(who, Team(name="North"), "team-made")
    return {
        "who": str(who.practitioner.pk), "organisation": str(who.organisation.pk), "waiting": waiting,
        "team": str(team.pk),
    }  # fmt: skip


def check() -> object:
    """What the database holds after all of it."""
    report = verify_ledger()
    entries = Counter(LedgerEntry.objects.filter(kind="decision-made").values_list("subject", flat=True))
    return {
        "faults": [str(fault) for fault in report.faults],
        "size": LedgerHead.objects.get(pk=1).size,
        "entries": LedgerEntry.objects.count(),
        "decided": {str(once): str(pk) for once, pk in Decision.objects.values_list("once", "pk")},
        "grounds": Grounds.objects.count(),
        "written_down": dict(entries),
        "teams": dict(Team.objects.values_list("name", "version")),
    }


def write(practitioner: str, organisation: str, team: str, times: str) -> object:
    """Change one row so often, each time from what it says then; and make rows beside it."""
    met = 0
    for number in range(int(times)):
        who = acting(Practitioner.objects.get(pk=practitioner), Organisation.objects.get(pk=organisation), at=NOW)
        assert who is not None
        while True:
            with transaction_of(who):
                row = Team.objects.get(pk=team)
            try:
                with transaction_of(who):
                    change(who, row, "team-changed", name=f"North {row.version}")
            except ChangedMeanwhile:
                met += 1
                continue
            break
        with transaction_of(who):
            keep(who, Team(name=f"{practitioner}-{id(who)}-{number}-{met}-{row.version}"), "team-made")
    return {"met": met}


_TASKS: dict[str, Callable[..., object]] = {"prepare": prepare, "check": check, "write": write}

if __name__ == "__main__":
    print(json.dumps(_TASKS[sys.argv[1]](*sys.argv[2:])))
