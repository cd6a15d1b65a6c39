"""Setting an account up anew, for who lost phone and codes: both factors end, and they are invited again."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from sharewell.casework.act import Act, require, require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.begin_anew import end_credentials
from sharewell.casework.invite import invite
from sharewell.casework.refusal import MayNot, NotThere
from sharewell.register.practitioner import Post, Practitioner


def reset_account(who: Acting, practitioner: UUID) -> str:
    """The code of the new invitation. Their sessions, password and factors end.

    Raises: MayNot for one’s own account, or one that another partner relies on too; NeedsFreshFactor; NotThere.
    """
    require(who, Act.MANAGE_PEOPLE)
    require_fresh(who)
    found = ours_alone(who, practitioner)
    end_credentials(who, found, kind="account-reset")
    return invite(who, found, by=who.practitioner)


def ours_alone(who: Acting, practitioner: UUID) -> Practitioner:
    """Somebody else whose every post is here: whoever resets or closes an account must not reach another partner by it.

    Raises: MayNot, or NotThere for who has no post here or a closed account.
    """
    live = Post.objects.filter(practitioner=practitioner).filter(Q(to_on__isnull=True) | Q(to_on__gt=who.on))
    found = Practitioner.objects.filter(pk=practitioner, closed_at__isnull=True).first()
    here = Post.objects.filter(practitioner=practitioner, organisation=who.organisation).exists()
    if found is None or not here:
        raise NotThere("practitioner", practitioner)
    if found.pk == who.practitioner.pk:
        raise MayNot("change-own-account")
    if live.exclude(organisation=who.organisation).exists():
        raise MayNot("change-account-of-another-partner")
    return found
