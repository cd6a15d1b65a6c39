"""The forms about who works with a child and who may open the record."""

from __future__ import annotations

from sharewell.register.relationship import Tie
from sharewell.web.record.form import DayField, RecordForm, line, radios, select

#: What somebody can be given by hand; the others follow from what they are asked.
_TIES = [(each.value, each.label) for each in (Tie.ALLOCATED, Tie.TEAM, Tie.MANAGER, Tie.DUTY, Tie.NAMED)]


class WorkForm(RecordForm):
    """A service’s work with the child."""

    service = line("Which service?", longest=160)
    contact = line("How can others reach it?", required=False, help_text="A desk and its number, never a private one")
    lead = select([], label="Who leads?", required=False)
    from_on = DayField(label="Since when?")
    sensitive = radios(
        [("no", "No"), ("yes", "Yes: hide it from other agencies")],
        label="Would the name of the service alone give something away?",
        help_text="Such as sexual health, substance misuse, a refuge",
    )
    listing_agreed_by = line("If others may still know of it, who agreed?", required=False)
    listing_agreed_on = DayField(label="When did they agree?", required=False)

    def __init__(self, *args: object, colleagues: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        self.fields["lead"].choices = [("", "Choose"), *colleagues]  # type: ignore[attr-defined]


class AllocateForm(RecordForm):
    """A colleague’s reason to open the record."""

    to = select([], label="Who?")
    tie = radios(_TIES, label="What do they have to do with the child?")
    reason = line("Why do they need to open the record?", longest=300)
    until_on = DayField(label="Until which day?", help_text="A year at most. It can be made longer then")

    def __init__(self, *args: object, colleagues: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        self.fields["to"].choices = [("", "Choose"), *colleagues]  # type: ignore[attr-defined]
