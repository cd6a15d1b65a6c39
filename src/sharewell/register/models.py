"""Every model, so that Django finds them. Each is described in the module it comes from."""

from __future__ import annotations

from sharewell.register.advice import Advice, AdviceFollowed, AdviceRequest, Approval, Proposal
from sharewell.register.competence import CapacityAssessment, CompetenceAssessment
from sharewell.register.consent import Consent, ConsentEnd, ConsentItem, NotAsked
from sharewell.register.decision import (
    Decision,
    DecisionItem,
    Grounds,
    Hold,
    Reconsideration,
    ReconsiderationAnswer,
    Telling,
    Weighing,
)
from sharewell.register.disclosure import DisclosedItem, Disclosure, FollowUp, Receipt
from sharewell.register.factor import Factor, Invitation, SignIn
from sharewell.register.family import (
    CourtOrder,
    CourtOrderEnd,
    ParentalResponsibility,
    ParentalResponsibilityEnd,
    Relationship,
)
from sharewell.register.holding import HeldFile, InformationItem, ItemSubject
from sharewell.register.involvement import IndexKey, Involvement, MatchChoice, Search, SearchHit
from sharewell.register.job import Job
from sharewell.register.ledger_row import Checkpoint, LedgerEntry, LedgerHead, Opening, Tombstone
from sharewell.register.organisation import ContactPoint, Organisation, Team
from sharewell.register.person import Address, FormerName, Identifier, IdentifierEnd, Person, SafeContact
from sharewell.register.practitioner import Post, Practitioner
from sharewell.register.relationship import BrokenGlass, Denial, GlassReview, LegitimateRelationship, Viewing
from sharewell.register.request import Determination, InformationRequest, RequestItem, RequestSubject, Sitting
from sharewell.register.safety import SafetyMark, SafetyMarkEnd, SafetyMarkLift
from sharewell.register.voice import Review, View, ViewResponse, Wish, WishEnd

__all__ = [
    "Address",
    "Advice",
    "AdviceFollowed",
    "AdviceRequest",
    "Approval",
    "BrokenGlass",
    "CapacityAssessment",
    "Checkpoint",
    "CompetenceAssessment",
    "Consent",
    "ConsentEnd",
    "ConsentItem",
    "ContactPoint",
    "CourtOrder",
    "CourtOrderEnd",
    "Decision",
    "DecisionItem",
    "Denial",
    "Determination",
    "DisclosedItem",
    "Disclosure",
    "Factor",
    "FollowUp",
    "FormerName",
    "GlassReview",
    "Grounds",
    "HeldFile",
    "Hold",
    "Identifier",
    "IdentifierEnd",
    "IndexKey",
    "InformationItem",
    "InformationRequest",
    "Invitation",
    "Involvement",
    "ItemSubject",
    "Job",
    "LedgerEntry",
    "LedgerHead",
    "LegitimateRelationship",
    "MatchChoice",
    "NotAsked",
    "Opening",
    "Organisation",
    "ParentalResponsibility",
    "ParentalResponsibilityEnd",
    "Person",
    "Post",
    "Practitioner",
    "Proposal",
    "Receipt",
    "Reconsideration",
    "ReconsiderationAnswer",
    "Relationship",
    "RequestItem",
    "RequestSubject",
    "Review",
    "SafeContact",
    "SafetyMark",
    "SafetyMarkEnd",
    "SafetyMarkLift",
    "Search",
    "SearchHit",
    "SignIn",
    "Sitting",
    "Team",
    "Telling",
    "Tombstone",
    "View",
    "ViewResponse",
    "Viewing",
    "Weighing",
    "Wish",
    "WishEnd",
]
