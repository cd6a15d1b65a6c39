"""What is held: information items as marked text, and files. The smallest thing that is shared or left out."""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Kept, listed, maybe, one_of, prose, words


class Mark(models.TextChoices):
    """What kind of statement a text is. The mark goes with it wherever it goes."""

    FACT = "fact", "Fact"
    OBSERVATION = "observation", "Something seen or heard by the writer"
    OPINION = "opinion", "Professional opinion"
    ALLEGATION = "allegation", "Allegation"
    HEARSAY = "hearsay", "Told by somebody who was not there"


class Category(models.TextChoices):
    """What it is about. Categories with stricter law come from UK GDPR articles 9 and 10."""

    IDENTITY = "identity", "Who somebody is"
    WHEREABOUTS = "whereabouts", "Where somebody lives or can be found"
    FAMILY = "family", "Family and relationships"
    EDUCATION = "education", "Learning and school life"
    HEALTH = "health", "Physical or mental health"
    SEXUAL_HEALTH = "sexual-health", "Sexual health or sex life"
    SUBSTANCE_USE = "substance-use", "Drugs or alcohol"
    BELIEF_OR_ORIGIN = "belief-or-origin", "Religion, belief, race or ethnic origin"
    OFFENCE = "offence", "Offences, allegations of offences, proceedings"
    CARE = "care", "Care, protection and safety"
    MONEY_HOUSING = "money-housing", "Money or housing"
    OTHER = "other", "Something else"


class Level(models.TextChoices):
    """What confidentiality was offered when it was told."""

    NONE = "none", "Nothing was said about it"
    OPEN = "open", "Told openly, not in confidence"
    LIMITED = "limited", "In confidence, with the limits explained"
    SERVICE = "service", "Confidential within the service"
    PROMISED = "promised", "Secrecy was promised without limits"


class InformationItem(Kept):
    """One piece of information. A correction is a new item that replaces it; the old one stays."""

    child = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="items")
    title = words(160)
    text = prose()
    mark = one_of(Mark)
    category = one_of(Category)
    #: From whom: a person on record, a practitioner, or words.
    source_person = models.ForeignKey(
        "register.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="items_told"
    )
    source_words = maybe(300)
    source_organisation = models.ForeignKey(
        "register.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    happened_on = models.DateField(null=True, blank=True)
    learned_on = models.DateField()
    level = one_of(Level)
    offered_on = models.DateField(null=True, blank=True)
    #: The name of whoever told must not come out with it.
    protect_source = models.CharField(max_length=10, choices=(("no", "No"), ("yes", "Yes")), default="no")
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    replaced_because = maybe(300)

    CLASS = classified(
        special="title text source_words",
        identifying="source_person",
        operational="child mark category source_organisation happened_on learned_on level offered_on protect_source"
        " replaces replaced_because",
    )

    class Meta:
        constraints = (
            listed("mark", Mark),
            listed("category", Category),
            listed("level", Level),
            models.CheckConstraint(
                condition=models.Q(replaces__isnull=True) | ~models.Q(replaced_because=""),
                name="item_replaced_says_why",
            ),
            models.CheckConstraint(
                condition=~models.Q(level__in=("limited", "service", "promised")) | models.Q(offered_on__isnull=False),
                name="item_confidence_says_when",
            ),
        )
        indexes = (models.Index(fields=("child", "recorded_at")),)


class ItemSubject(Kept):
    """Whom an item is about, besides the child: every named person has a line of their own."""

    item = models.ForeignKey(InformationItem, on_delete=models.PROTECT, related_name="subjects")
    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="items_about")

    CLASS = classified(operational="item person")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("item", "person"), name="item_subject_once"),)


class Scan(models.TextChoices):
    """What the malware scanner said."""

    CLEAN = "clean", "Scanned, nothing found"
    NOT_SCANNED = "not-scanned", "Not scanned: no scanner is set up"


class HeldFile(Kept):
    """A file that belongs to an item. Its content lies in `register.store` by digest and row; the name stays here."""

    item = models.ForeignKey(InformationItem, on_delete=models.PROTECT, related_name="files")
    name = words(200)
    media_type = words(100)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    scan = one_of(Scan)

    CLASS = classified(identifying="name", operational="item media_type size digest scan")

    class Meta:
        constraints = (
            listed("scan", Scan),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="file_not_empty"),
        )
