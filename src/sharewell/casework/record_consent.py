"""Write down what one person answered, for a purpose, recipients and information. What it counts for is worked out."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sharewell.casework.access import theirs
from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.consent_cells import same_decision
from sharewell.casework.keep import keep
from sharewell.casework.keep_file import keep_paper
from sharewell.casework.once import done_before, one_at_a_time
from sharewell.casework.plan_review import plan_review
from sharewell.casework.refusal import AlreadyDone, NotThere, Unfinished
from sharewell.casework.within import of_child, person_around
from sharewell.register.competence import Competence, CompetenceAssessment
from sharewell.register.consent import Answer, Capacity, Consent, ConsentItem, Route
from sharewell.register.holding import HeldFile, InformationItem
from sharewell.register.organisation import Organisation
from sharewell.register.person import Person
from sharewell.register.request import InformationRequest
from sharewell.register.voice import ReviewKind

_OWN = frozenset({Capacity.CHILD_COMPETENT, Capacity.CHILD, Capacity.YOUNG_PERSON})
_AGREED = frozenset({Answer.GIVEN, Answer.PARTIAL})


@dataclass(frozen=True, slots=True)
class Cell:
    """This information, to this recipient, yes or no. What is left out stands for any."""

    allowed: str
    recipient: uuid.UUID | None = None
    recipient_words: str = ""
    category: str = ""
    item: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answered. `supersedes` names an earlier answer that this one takes the place of, whole.

    A child who could decide this rests on `competence`, the assessment of this very decision. What was signed on paper
    is a file that is held already (`paper`), or one that comes with it (`scan`: name and content).
    """

    by_person: uuid.UUID
    capacity: Capacity
    answer: Answer
    route: Route
    purpose: str
    answered_on: date
    cells: tuple[Cell, ...] = ()
    explained: str = ""
    own_words: str = ""
    reason_for_refusal: str = ""
    interpreter: str = ""
    limits: str = ""
    until_on: date | None = None
    review_on: date | None = None
    request: uuid.UUID | None = None
    supersedes: uuid.UUID | None = None
    competence: uuid.UUID | None = None
    paper: uuid.UUID | None = None
    scan: tuple[str, bytes] | None = None
    once: uuid.UUID | None = None


def record_consent(who: Acting, child: uuid.UUID, *, reply: Reply) -> Consent:
    """The answer, with its cells, and a review where one is asked for.

    Raises: MayNot, NotThere, Unfinished, AlreadyDone.
    """
    found = theirs(who, child, act=Act.RECORD_CONSENT)
    person = person_around(found, reply.by_person)
    request = _request(who, found, reply)
    competence = _competence(found, reply)
    problems = {**_words(who, reply), **_who(found, person, reply, competence, request)}
    if problems:
        raise Unfinished(problems)
    if reply.once and (before := done_before(who, Consent, reply.once)):
        raise AlreadyDone(before.pk)
    consent = Consent(
        child=found,
        by_person=person,
        capacity=reply.capacity,
        answer=reply.answer,
        route=reply.route,
        purpose=reply.purpose.strip(),
        explained=reply.explained.strip(),
        own_words=reply.own_words.strip(),
        reason_for_refusal=reply.reason_for_refusal.strip(),
        interpreter=reply.interpreter.strip(),
        limits=reply.limits.strip(),
        answered_on=reply.answered_on,
        until_on=reply.until_on,
        review_on=reply.review_on,
        request=request,
        supersedes=_superseded(who, found, person, reply),
        competence=competence,
        paper=_paper(who, found, reply),
    )
    if reply.once:
        consent.pk = reply.once
    keep(who, consent, "consent-recorded")
    for cell in _cells(found, reply.cells, consent):
        keep(who, cell, "consent-cell-recorded")
    if reply.review_on:
        plan_review(who, found, kind=ReviewKind.CONSENT, on=reply.review_on, about=consent.pk)
    return consent


