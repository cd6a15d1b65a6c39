"""People the record is about: children, young people and adults, as one agency knows them."""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Kept, Living, in_order, listed, maybe, one_of, prose, together, words


class BirthCertainty(models.TextChoices):
    """How well a date of birth is known."""

    SEEN = "seen", "Seen on a document"
    TOLD = "told", "Told by the person or family"
    ESTIMATED = "estimated", "Estimated"


class Person(Living):
    """Anyone the record is about. Each agency has its own row for the same child: nobody edits another's record."""

    given_name = words(120)
    family_name = words(120)
    known_as = maybe(120)
    born_on = models.DateField(null=True, blank=True)
    born_certainty = one_of(BirthCertainty, blank=True, default="")
    #: The month a child is expected, for a record begun before birth.
    expected_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    pronouns = maybe(40)
    language = maybe(80)
    #: How the person takes things in and says things best: an interpreter, signs, symbols, time.
    communication = prose()
    #: Whether the agency keeps a file about this person, or knows them only as somebody in a child's life.
    has_file = models.BooleanField(default=False)

    CLASS = classified(
        identifying="given_name family_name known_as born_on expected_on died_on pronouns",
        special="language communication",
        operational="born_certainty has_file",
    )

    class Meta:
        constraints = (listed("born_certainty", BirthCertainty, blank=True), in_order("born_on", "died_on"))
        indexes = (
            models.Index(fields=("agency", "family_name", "given_name")),
            models.Index(fields=("agency", "born_on")),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Given and family name, as it is said."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def called(self) -> str:
        """What the person wants to be called."""
        return self.known_as or self.given_name


class FormerName(Kept):
    """A name that the person had, or also goes by. Kept apart, because after an adoption it may be a danger."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="former_names")
    given_name = words(120)
    family_name = words(120)
    until_on = models.DateField(null=True, blank=True)
    note = maybe(200)

    CLASS = classified(identifying="given_name family_name note", operational="person until_on")


class IdentifierKind(models.TextChoices):
    """A number that a national body gives."""

    NHS = "nhs", "NHS number"
    UPN = "upn", "Unique pupil number (UPN)"
    ULN = "uln", "Unique learner number (ULN)"
    LOCAL = "local", "Our own number"


class Identifier(Kept):
    """A number of a person, written without spaces, whose check digit was right when it was written."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = one_of(IdentifierKind)
    value = words(40)
    source = words(200)

    CLASS = classified(identifying="value", operational="person kind source")

    class Meta:
        constraints = (listed("kind", IdentifierKind),)
        # Not unique: a number that was wrong on one record is right on another, and a clash is for a person to settle.
        indexes = (models.Index(fields=("agency", "kind", "value")),)


class IdentifierEnd(Kept):
    """An identifier found to be wrong or somebody else's: it stays, and no longer counts."""

    identifier = models.OneToOneField(Identifier, on_delete=models.PROTECT, related_name="end")
    reason = words(300)

    CLASS = classified(operational="identifier reason")


class AddressKind(models.TextChoices):
    """What the address is to the person."""

    HOME = "home", "Home"
    STAYING = "staying", "Staying for a while"
    SCHOOL = "school", "School or nursery"
    PLACEMENT = "placement", "Placement"
    CORRESPONDENCE = "correspondence", "For letters"


class Address(Living):
    """Where a person can be found: told by whom, confirmed when and by whom, and sealed if it must stay hidden."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="addresses")
    kind = one_of(AddressKind)
    lines = models.TextField()
    postcode = maybe(10)
    source = words(200)
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "register.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_how = maybe(200)

    CLASS = classified(
        locating="lines postcode",
        operational="person kind source from_on to_on confirmed_on confirmed_by confirmed_how",
    )

    class Meta:
        constraints = (
            listed("kind", AddressKind),
            in_order("from_on", "to_on"),
            together("confirmed", "confirmed_on", "confirmed_by"),
        )


class ContactWay(models.TextChoices):
    """How a person may be reached."""

    PHONE = "phone", "Telephone"
    TEXT = "text", "Text message"
    EMAIL = "email", "Email"
    IN_PERSON = "in-person", "In person only"
    THROUGH = "through", "Through somebody"


class SafeContact(Living):
    """How to reach a person without putting anybody in danger: the safe way, the safe times, the word agreed."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="safe_contacts")
    way = one_of(ContactWay)
    value = maybe(200)
    safe_times = maybe(200)
    code_word = maybe(80)
    #: Since when no message may be left, on a machine or with anybody.
    leave_no_message_since = models.DateField(null=True, blank=True)
    note = prose()
    ended_on = models.DateField(null=True, blank=True)

    CLASS = classified(
        locating="value",
        identifying="code_word",
        operational="person way safe_times leave_no_message_since note ended_on",
    )

    class Meta:
        constraints = (listed("way", ContactWay),)
