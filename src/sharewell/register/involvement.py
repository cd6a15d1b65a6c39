"""Which service is working with a child, and the index by which agencies find each other."""

from __future__ import annotations

from django.db import models

from sharewell.register.classify import classified
from sharewell.register.row import Kept, Living, in_order, listed, maybe, one_of, prose, words


class Involvement(Living):
    """That this agency works with a child: since when, who leads, whom to ring. No detail of the case."""

    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="involvements")
    service = words(160)
    lead = models.ForeignKey(
        "register.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="leading"
    )
    contact = maybe(200)
    from_on = models.DateField()
    to_on = models.DateField(null=True, blank=True)
    #: Since when the service's very presence is confidential; it is then never listed to others unless agreed to.
    sensitive_since = models.DateField(null=True, blank=True)
    listing_agreed_on = models.DateField(null=True, blank=True)
    listing_agreed_by = maybe(200)

    CLASS = classified(
        special="service sensitive_since",
        identifying="listing_agreed_by",
        operational="person lead contact from_on to_on listing_agreed_on",
    )

    class Meta:
        constraints = (in_order("from_on", "to_on"),)


class KeyKind(models.TextChoices):
    """What an index key is made of."""

    NHS = "nhs", "NHS number"
    UPN = "upn", "UPN"
    ULN = "uln", "ULN"
    NAME_AND_BIRTH = "name-birth", "Name and date of birth"
    SOUND_AND_BIRTH = "sound-birth", "How the name sounds, and date of birth"
    NAME_AND_SWAPPED = "name-swapped", "Name, and day and month the other way round"
    NAME_AND_YEAR = "name-year", "Name and year of birth"


class IndexKey(models.Model):
    """A keyed digest by which another agency's search may meet this person. Nothing can be read back from it."""

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("register.Organisation", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("register.Person", on_delete=models.CASCADE, related_name="index_keys")
    kind = one_of(KeyKind)
    key = models.CharField(max_length=64)

    KEPT = False
    CLASS = classified(identifying="key", operational="id agency person kind")

    class Meta:
        constraints = (
            listed("kind", KeyKind),
            models.UniqueConstraint(fields=("person", "kind", "key"), name="index_key_once"),
        )
        indexes = (models.Index(fields=("key", "kind")),)


class SearchScope(models.TextChoices):
    """Where was looked."""

    OWN = "own", "Our own records"
    PARTNERSHIP = "partnership", "Which services are involved, across agencies"


class MatchState(models.TextChoices):
    """What came of it. A count is never kept or shown beyond these words."""

    MATCH = "match", "Match"
    POTENTIAL = "potential", "Possible match: a person must decide"
    MANY = "many", "Too many to tell apart"
    NONE = "none", "No match"


class Search(Kept):
    """That somebody looked for a child: what they gave, sealed for the information-governance lead, and why."""

    scope = one_of(SearchScope)
    purpose = words(300)
    given = prose()
    state = one_of(MatchState)

    CLASS = classified(identifying="given", special="purpose", operational="scope state")

    class Meta:
        constraints = (listed("scope", SearchScope), listed("state", MatchState))


class SearchHit(Kept):
    """That a search met a person of the agency that holds this row; written by whichever agency searched.

    The agency of the row is the one that holds the person, so that *their* record shows who looked.
    """

    search = models.ForeignKey(Search, on_delete=models.PROTECT, related_name="hits", db_constraint=False)
    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="search_hits")
    searched_by_agency = models.ForeignKey("register.Organisation", on_delete=models.PROTECT, related_name="+")
    purpose = words(300)

    CLASS = classified(special="purpose", operational="search person searched_by_agency")


class MatchChoice(Kept):
    """What a person decided about a possible match: the same child or not. Reversible by another row."""

    search = models.ForeignKey(Search, on_delete=models.PROTECT, related_name="choices")
    person = models.ForeignKey("register.Person", on_delete=models.PROTECT, related_name="match_choices")
    same = models.CharField(max_length=10, choices=(("same", "The same child"), ("not", "Not this child")))
    reason = words(300)

    CLASS = classified(special="reason", operational="search person same")
