"""Whether a child or young person can decide *this*: Gillick under 16, the Mental Capacity Act 2005 from 16.

An assessment is for one decision on one day, and is not carried over to the next.
"""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Kept, listed, maybe, one_of, prose, words


class Finding(models.TextChoices):
    """What an answer of the test came to."""

    YES = "yes", "Yes"
    NO = "no", "No"
    UNSURE = "unsure", "Not sure"


class Competence(models.TextChoices):
    """What the assessment came to."""

    COMPETENT = "competent", "Competent for this decision"
    NOT_COMPETENT = "not-competent", "Not competent for this decision"
    NOT_SETTLED = "not-settled", "Not settled: look again"


class CompetenceAssessment(Kept):
    """Gillick competence for one decision of a child under 16 ([1986] AC 112), with the test's own questions."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="competence_assessments")
    request = models.ForeignKey(
        "register.InformationRequest", on_delete=models.PROTECT, null=True, blank=True, related_name="competence"
    )
    decision_about = words(300)
    understands_what = one_of(Finding)
    understands_who = one_of(Finding)
    understands_consequences = one_of(Finding)
    understands_choice = one_of(Finding)
    weighs = one_of(Finding)
    keeps_view = one_of(Finding)
    under_pressure = one_of(Finding)
    reasoning = prose()
    help_given = prose()
    outcome = one_of(Competence)
    assessed_on = models.DateField()
    place = maybe(200)

    CLASS = classified(
        special="decision_about understands_what understands_who understands_consequences understands_choice weighs"
        " keeps_view under_pressure reasoning help_given outcome place",
        operational="child request assessed_on",
    )

    class Meta:
        constraints = (
            listed("outcome", Competence),
            models.CheckConstraint(
                condition=~models.Q(outcome="competent") | ~models.Q(under_pressure="yes"),
                name="competence_not_under_pressure",
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome="competent")
                | models.Q(
                    understands_what="yes",
                    understands_who="yes",
                    understands_consequences="yes",
                    understands_choice="yes",
                    weighs="yes",
                    keeps_view="yes",
                    under_pressure="no",
                ),
                name="competence_meets_the_test",
            ),
            models.CheckConstraint(condition=~models.Q(reasoning=""), name="competence_says_why"),
        )


class CapacityOutcome(models.TextChoices):
    """What the assessment came to; capacity is presumed (s1(2))."""

    HAS_CAPACITY = "has-capacity", "Has capacity for this decision"
    LACKS_CAPACITY = "lacks-capacity", "Lacks capacity for this decision, now"
    NOT_SETTLED = "not-settled", "Not settled: presume capacity, look again"


class CapacityAssessment(Kept):
    """Mental Capacity Act 2005 ss1 to 4, for one decision of somebody of 16 or over."""

    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="capacity_assessments")
    request = models.ForeignKey(
        "register.InformationRequest", on_delete=models.PROTECT, null=True, blank=True, related_name="capacity"
    )
    decision_about = words(300)
    #: Section 2: whether there is an impairment of, or disturbance in, the mind or brain, and what shows it.
    impairment = one_of(Finding)
    impairment_words = prose()
    #: Section 3: unable to understand, retain, use or weigh, communicate, because of it.
    understands = one_of(Finding)
    retains = one_of(Finding)
    weighs = one_of(Finding)
    communicates = one_of(Finding)
    because_of_impairment = one_of(Finding)
    help_given = prose()
    may_regain = one_of(Finding)
    reasoning = prose()
    outcome = one_of(CapacityOutcome)
    #: Section 4: who was consulted, and what is in the person's best interests, when capacity is lacking.
    consulted = prose()
    best_interests = prose()
    assessed_on = models.DateField()

    CLASS = classified(
        special="decision_about impairment impairment_words understands retains weighs communicates"
        " because_of_impairment help_given may_regain reasoning outcome consulted best_interests",
        operational="person request assessed_on",
    )

    class Meta:
        constraints = (
            listed("outcome", CapacityOutcome),
            models.CheckConstraint(
                condition=~models.Q(outcome="lacks-capacity")
                | (models.Q(impairment="yes", because_of_impairment="yes") & ~models.Q(best_interests="")),
                name="capacity_lacking_meets_both_stages",
            ),
            models.CheckConstraint(
                condition=~models.Q(outcome="lacks-capacity")
                | models.Q(understands="no")
                | models.Q(retains="no")
                | models.Q(weighs="no")
                | models.Q(communicates="no"),
                name="capacity_lacking_is_unable",
            ),
            models.CheckConstraint(condition=~models.Q(help_given=""), name="capacity_says_help_given"),
        )
