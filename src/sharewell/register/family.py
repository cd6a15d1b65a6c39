"""Who is who to a child: relationships, parental responsibility with its evidence, and orders that limit it."""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Kept, Living, in_order, listed, maybe, one_of, prose, words


class Kinship(models.TextChoices):
    """What an adult or a child is to the child."""

    MOTHER = "mother", "Mother"
    FATHER = "father", "Father"
    PARENT = "parent", "Parent"
    STEP_PARENT = "step-parent", "Step-parent"
    PARTNER = "parents-partner", "Partner of a parent"
    SIBLING = "sibling", "Brother or sister"
    HALF_SIBLING = "half-sibling", "Half-brother or half-sister"
    GRANDPARENT = "grandparent", "Grandparent"
    AUNT_UNCLE = "aunt-uncle", "Aunt or uncle"
    FOSTER_CARER = "foster-carer", "Foster carer"
    SPECIAL_GUARDIAN = "special-guardian", "Special guardian"
    ADOPTIVE_PARENT = "adoptive-parent", "Adoptive parent"
    BIRTH_PARENT = "birth-parent", "Birth parent of an adopted child"
    OTHER_RELATIVE = "other-relative", "Other relative"
    FRIEND = "friend", "Friend"
    OTHER = "other", "Somebody else in the child’s life"


class Relationship(Living):
    """A dated link from a child to somebody in their life, with where it was learned."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="relationships")
    other = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="relationships_to")
    kinship = one_of(Kinship)
    same_household_since = models.DateField(null=True, blank=True)
    source = words(200)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)

    CLASS = classified(special="kinship", operational="child other same_household_since source from_on to_on")

    class Meta:
        constraints = (
            listed("kinship", Kinship),
            in_order("from_on", "to_on"),
            models.CheckConstraint(condition=~models.Q(child=models.F("other")), name="relationship_not_to_oneself"),
        )


class Ground(models.TextChoices):
    """How somebody comes to hold parental responsibility (Children Act 1989 ss2 to 4A, 12, 14C, 33; ACA 2002 s46)."""

    BIRTH_MOTHER = "birth-mother", "Gave birth to the child"
    MARRIED_FATHER = "married-father", "Married to, or civil partner of, the mother"
    REGISTERED = "registered", "Named on the birth certificate (from 1 December 2003)"
    AGREEMENT = "agreement", "Parental responsibility agreement"
    COURT_ORDER = "court-order", "Parental responsibility order"
    LIVES_WITH = "lives-with", "Child arrangements order: the child lives with them"
    GUARDIAN = "guardian", "Guardian"
    SPECIAL_GUARDIAN = "special-guardian", "Special guardianship order"
    ADOPTION = "adoption", "Adoption order"
    CARE_ORDER = "care-order", "Care order (the council)"
    EMERGENCY_ORDER = "emergency-order", "Emergency protection order"
    PLACEMENT = "placement", "Placement for adoption (the agency, or those who mean to adopt)"
    PARENTAL_ORDER = "parental-order", "Parental order (surrogacy)"
    ELSEWHERE = "elsewhere", "Recognised from Scotland, Northern Ireland or abroad"
    CLAIMED = "claimed", "Says so; nothing seen yet"


class ParentalResponsibility(Kept):
    """That a person (or a council) holds parental responsibility for a child, on which evidence, seen when."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="parental_responsibilities")
    holder = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="responsible_for"
    )
    council = models.ForeignKey(
        "register.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ground = one_of(Ground)
    evidence = prose()
    evidence_seen_on = models.DateField(null=True, blank=True)
    from_on = models.DateField(null=True, blank=True)
    #: The day an order or agreement runs out by itself, if it says one.
    expires_on = models.DateField(null=True, blank=True)

    CLASS = classified(
        special="ground evidence", operational="child holder council evidence_seen_on from_on expires_on"
    )

    class Meta:
        constraints = (
            listed("ground", Ground),
            models.CheckConstraint(
                condition=models.Q(holder__isnull=True, council__isnull=False)
                | models.Q(holder__isnull=False, council__isnull=True),
                name="pr_one_holder",
            ),
        )


class ParentalResponsibilityEnd(Kept):
    """That a holding of parental responsibility ended, or was never right."""

    holding = models.OneToOneField(ParentalResponsibility, on_delete=models.PROTECT, related_name="end")
    ended_on = models.DateField()
    reason = words(300)

    CLASS = classified(special="reason", operational="holding ended_on")


class OrderKind(models.TextChoices):
    """An order of a court that bears on who may know or decide."""

    PROHIBITED_STEPS = "prohibited-steps", "Prohibited steps order"
    SPECIFIC_ISSUE = "specific-issue", "Specific issue order"
    CHILD_ARRANGEMENTS = "child-arrangements", "Child arrangements order"
    NON_MOLESTATION = "non-molestation", "Non-molestation order"
    RESTRAINING = "restraining", "Restraining order"
    DOMESTIC_ABUSE = "domestic-abuse-protection", "Domestic abuse protection order"
    NO_CONTACT = "no-contact", "Order that there be no contact"
    DISCLOSURE_BAN = "disclosure-ban", "Order that something must not be disclosed"
    PR_REMOVED = "pr-removed", "Parental responsibility removed or limited"
    WARDSHIP = "wardship", "Wardship"
    ADOPTION = "adoption", "Adoption or placement order"
    OTHER = "other", "Another order"


class CourtOrder(Kept):
    """An order, what it says in short, whom it binds, and its days."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="court_orders")
    against = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="bound_by"
    )
    kind = one_of(OrderKind)
    court = maybe(200)
    reference = maybe(120)
    says = prose()
    made_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    seen_on = models.DateField(null=True, blank=True)

    CLASS = classified(special="kind says reference", operational="child against court made_on expires_on seen_on")

    class Meta:
        constraints = (listed("kind", OrderKind), in_order("made_on", "expires_on"))


class CourtOrderEnd(Kept):
    """That an order was discharged or found not to apply."""

    order = models.OneToOneField(CourtOrder, on_delete=models.PROTECT, related_name="end")
    ended_on = models.DateField()
    reason = words(300)

    CLASS = classified(special="reason", operational="order ended_on")
