"""The child's views in their own words, how they were obtained, and what was done about them; parents' views too."""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Kept, Living, in_order, listed, maybe, one_of, prose, words


class Obtained(models.TextChoices):
    """How a view was obtained, or why it was not."""

    SAID = "said", "Said it to a practitioner"
    WROTE = "wrote", "Wrote or typed it"
    DREW = "drew", "Drew it"
    SYMBOLS = "symbols", "With symbols, signs or pictures"
    ADVOCATE = "advocate", "Through an advocate"
    INTERPRETER = "interpreter", "Through an interpreter"
    OBSERVED = "observed", "Seen in what the child did (a baby, or a child who does not speak)"
    NOT_OBTAINED = "not-obtained", "Not obtained"


class View(Kept):
    """What somebody said they want or think. A child's is shown first wherever it is read."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="views_about")
    by_person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="views_said")
    request = models.ForeignKey(
        "register.InformationRequest", on_delete=models.PROTECT, null=True, blank=True, related_name="views"
    )
    about = words(300)
    own_words = prose()
    obtained = one_of(Obtained)
    support = maybe(300)
    why_not = prose()
    said_on = models.DateField()

    CLASS = classified(
        special="about own_words support why_not", operational="child by_person request obtained said_on"
    )

    class Meta:
        constraints = (
            listed("obtained", Obtained),
            models.CheckConstraint(
                condition=(models.Q(obtained="not-obtained") & ~models.Q(why_not=""))
                | (~models.Q(obtained="not-obtained") & ~models.Q(own_words="")),
                name="view_words_or_why_not",
            ),
        )


class ViewResponse(Kept):
    """What was done about a view, and whether and when the person was told."""

    view = models.ForeignKey(View, on_delete=models.PROTECT, related_name="responses")
    done = prose()
    told_on = models.DateField(null=True, blank=True)
    told_how = maybe(300)

    CLASS = classified(special="done told_how", operational="view told_on")


class Wish(Kept):
    """A competent child's wish that somebody is not told. Every way out holds to it until it ends."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="wishes")
    not_told = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="wished_not_told")
    about = words(300)
    own_words = prose()
    #: The assessment on which the wish rests: Gillick, or capacity from 16, which is presumed.
    competence = models.ForeignKey(
        "register.CompetenceAssessment", on_delete=models.PROTECT, null=True, blank=True, related_name="wishes"
    )
    from_on = models.DateField()
    review_on = models.DateField()

    CLASS = classified(
        special="about own_words", identifying="not_told", operational="child competence from_on review_on"
    )

    class Meta:
        constraints = (
            in_order("from_on", "review_on"),
            models.CheckConstraint(condition=~models.Q(child=models.F("not_told")), name="wish_about_another"),
        )


class WishEnd(Kept):
    """That a wish ended: the young person changed their mind, or it was overruled by somebody with a reason."""

    wish = models.OneToOneField(Wish, on_delete=models.PROTECT, related_name="end")
    kind = models.CharField(
        max_length=20, choices=(("changed-mind", "The young person changed their mind"), ("overruled", "Overruled"))
    )
    reason = prose()
    agreed_by = models.ForeignKey(
        "register.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    young_person_told_on = models.DateField(null=True, blank=True)

    CLASS = classified(special="reason", operational="wish kind agreed_by young_person_told_on")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind="changed-mind") | (models.Q(agreed_by__isnull=False) & ~models.Q(reason="")),
                name="wish_overruled_by_two",
            ),
        )


class ReviewKind(models.TextChoices):
    """What is to be looked at again."""

    AGE_11 = "age-11", "Turns 11: ask again what they understand and want"
    AGE_13 = "age-13", "Turns 13: online services and their own say"
    AGE_16 = "age-16", "Turns 16: the Mental Capacity Act applies; consent is their own"
    AGE_18 = "age-18", "Turns 18: an adult; parental responsibility ends"
    CONSENT = "consent", "A consent is due for review"
    DECISION = "decision", "A decision is due for review"
    SAFETY = "safety", "A safety mark is due for review"
    WISH = "wish", "A wish is due for review"
    RECORD = "record", "An emergency record must be completed"
    GLASS = "glass", "A broken glass is to be reviewed"
    DUPLICATE = "duplicate", "Two records may be about the same child"


class Review(Living):
    """Something to look at again on a day, for somebody, until it is done."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="reviews")
    kind = one_of(ReviewKind)
    about = models.UUIDField(null=True, blank=True)
    due_at = models.DateTimeField()
    for_practitioner = models.ForeignKey(
        "register.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        "register.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = prose()

    CLASS = classified(special="note", operational="child kind about due_at for_practitioner done_at done_by")

    class Meta:
        constraints = (
            listed("kind", ReviewKind),
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True, done_by__isnull=True)
                | models.Q(done_at__isnull=False, done_by__isnull=False),
                name="review_done_together",
            ),
        )
        indexes = (models.Index(fields=("agency", "due_at")),)
