"""The forms about what must stay hidden."""

from __future__ import annotations

from sharewell.register.safety import MarkKind
from sharewell.web.record.form import DayField, RecordForm, line, radios, select, text


class MarkForm(RecordForm):
    """A mark on the safety map."""

    kind = radios(MarkKind.choices, label="What must stay hidden?")
    person = select([], label="Which person?", required=False, help_text="Who must not know, or who told us")
    address = select([], label="Which address?", required=False)
    place = line("Which place?", required=False, longest=300)
    tells = text(
        "What else would give it away?",
        required=False,
        rows=2,
        help_text="A school, a car, a support group: one on each line",
    )
    reason = text("Why?", rows=3)
    source = line("How do you know?")
    review_on = DayField(label="When should somebody look at it again?")

    def __init__(
        self, *args: object, people: list[tuple[str, str]], addresses: list[tuple[str, str]], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        self.fields["person"].choices = [("", "Choose"), *people]  # type: ignore[attr-defined]
        self.fields["address"].choices = [("", "Choose"), *addresses]  # type: ignore[attr-defined]


class LiftForm(RecordForm):
    """Why a mark can be lifted."""

    reason = text("Why is it safe to lift it, and how do you know?", rows=3)


class AgreeForm(RecordForm):
    """Why somebody agrees that a mark is lifted."""

    reason = text("How did you make sure that it is safe?", rows=3)


class ShowForm(RecordForm):
    """What somebody needs a sealed address for."""

    purpose = line("What do you need it for?", help_text="This is kept, and others can read it", longest=300)
