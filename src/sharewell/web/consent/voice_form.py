"""The forms for what a child says, what was done about it, whom they do not want told, and for looking again."""

from __future__ import annotations

from typing import Any

from sharewell.casework.acting import Acting
from sharewell.casework.record_wish import CHANGED_MIND, OVERRULED
from sharewell.register.consent import NotAskedReason
from sharewell.register.person import Person
from sharewell.register.voice import Obtained
from sharewell.web.consent import choices
from sharewell.web.record.form import DayField, RecordForm, line, radios, select, text
from sharewell.web.record.writing import OnceForm


class ViewForm(OnceForm):
    """Their own words."""

    by_person = select((), label="Who said it?")
    about = line("What were they asked about?", longest=300)
    own_words = text("Their own words", help_text="As they said it, or what you saw them do", required=False, rows=5)
    obtained = radios(Obtained.choices, label="How did you hear it?")
    support = line(
        "What helped them say it?", help_text="Pictures, signs, time, somebody they trust", required=False, longest=300
    )
    why_not = text("If they were not heard: why not?", required=False, rows=3)
    request = select((), label="Which information request is it about?", required=False)
    said_on = DayField(label="On which day?")

    def __init__(self, *args: Any, child: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices.offer(self, "by_person", choices.people(child))
        choices.offer(self, "request", choices.requests(child))


class ResponseForm(RecordForm):
    """What was done about it, and whether they know."""

    done = text("What was done about it?", help_text="If nothing was, say why")
    told_on = DayField(label="When did you tell them?", required=False)
    told_how = line("How did you tell them?", required=False, longest=300)


class WishForm(OnceForm):
    """Whom they do not want told."""

    not_told = select((), label="Who is not to be told?")
    about = line("About what?", longest=300)
    own_words = text("Their own words", required=False, rows=3)
    competence = select((), label="How you know that they can decide this", help_text="Under 16", required=False)
    review_on = DayField(label="When will you ask again?")

    def __init__(self, *args: Any, child: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices.offer(self, "not_told", choices.people(child, with_child=False))
        choices.offer(self, "competence", choices.assessments(child))


class WishEndForm(RecordForm):
    """Why it ended."""

    kind = radios(
        ((CHANGED_MIND, "They changed their mind"), (OVERRULED, "It has to be overruled: two of us agree")),
        label="Why does it end?",
    )
    reason = text("What did they say, or why does it have to be overruled?")
    agreed_by = select((), label="Who else agreed?", help_text="If it is overruled", required=False)
    young_person_told_on = DayField(label="When was the young person told?", required=False)

    def __init__(self, *args: Any, who: Acting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices.offer(self, "agreed_by", choices.colleagues(who, who.on))


class ReviewForm(RecordForm):
    """What came of looking again."""

    note = text("What did you find?", help_text="What they understand and want now, and what you changed")


class NotAskedForm(RecordForm):
    """Why somebody was not asked."""

    request = select((), label="Which information request is it about?")
    person = select((), label="Who was not asked?", help_text="Leave it out if nobody was", required=False)
    reason = radios(NotAskedReason.choices, label="Why were they not asked?")
    words = text("In your own words")
    agreed_by = select((), label="Who else agreed?", required=False)
    ask_again_on = DayField(label="When will you look at this again?", required=False)

    def __init__(self, *args: Any, child: Person, who: Acting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["request"].choices = [*choices.NONE, *choices.requests(child)]  # type: ignore[attr-defined]  # it chooses
        choices.offer(self, "person", choices.people(child))
        choices.offer(self, "agreed_by", choices.colleagues(who, who.on))
