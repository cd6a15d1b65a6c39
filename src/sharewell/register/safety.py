"""The safety map of a child: what must stay hidden, from whom, why, and since when. Read by every way out.

Each mark is kept, and ended by another row, so that the record shows what was known on any day.
"""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Kept, listed, maybe, one_of, prose, words


class MarkKind(models.TextChoices):
    """What is marked."""

    SEALED_ADDRESS = "sealed-address", "An address that must stay hidden"
    SEALED_PLACE = "sealed-place", "A place that would give away where the child is"
    MUST_NOT_KNOW = "must-not-know", "Somebody who must not know"
    PROTECTED_INFORMANT = "protected-informant", "Somebody who told us, whose name must not come out"
    ADOPTION_CUT = "adoption-cut", "Life before the adoption, kept apart from life after it"
    RESTRICTED = "restricted", "A restricted record: named people only"


class SafetyMark(Kept):
    """One mark. Which of `address`, `person` and `place` it names follows from its kind."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="safety_marks")
    kind = one_of(MarkKind)
    address = models.ForeignKey(
        "register.Address", on_delete=models.PROTECT, null=True, blank=True, related_name="safety_marks"
    )
    #: The adult who must not know, or the informant who is protected.
    person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="marked_in"
    )
    place = maybe(300)
    #: Names, numbers and words that would give it away besides the address itself: a school, a car, a support group.
    tells = prose()
    reason = words(600)
    source = words(200)
    review_on = models.DateField()

    CLASS = classified(
        locating="address place tells",
        identifying="person",
        special="reason source",
        operational="child kind review_on",
    )

    class Meta:
        constraints = (
            listed("kind", MarkKind),
            models.CheckConstraint(
                condition=~models.Q(kind="sealed-address") | models.Q(address__isnull=False),
                name="safety_sealed_address_named",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind__in=("must-not-know", "protected-informant")) | models.Q(person__isnull=False),
                name="safety_person_named",
            ),
        )


class SafetyMarkEnd(Kept):
    """That a mark no longer holds: two people, because lifting one can put somebody in danger."""

    mark = models.OneToOneField(SafetyMark, on_delete=models.PROTECT, related_name="end")
    reason = words(600)
    agreed_by = models.ForeignKey("register.Practitioner", on_delete=models.PROTECT, related_name="+")

    CLASS = classified(special="reason", operational="mark agreed_by")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(agreed_by=models.F("recorded_by")), name="safety_lifted_by_two_people"
            ),
        )


class SafetyMarkLift(Kept):
    """One person asking that a mark be lifted; another agrees (`SafetyMarkEnd`) or it stays."""

    mark = models.ForeignKey(SafetyMark, on_delete=models.PROTECT, related_name="lifts_asked")
    reason = words(600)

    CLASS = classified(special="reason", operational="mark")
