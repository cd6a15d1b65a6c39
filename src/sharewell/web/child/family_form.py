"""The forms about family, parental responsibility and orders."""

from __future__ import annotations

from typing import ClassVar

from sharewell.casework.family_of import Family
from sharewell.register.family import Ground, Kinship, OrderKind
from sharewell.register.organisation import Organisation, Sector
from sharewell.web.record.form import DayField, RecordForm, line, select, text

_NEW = "new"


class RelationshipForm(RecordForm):
    """Somebody in the child’s life."""

    other = select([], label="Who is it?")
    given_name = line("First name, if they are new", required=False, longest=120)
    family_name = line("Family name, if they are new", required=False, longest=120)
    kinship = select(Kinship.choices, label="What are they to the child?")
    same_household_since = DayField(
        label="Living with the child since", required=False, help_text="Leave empty if they live elsewhere"
    )
    from_on = DayField(label="Since when are they in the child’s life?", required=False)
    source = line("How do you know?", help_text="Such as: the admission form, or told by the mother")

    def __init__(self, *args: object, family: Family, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        known = [(str(each.person), each.name) for each in family.kin]
        self.fields["other"].choices = [("", "Choose"), (_NEW, "Somebody new"), *dict(known).items()]  # type: ignore[attr-defined]


class EndForm(RecordForm):
    """Since when something is over."""

    to_on = DayField(label="What was the last day?")


class ReasonedEndForm(RecordForm):
    """Since when something is over, and why."""

    ended_on = DayField(label="What was the last day?")
    reason = line("How did it end, or why was it never right?", longest=300)


class ResponsibilityForm(RecordForm):
    """How somebody comes to hold parental responsibility."""

    missing: ClassVar[dict[str, str]] = {"ground": "Choose how they come to hold it"}
    holder = select([], label="Who holds it?")
    ground = select(Ground.choices, label="How do they come to hold it?")
    from_on = DayField(
        label="Since which day?",
        required=False,
        help_text="For a birth certificate: the day the birth was registered. It can matter which day that was",
    )
    expires_on = DayField(label="Last day, if an order gives one", required=False)
    evidence = line("What did you see?", required=False, help_text="Such as the full birth certificate", longest=1000)
    evidence_seen_on = DayField(
        label="When did you see it?", required=False, help_text="Leave empty if you were told and have seen nothing"
    )

    def __init__(self, *args: object, family: Family, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        kin = {f"p:{each.person}": each.name for each in family.kin}
        councils = Organisation.objects.filter(sector__in=(Sector.SOCIAL_CARE, Sector.VOLUNTARY))
        bodies = {f"o:{each.pk}": each.name for each in councils}
        self.fields["holder"].choices = [("", "Choose"), *kin.items(), *bodies.items()]  # type: ignore[attr-defined]


class OrderForm(RecordForm):
    """An order of a court."""

    kind = select(OrderKind.choices, label="What kind of order is it?")
    against = select([], label="Whom does it bind?", required=False)
    says = text("What does it say, in short?")
    court = line("Which court?", required=False)
    reference = line("Case number", required=False, longest=120)
    made_on = DayField(label="When was it made?")
    expires_on = DayField(label="Until when does it last?", required=False)
    seen_on = DayField(
        label="When did you see it?", required=False, help_text="Leave empty if you were only told of it"
    )

    def __init__(self, *args: object, family: Family, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        kin = {str(each.person): each.name for each in family.kin}
        self.fields["against"].choices = [("", "Nobody in particular"), *kin.items()]  # type: ignore[attr-defined]


def is_new(value: str) -> bool:
    """Whether somebody new was chosen."""
    return value == _NEW
