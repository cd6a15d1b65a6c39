"""What stands round a signed-in page: the bar by role, the way out, and whether this is a demonstration."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from sharewell.casework.act import Act, may

#: Words, name of the address, and the act that somebody must be allowed to be shown it.
_BAR: tuple[tuple[str, str, Act | None], ...] = (
    ("My work", "work", None),
    ("Find a child", "find", Act.SEARCH),
    ("Advice and approvals", "advice", Act.ADVISE),
    ("Oversight", "oversight", Act.REVIEW_GLASS),
    ("People", "people", Act.MANAGE_PEOPLE),
    ("Check", "home", None),
    ("Rulebook", "rulebook", None),
)


def address_of(name: str, *args: object) -> str:
    """The address of a page; `#` while its room is not there."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return "#"


def record_frame(request: HttpRequest) -> dict[str, object]:
    """For every template of a signed-in page; nothing on the others."""
    who = getattr(request, "who", None)
    if who is None:
        return {}
    shown = [
        (words, name, address_of(name))
        for words, name, act in _BAR
        if (act is None or may(who, act)) and address_of(name) != "#"
    ]
    return {
        "who": who,
        "section": "",
        "work_bar": shown,
        "sign_out": address_of("sign-out"),
        "emergency": address_of("emergency") if may(who, Act.DECIDE) else "",
        "demonstration": settings.SHAREWELL_DEMONSTRATION,
    }
