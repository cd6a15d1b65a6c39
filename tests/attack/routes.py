"""Every signed-in address, and which rows of Alice's its identifiers stand for. A new one without a line here fails."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping

from django.urls import URLPattern, URLResolver, get_resolver, reverse

#: Rooms that anybody may enter without signing in. They hold nothing of a record.
OPEN_ROOMS = ("guide", "answer", "rulebook", "practise", "young", "help")
_ROWS_OF_CHILD = {
    "relationship-end": "relationship", "responsibility-end": "responsibility", "order-end": "order",
    "address-confirm": "address", "address-end": "address", "safe-contact-end": "contact", "mark-lift": "mark",
    "mark-agree": "mark", "mark-show": "sealed", "service-end": "service", "allocation-end": "allocation",
    "person-change": "person", "number-end": "number",
}  # fmt: skip
_OF_CHILD = (
    "child", "child-family", "relationship-new", "responsibility-new", "order-new", "child-places", "address-new",
    "safe-contact-new", "child-safety", "mark-new", "child-work", "service-new", "allocate", "child-names",
    "number-new", "child-looked", "items", "item-new", "consents", "consent-new", "competence-new", "capacity-new",
    "view-new", "wish-new", "not-asked", "new-request", "break-glass",
)  # fmt: skip
_OF_REQUEST = {
    "request": "request", "request-correct": "open request", "request-guide": "open request",
    "request-hand-over": "open request", "request-decide": "open request", "advice-ask": "open request",
    "decision": "decision", "decision-pdf": "decision", "decision-text": "decision", "decision-again": "decision",
    "decision-given": "decision", "decision-after": "decision", "decision-afterwards": "emergency",
    "decision-receipt": "disclosure", "advice-answer": "advice", "approval": "proposal",
}  # fmt: skip

#: Name of the address to its identifiers: the name in the address, and the row of `World.rows` that it stands for.
IDENTIFIED: Mapping[str, Mapping[str, str]] = {
    **{name: {"child": "child"} for name in _OF_CHILD},
    **{name: {"child": "child", "row": row} for name, row in _ROWS_OF_CHILD.items()},
    **{name: {"pk": row} for name, row in _OF_REQUEST.items()},
    **{name: {"child": "child", "item": "item"} for name in ("item", "item-replace", "file-new")},
    "file": {"child": "child", "file": "file"},
    **{f"consent-{name}": {"child": "child", "consent": "consent"} for name in ("answer", "withdraw", "invalidate")},
    "view-answer": {"child": "child", "view": "view"},
    "wish-end": {"child": "child", "wish": "wish"},
    "review-done": {"child": "child", "review": "review"},
    **{f"child-form{end}": {"child": "child", "kind": "=standard"} for end in ("", "-pdf")},
    **{f"answer-form{end}": {"child": "child", "consent": "consent", "kind": "=standard"} for end in ("", "-pdf")},
    "glass-review": {"glass": "glass"},
    "account-factor-end": {"factor": "factor"},
    "person": {"practitioner": "practitioner"},
    "post-add": {"practitioner": "practitioner"},
    "account-reset": {"practitioner": "practitioner"},
    "account-close": {"practitioner": "practitioner"},
    "post-end": {"post": "post"},
    "contact-verify": {"point": "point"},
    "contact-end": {"point": "point"},
}
#: Addresses with an identifier that everybody who signs in may know: the directory of organisations.
SHARED = {"organisation": {"organisation": "organisation"}, "contact-add": {"organisation": "organisation"}}
#: Addresses without an identifier of a record: what they show is scanned for words of the record.
BARE = (
    "work", "find", "find-ours", "find-across", "find-choose", "child-start", "advice", "emergency", "oversight",
    "people", "person-add", "team-add", "roles", "organisations", "organisation-add", "blank-forms", "account",
    "account-password", "account-factor", "account-picture", "account-recovery-codes", "sign-in-again",
)  # fmt: skip
#: Before anybody has signed in, and forms on paper with nothing filled in: no record is near.
BEFORE = (
    "sign-in", "sign-in-factor", "sign-in-organisation", "sign-in-set-up", "sign-in-picture", "sign-in-as",
    "sign-in-provider", "sign-in-back", "sign-out", "invitation", "blank-form", "blank-form-pdf",
)  # fmt: skip


def every_route() -> Iterator[URLPattern]:
    """Every address that there is."""
    yield from _under(get_resolver())


def _under(resolver: URLResolver) -> Iterator[URLPattern]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from _under(each)
        else:
            yield each


def room_of(route: URLPattern) -> str:
    """The room whose view it leads to."""
    return str(route.callback.__module__).split(".")[2]


def address(name: str, rows: Mapping[str, uuid.UUID], *, unknown: frozenset[str] = frozenset()) -> str:
    """An address with identifiers of `rows`; those of `unknown` are of nothing at all."""
    told = {**SHARED, **IDENTIFIED}.get(name, {})
    return reverse(
        name,
        kwargs={
            key: row[1:] if row.startswith("=") else uuid.uuid4() if key in unknown else rows[row]
            for key, row in told.items()
        },
    )
