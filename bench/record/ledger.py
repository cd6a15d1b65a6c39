"""`python -m bench.record.ledger`: appends one at a time and verifies the whole, in the deployment's own database."""
# ruff: noqa: E402

from __future__ import annotations

import json
import resource
import sys
import time

import django

django.setup()

from django.utils import timezone

from bench.record.percentile import told
from sharewell.casework.acting import acting, transaction_of
from sharewell.casework.keep import keep
from sharewell.casework.verify_ledger import verify_ledger
from sharewell.register.person import Person
from sharewell.register.practitioner import Post, Role
from sharewell.register.relationship import Viewing

APPENDS = 300


def main() -> int:
    """Measure both."""
    post = Post.objects.filter(role=Role.PRACTITIONER).select_related("practitioner", "organisation")[0]
    who = acting(post.practitioner, post.organisation, at=timezone.now())
    child = Person.objects.filter(agency=post.organisation)[0]
    took = []
    for _ in range(APPENDS):
        started = time.perf_counter()
        with transaction_of(who):
            keep(who, Viewing(child=child, part="record", right="allocated", purpose="bench"), "record-viewed")
        took.append(time.perf_counter() - started)
    figures = {"append": {**told(took), "a_second": round(len(took) / sum(took))}}
    if "--verify" in sys.argv:
        started = time.perf_counter()
        report = verify_ledger()
        seconds = time.perf_counter() - started
        figures["verify"] = {
            "seconds": round(seconds, 1), "entries": report.size, "rows": report.rows, "faults": len(report.faults),
            "entries_a_second": round(report.size / seconds),
            "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        }  # fmt: skip
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
