"""The pages of the record under a steady load: requests leave at fixed moments, and a latency counts from then."""

from __future__ import annotations

import http.client
import random
import re
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlencode

from bench.record.percentile import told

HOST = "127.0.0.1"
COOKIE = "sessionid"
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
WORKERS = 8


def children(port: int, signed_in: list[dict[str, Any]], *, path: str, rate: int, seconds: int) -> dict[str, Any]:
    """A page of a child's record; `path` has `{child}` in it."""
    chance = random.Random(5)
    asked = []
    for _ in range(rate * seconds):
        who = chance.choice(signed_in)
        asked.append(("GET", path.format(child=chance.choice(who["children"])), who["session"], ""))
    return _load(port, asked, rate)


def searches(port: int, signed_in: list[dict[str, Any]], *, rate: int, seconds: int) -> dict[str, Any]:
    """Looking for a child by a part of a name, in all that one works with."""
    chance = random.Random(6)
    tokens = {who["session"]: _token(port, who["session"]) for who in signed_in}
    asked = []
    for _ in range(rate * seconds):
        session = chance.choice(signed_in)["session"]
        words = chance.choice(("ash", "wren", "dun", "mo", "ford", "hazel ley"))
        sent = urlencode({"words": words, "csrfmiddlewaretoken": tokens[session]})
        asked.append(("POST", "/find/", session, sent))
    return _load(port, asked, rate)


def _load(port: int, asked: list[tuple[str, str, str, str]], rate: int) -> dict[str, Any]:
    begin = time.perf_counter() + 0.2

    def worker(number: int) -> tuple[list[float], list[int]]:
        connection = http.client.HTTPConnection(HOST, port, timeout=30)
        took, statuses = [], []
        for i in range(number, len(asked), WORKERS):
            due = begin + i / rate
            time.sleep(max(0.0, due - time.perf_counter()))
            method, path, session, body = asked[i]
            connection.request(method, path, body or None, {**FORM, "Cookie": f"{COOKIE}={session}"})
            answer = connection.getresponse()
            answer.read()
            statuses.append(answer.status)
            took.append(time.perf_counter() - due)
        connection.close()
        return took, statuses

    with ThreadPoolExecutor(WORKERS) as pool:
        parts = list(pool.map(worker, range(WORKERS)))
    statuses = [each for _, found in parts for each in found]
    failed = {str(each): statuses.count(each) for each in sorted(set(statuses)) if each != 200}
    return {**told([each for took, _ in parts for each in took]), "failed": failed}


def _token(port: int, session: str) -> str:
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    connection.request("GET", "/find/", headers={"Cookie": f"{COOKIE}={session}"})
    found = _TOKEN.search(connection.getresponse().read().decode())
    connection.close()
    return found[1] if found else ""
