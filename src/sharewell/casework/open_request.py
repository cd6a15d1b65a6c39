"""A request, and what hangs on it, reached through the child whose record it is in: there is no other way to one."""

from __future__ import annotations

import uuid

from sharewell.casework.access import Right, children_of, open_child
from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.refusal import NotThere
from sharewell.register.decision import Decision
from sharewell.register.disclosure import Disclosure
from sharewell.register.person import Person
from sharewell.register.request import InformationRequest


def request_of(who: Acting, request: uuid.UUID, *, act: Act) -> InformationRequest:
    """A request that they may work on, with its child and organisation.

    Raises: MayNot, or NotThere for one that does not exist or that is not theirs to see.
    """
    require(who, act)
    found = (
        InformationRequest.objects.select_related("child", "organisation", "person", "replaced_by")
        .filter(pk=request, agency=who.organisation, child__in=children_of(who))
        .first()
    )
    if found is None:
        raise NotThere("request", request)
    return found


def open_request(who: Acting, request: uuid.UUID, *, part: str) -> tuple[InformationRequest, Person, Right]:
    """A request, opened: the viewing of the child's record is kept.

    Raises: as `request_of`.
    """
    found = request_of(who, request, act=Act.OPEN_RECORD)
    child, right = open_child(who, found.child_id, part=part)
    return found, child, right


def decision_of(who: Acting, decision: uuid.UUID, *, act: Act) -> Decision:
    """A decision that they may work on.

    Raises: MayNot, or NotThere for one that does not exist or that is not theirs to see.
    """
    require(who, act)
    found = (
        Decision.objects.select_related("request__child", "request__organisation", "determination", "decided_by")
        .filter(pk=decision, agency=who.organisation, request__child__in=children_of(who))
        .first()
    )
    if found is None:
        raise NotThere("decision", decision)
    return found


def disclosure_of(who: Acting, disclosure: uuid.UUID, *, act: Act) -> Disclosure:
    """What was given under a decision that they may work on.

    Raises: MayNot, or NotThere for one that does not exist or that is not theirs to see.
    """
    require(who, act)
    found = (
        Disclosure.objects.select_related("decision__request__child", "decision__request__organisation")
        .filter(pk=disclosure, agency=who.organisation, decision__request__child__in=children_of(who))
        .first()
    )
    if found is None:
        raise NotThere("disclosure", disclosure)
    return found


def standing_decision(request: InformationRequest) -> Decision | None:
    """The decision that stands on a request: the one that no other replaces."""
    return Decision.objects.filter(request=request, replaced_by__isnull=True).first()
