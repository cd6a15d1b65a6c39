"""The suite itself: sockets are off except to this machine, and a warning is an error."""

from __future__ import annotations

import contextlib
import socket
import warnings

import pytest


def test_no_socket_reaches_another_machine() -> None:
    """The address is one that is set aside for documentation."""
    with (
        contextlib.closing(socket.socket()) as outward,
        pytest.raises((UserWarning, RuntimeError), match="A test tried"),
    ):
        outward.connect(("192.0.2.1", 80))


def test_a_socket_reaches_this_machine() -> None:
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as here:
        socket.create_connection(here.getsockname()).close()


def test_a_warning_is_an_error() -> None:
    with pytest.raises(DeprecationWarning):
        warnings.warn("old", DeprecationWarning, stacklevel=1)
