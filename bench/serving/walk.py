"""A walk through the guide over HTTP: the forms that a person would send, kept for the load."""

from __future__ import annotations

import http.client
import re
from html import unescape
from urllib.parse import urlencode

Step = dict[str, list[str]]
_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
_CHOICE = re.compile(r'<input[^>]* type="radio"[^>]*>')
_MOST = 40


def walk(host: str, port: int) -> list[Step]:
    """The forms of one interview, each answered with its first choice that is not an emergency.

    Raises: SystemExit when the first page asks no question.
    """
    connection = http.client.HTTPConnection(host, port, timeout=30)
    connection.request("GET", "/check/")
    page = connection.getresponse().read().decode()
    steps: list[Step] = []
    while len(steps) < _MOST:
        step = _answered(page)
        if step is None:
            break
        steps.append(step)
        connection.request(
            "POST", "/check/", urlencode(step, doseq=True), {"Content-Type": "application/x-www-form-urlencoded"}
        )
        answer = connection.getresponse()
        page = answer.read().decode()
        if answer.status != http.client.OK:
            break
    if not steps:
        raise SystemExit("the first page asks no question")
    return steps


def _answered(page: str) -> Step | None:
    found = re.search(r'<form[^>]* id="question".*?</form>', page, flags=re.DOTALL)
    if found is None:
        return None
    step: Step = {}
    for name, value in _HIDDEN.findall(found[0]):
        step.setdefault(name, []).append(unescape(value))
    choices = [
        (re.search(r'name="([^"]+)"', each), re.search(r'value="([^"]+)"', each)) for each in _CHOICE.findall(found[0])
    ]
    told = [(name[1], value[1]) for name, value in choices if name and value]
    if not told:
        return None
    name, value = next((each for each in told if each[1] in ("no", "none")), told[0])
    step[name] = [value]
    return step