def _words(who: Acting, reply: Reply) -> dict[str, str]:
    problems: dict[str, str] = {}
    if not reply.purpose.strip():
        problems["purpose"] = "Say what it would be shared for"
    if reply.answered_on > who.on:
        problems["answered_on"] = "The day of the answer must be today or earlier"
    if reply.until_on and reply.until_on < reply.answered_on:
        problems["until_on"] = "The last day cannot come before the day of the answer"
    if reply.review_on and reply.review_on < who.on:
        problems["review_on"] = "Choose a day from today on"
    if reply.route == Route.INTERPRETER and not reply.interpreter.strip():
        problems["interpreter"] = "Say who interpreted"
    if reply.answer in _AGREED and not reply.explained.strip():
        problems["explained"] = (
            "Write what was explained. Without it, nobody can tell that they knew what they agreed to"
        )
    allowed = {cell.allowed for cell in reply.cells}
    if reply.answer in _AGREED and "yes" not in allowed:
        problems["cells"] = "Say what may be shared, and with whom"
    if reply.answer == Answer.PARTIAL and "no" not in allowed:
        problems["refused"] = "They agreed to part. Say what they said no to, or who must not get it"
    return problems


def _who(
    child: Person,
    person: Person,
    reply: Reply,
    competence: CompetenceAssessment | None,
    request: InformationRequest | None,
) -> dict[str, str]:
    if reply.capacity in _OWN and person.pk != child.pk:
        return {"capacity": "This role is for the child’s own answer. Choose the child as the person who answered"}
    if reply.capacity == Capacity.PARENT and person.pk == child.pk:
        return {"capacity": "A child does not answer as their own parent. Choose how the child answered"}
    if reply.capacity != Capacity.CHILD_COMPETENT:
        return {}
    if competence is None:
        return {"competence": "First write down how you know that the child could decide this"}
    this = (request.pk if request else None, reply.purpose)
    about = (competence.request_id, competence.decision_about)
    if not same_decision(about, this) or competence.assessed_on > reply.answered_on:
        return {"competence": "That was about another decision. Look again for this one: it is not carried over"}
    if competence.outcome != Competence.COMPETENT:
        return {
            "competence": "That came to another result. Record this as the answer of a child not found able to decide"
        }
    return {}


def _request(who: Acting, child: Person, reply: Reply) -> InformationRequest | None:
    if reply.request is None:
        return None
    found = of_child(who, InformationRequest, reply.request, act=Act.RECORD_CONSENT)
    if found.child_id != child.pk:
        raise NotThere("request", reply.request)
    return found


def _competence(child: Person, reply: Reply) -> CompetenceAssessment | None:
    if reply.competence is None or reply.capacity != Capacity.CHILD_COMPETENT:
        return None
    return CompetenceAssessment.objects.filter(pk=reply.competence, child=child).first()


def _paper(who: Acting, child: Person, reply: Reply) -> HeldFile | None:
    if reply.scan is not None:
        name, content = reply.scan
        return keep_paper(who, child.pk, name=name, content=content, on=reply.answered_on)
    if reply.paper is None:
        return None
    found = HeldFile.objects.filter(pk=reply.paper, item__child=child).first()
    if found is None:
        raise NotThere("file", reply.paper)
    return found


def _superseded(who: Acting, child: Person, person: Person, reply: Reply) -> Consent | None:
    """The earlier answer of the same person.

    Raises: Unfinished if another one took its place already, or it is somebody else's.
    """
    if reply.supersedes is None:
        return None
    one_at_a_time()
    found = Consent.objects.filter(pk=reply.supersedes, child=child, by_person=person, agency=who.organisation).first()
    if found is None or found.answered_on > reply.answered_on:
        raise Unfinished({"supersedes": "Only an earlier answer of the same person can be replaced"})
    if Consent.objects.filter(supersedes=found).exists():
        raise Unfinished({"supersedes": "A newer answer took its place already. Choose that one"})
    return found


def _cells(child: Person, cells: Iterable[Cell], consent: Consent) -> list[ConsentItem]:
    wanted = list(cells)
    recipients = Organisation.objects.in_bulk({cell.recipient for cell in wanted if cell.recipient})
    items = InformationItem.objects.filter(child=child).in_bulk({cell.item for cell in wanted if cell.item})
    made = []
    for cell in wanted:
        if cell.recipient and cell.recipient not in recipients:
            raise NotThere("organisation", cell.recipient)
        if cell.item and cell.item not in items:
            raise NotThere("item", cell.item)
        made.append(
            ConsentItem(
                consent=consent,
                recipient=recipients[cell.recipient] if cell.recipient else None,
                recipient_words=cell.recipient_words.strip(),
                category=cell.category,
                item=items[cell.item] if cell.item else None,
                allowed=cell.allowed,
            )
        )
    return made
