"""Making an account: who somebody is, their first post here, and an invitation to set their own password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from sharewell.casework.act import Act, require, require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.invite import invite
from sharewell.casework.keep import keep_shared
from sharewell.casework.make_post import make_post
from sharewell.casework.refusal import Unfinished
from sharewell.register.practitioner import Practitioner, Role


@dataclass(frozen=True, slots=True)
class AccountMade:
    """The practitioner, and the code of their invitation: empty for somebody who signs in here already."""

    practitioner: Practitioner
    code: str


def make_account(
    who: Acting, *, email: str, name: str, role: Role, title: str, from_on: date, team: UUID | None = None
) -> AccountMade:
    """Make the account and the post. Somebody who works for another partner keeps their account and gets the post.

    Raises: MayNot, NeedsFreshFactor, NotThere for a team that is not ours, or Unfinished.
    """
    require(who, Act.MANAGE_PEOPLE)
    require_fresh(who)
    practitioner, is_new = person_with(email, name)
    if is_new:
        keep_shared(who, practitioner, "account-made")
    make_post(who, practitioner, role=role, title=title, from_on=from_on, team=team)
    return AccountMade(practitioner, invite(who, practitioner, by=who.practitioner) if is_new else "")


def person_with(email: str, name: str) -> tuple[Practitioner, bool]:
    """The practitioner with an address, and whether they are new: then they are not written yet.

    Raises: Unfinished.
    """
    address = email.strip().lower()
    problems = {} if name.strip() else {"name": "Give their first and last name"}
    try:
        validate_email(address)
    except ValidationError:
        problems["email"] = "Give an email address, such as name@school.example"
    if problems:
        raise Unfinished(problems)
    found = Practitioner.objects.filter(email=address).first()
    if found is None:
        made = Practitioner(email=address, name=name.strip())
        made.set_unusable_password()
        return made, True
    if found.closed_at is not None:
        raise Unfinished({"email": "The account with this address is closed. Ask whoever runs Sharewell to open it"})
    return found, False
