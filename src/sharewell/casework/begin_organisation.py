"""Beginning a partner: the organisation and its first administrator. Only whoever runs the server can do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sharewell.casework.acting import LONDON, Acting, transaction_of
from sharewell.casework.invite import invite
from sharewell.casework.keep import keep_shared
from sharewell.casework.make_account import person_with
from sharewell.casework.refusal import Unfinished
from sharewell.register.organisation import Organisation, Sector
from sharewell.register.practitioner import Post, Practitioner, Role


@dataclass(frozen=True, slots=True)
class Begun:
    """The partner, its first administrator, and the code of their invitation: empty if they sign in here already."""

    organisation: Organisation
    practitioner: Practitioner
    code: str


def begin_organisation(*, organisation: str, sector: Sector, name: str, email: str, at: datetime) -> Begun:
    """Make both. The administrator is who writes it all down, as there is nobody else yet.

    Raises: Unfinished for a name that a partner has already, or an account that cannot be made.
    """
    title = organisation.strip()
    if not title:
        raise Unfinished({"organisation": "Give the organisation’s name"})
    if Organisation.objects.filter(name__iexact=title, joined_on__isnull=False).exists():
        raise Unfinished({"organisation": f"{title} is a partner already"})
    practitioner, is_new = person_with(email, name)
    on = at.astimezone(LONDON).date()
    made = Organisation(name=title, sector=sector, joined_on=on)
    who = Acting(practitioner, made, frozenset({Role.ADMINISTRATOR}), "Administrator", at)
    with transaction_of(who):
        keep_shared(who, made, "organisation-added")
        if is_new:
            keep_shared(who, practitioner, "account-made")
        post = Post(practitioner=practitioner, organisation=made, role=Role.ADMINISTRATOR, title=who.title, from_on=on)
        keep_shared(who, post, "post-given")
        code = invite(who, practitioner, by=None) if is_new else ""
    return Begun(made, practitioner, code)
