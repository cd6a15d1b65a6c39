"""Ask a malware scanner about a content, where one is set up: a clamd that listens, or a command.

`SHAREWELL_SCANNER` is `unix:/run/clamav/clamd.ctl`, `tcp:127.0.0.1:3310`, or `command:` and a command that reads the
content, and ends with 0 for clean and 1 for found, as clamdscan does. Empty: there is no scanner.
"""

from __future__ import annotations

import shlex
import socket
import struct
import subprocess

from django.conf import settings

from sharewell.register.holding import Scan

#: How long a scanner may take.
_SECONDS = 60
_PIECE = 64 * 1024


class Malware(Exception):  # noqa: N818  it says what was found
    """The scanner found something. `found` is its name for it."""

    def __init__(self, found: str) -> None:
        self.found = found
        super().__init__("the scanner found something")


class ScannerDown(Exception):  # noqa: N818  it says what is wrong
    """A scanner is set up and did not answer: nothing is taken unscanned then."""


def scan_content(content: bytes) -> Scan:
    """What the scanner says; `not-scanned` where none is set up.

    Raises: Malware, ScannerDown.
    """
    where = str(settings.SHAREWELL_SCANNER)
    if not where:
        return Scan.NOT_SCANNED
    how, _, rest = where.partition(":")
    try:
        if how == "command":
            return _by_command(shlex.split(rest), content)
        return _by_clamd(_connected(how, rest), content)
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError) as error:
        raise ScannerDown(type(error).__name__) from None


def _connected(how: str, where: str) -> socket.socket:
    if how == "tcp":
        host, _, port = where.rpartition(":")
        if not port.isdecimal():
            raise ScannerDown("SHAREWELL_SCANNER names no port")
        return socket.create_connection((host.strip("[]"), int(port)), timeout=_SECONDS)
    if how == "unix":
        made = socket.socket(socket.AF_UNIX)
        made.settimeout(_SECONDS)
        try:
            made.connect(where)
        except OSError:
            made.close()
            raise
        return made
    raise ScannerDown("SHAREWELL_SCANNER is neither unix:, tcp: nor command:")


def _by_clamd(connected: socket.socket, content: bytes) -> Scan:
    with connected:
        connected.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), _PIECE):
            piece = content[start : start + _PIECE]
            connected.sendall(struct.pack("!I", len(piece)) + piece)
        connected.sendall(struct.pack("!I", 0))
        said = b""
        while not said.endswith(b"\0") and len(said) < 4096 and (more := connected.recv(1024)):
            said += more
    words = said.rstrip(b"\0\n").decode("utf-8").removeprefix("stream:").strip()
    if words.endswith("FOUND"):
        raise Malware(words.removesuffix("FOUND").strip())
    if words != "OK":
        raise ScannerDown("the scanner could not say")
    return Scan.CLEAN


def _by_command(command: list[str], content: bytes) -> Scan:
    if not command:
        raise ScannerDown("SHAREWELL_SCANNER names no command")
    made = subprocess.run(  # noqa: S603  whoever runs the service names it in the settings; no shell, no word of a file
        command, input=content, capture_output=True, check=False, timeout=_SECONDS
    )
    if made.returncode == 1:
        raise Malware("malware")
    if made.returncode != 0:
        raise ScannerDown("the scanner could not say")
    return Scan.CLEAN
