"""A server with one page: it decides, and says so once the database has it. Served by granian, as the pages are."""
# ruff: noqa: E402  Django is set up before a model is imported

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs

import django

django.setup()

from django.db import DatabaseError, InterfaceError, close_old_connections

from sharewell.casework.acting import acting, transaction_of
from sharewell.casework.decide import decide
from sharewell.register.organisation import Organisation
from sharewell.register.practitioner import Practitioner
from sharewell.register.request import Determination, InformationRequest
from tests.casework.record_rows import deciding
from tests.casework.recorded import NOW

Start = Callable[[str, list[tuple[str, str]]], object]


def application(environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
    """`/decide?request=&determination=&once=&who=&organisation=`; anything else says that it is there."""
    status, said = "200 OK", "here"
    if environ["PATH_INFO"] == "/decide":
        close_old_connections()
        try:
            said = _decided({name: values[0] for name, values in parse_qs(environ["QUERY_STRING"]).items()})
        except (DatabaseError, InterfaceError) as error:
            status, said = "503 Service Unavailable", type(error).__name__
        except Exception as error:  # noqa: BLE001  the test is told what it was
            status, said = "500 Internal Server Error", repr(error)
    start_response(status, [("Content-Type", "text/plain")])
    return [said.encode()]


def _decided(asked: dict[str, str]) -> str:
    who = acting(Practitioner.objects.get(pk=asked["who"]), Organisation.objects.get(pk=asked["organisation"]), at=NOW)
    assert who is not None
    with transaction_of(who):
        form = deciding(
            InformationRequest.objects.get(pk=asked["request"]),
            Determination.objects.get(pk=asked["determination"]),
            once=uuid.UUID(asked["once"]),
        )
        made = decide(who, uuid.UUID(asked["request"]), deciding=form)
    return str(made.pk)
