"""What leaves the house by another door: the ledger's export, logs, addresses, and the names of downloads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from django.db import models
from django.test import Client

from sharewell.casework.export_ledger import ledger_lines, row_lines
from sharewell.register.guards import registered
from tests.attack.looking import given_away
from tests.attack.routes import BARE, IDENTIFIED, address, every_route
from tests.attack.world import WORDS, World
from tests.web.signing import signed_in_as

pytestmark = pytest.mark.django_db
_CONFIDENTIAL = ("identifying", "special", "locating", "credential")
_LINK = re.compile(r'(?:href|action|src)="([^"]*)"')
_OPAQUE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def confidential() -> Iterator[str]:
    """Every text of the database that is classed as anything but operational."""
    for model in registered():
        classes = getattr(model, "CLASS", {})
        texts = [
            field.name
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField) and classes.get(field.name) in _CONFIDENTIAL
        ]
        for row in model._default_manager.values_list(*texts) if texts else ():
            yield from (text for text in row if text and len(text) > 3 and not text.isdecimal())


def test_the_ledger_as_it_is_exported_names_nobody(world: World) -> None:
    """Beside words of the seed: every confidential text that any table holds."""
    lines = [line.decode() for line in (*ledger_lines(), *row_lines(opened=False))]
    assert len(lines) > 60
    told = "\n".join(json.dumps(json.loads(line), ensure_ascii=False) if line[:1] == "{" else line for line in lines)
    texts = {text for text in confidential() if " " in text or text[:1].isupper()}
    assert {"Fennimore", "17 Hidden Way"} <= texts
    # A shorter one can stand in a digest by chance.
    assert not given_away([told], {each for each in (*WORDS, *texts) if len(each) > 6} - {world.alice.title})


def test_no_address_and_no_link_holds_a_word(world: World) -> None:
    """Also of those who may see it all: what stands in a history, a bookmark or a log is opaque."""
    for route in every_route():
        assert "<str:" not in str(route.pattern) or str(route.pattern).startswith("rules/"), route.name
    for who in world.insiders:
        client = signed_in_as(Client(), who)
        for name in (*BARE, *IDENTIFIED):
            answer = client.get(address(name, world.rows))
            links = _LINK.findall(answer.content.decode(errors="replace")) if not answer.streaming else []
            ours = [link for link in links if not link.startswith(("tel:", "mailto:", "https://"))]
            assert not given_away([*ours, answer.headers.get("Location", "")], WORDS), name


def test_no_download_is_named_after_anybody(world: World) -> None:
    client, met = signed_in_as(Client(), world.alice), 0
    for name in IDENTIFIED:
        answer = client.get(address(name, world.rows))
        told = answer.headers.get("Content-Disposition", "")
        met += bool(told)
        assert not given_away([_OPAQUE.sub("", told)], WORDS), name
        if told:
            assert "no-store" in answer.headers["Cache-Control"]
    assert met >= 3
