"""What casework refuses and no page expected: a plain page, nothing saved, never a fault of ours."""

from __future__ import annotations

import uuid
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import IntegrityError
from django.test import Client

from sharewell.casework.acting import Acting
from sharewell.casework.refusal import AlreadyDone, Held, MustWait, Unfinished
from tests.attack.looking import everything
from tests.casework.conftest import NOW
from tests.web.signing import Clock, signed_in_as
from tests.web.test_reading_age import HIGHEST, reading_age

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("refused", "status", "words"),
    [
        (Unfinished({"purpose": "Say what it is for"}), 400, "Say what it is for"),
        (AlreadyDone(uuid.uuid4()), 409, "sent before"),
        (MustWait(NOW + timedelta(minutes=5)), 409, "as things are now"),
        (Held(None), 409, "as things are now"),
        (IntegrityError("Key (id)=(Mira Fennimore) already exists"), 409, "sent before"),
    ],
    ids=lambda each: type(each).__name__,
)
def test_it_says_that_nothing_was_saved(
    client: Client, alice: Acting, clock: Clock, refused: Exception, status: int, words: str
) -> None:
    signed_in_as(client, alice)
    before = everything()
    with patch("sharewell.web.find.find.find_own", side_effect=refused):
        answer = client.post("/find/", {"words": "Mira Fennimore"})
    html = answer.content.decode()
    assert answer.status_code == status
    assert "<h1>Nothing was saved</h1>" in html
    assert words in html
    assert "Mira" not in html
    assert clock.at == NOW
    assert everything() == before
    assert reading_age(html) <= HIGHEST
