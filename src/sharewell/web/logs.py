"""Logs that hold no answer: no form, no header, no message of an error; only what went wrong and where."""

from __future__ import annotations

import logging
import traceback

from django.http import HttpRequest


class Discreet(logging.Filter):
    """Takes the request, and with it every form, off a log record; keeps only what kind of request it was."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record pass, without what it must not carry."""
        request = record.__dict__.pop("request", None)
        record.args = tuple(str(each)[:200] for each in record.args) if isinstance(record.args, tuple) else ()
        if isinstance(request, HttpRequest):
            status = record.__dict__.get("status_code", "")
            record.msg, record.args = f"{request.method} {request.path} {status}".strip(), ()
        elif request is not None and record.args:
            # Under `runserver` it is the socket, and the words are the request's first line with all that it asks.
            record.msg, record.args = f"connection {record.__dict__.get('status_code', 'ended')}", ()
        return True


class Plain(logging.Formatter):
    """One line, then for an error the places it went through: never its message, which may quote a form."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatException(self, ei: object) -> str:  # noqa: N802 - the name is logging's
        """The kind of error and the places in the code."""
        if not (isinstance(ei, tuple) and isinstance(ei[1], BaseException)):
            return ""
        places = traceback.extract_tb(ei[1].__traceback__)
        lines = [f"  {place.filename.rsplit('/', 2)[-1]}:{place.lineno} in {place.name}" for place in places]
        return "\n".join([type(ei[1]).__name__, *lines])
