"""Forms about people, posts, organisations and contact points."""

from __future__ import annotations

from typing import Any

from sharewell.casework.acting import Acting
from sharewell.register.organisation import Channel, Sector, Team
from sharewell.register.practitioner import Role
from sharewell.web.record.form import DayField, RecordForm, line, radios, select


class PostForm(RecordForm):
    """A post: role, title, team, from when."""

    role = radios(Role.choices, label="Role", help_text="The page about roles says what each may do.")
    title = line("Job title", help_text="As they sign letters.", longest=120)
    team = select((), label="Team", required=False)
    from_on = DayField(
        label="From which day", help_text="For example, 27 3 2024. Leave it empty for today.", required=False
    )
    missing = {"role": "Choose a role", "title": "Give their job title, as they sign letters"}  # noqa: RUF012

    def __init__(self, *args: Any, who: Acting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = Team.objects.filter(agency=who.organisation, closed_on__isnull=True).order_by("name")
        self.fields["team"].choices = [("", "No team"), *((str(each.pk), each.name) for each in teams)]  # type: ignore[attr-defined]  # a field of choices


class AccountForm(PostForm):
    """A person and their first post."""

    name = line("Their first and last name")
    email = line("Their work email address", help_text="They sign in with it.", longest=254)
    field_order = ("name", "email", "role", "title", "team", "from_on")
    missing = {  # noqa: RUF012
        **PostForm.missing,
        "name": "Give their first and last name",
        "email": "Give their work email address",
    }


class TeamForm(RecordForm):
    """A team’s name."""

    name = line("Name of the team")
    missing = {"name": "Give the team’s name"}  # noqa: RUF012


class OrganisationForm(RecordForm):
    """An organisation known by name."""

    name = line("Name of the organisation")
    sector = select(Sector.choices, label="What kind of organisation it is")
    registration_number = line("Registration number", help_text="Such as a school’s URN.", required=False, longest=60)
    missing = {"name": "Give the organisation’s name", "sector": "Choose what kind it is"}  # noqa: RUF012


class ContactPointForm(RecordForm):
    """A number or address."""

    channel = select(Channel.choices, label="What it is")
    label = line("Whose it is", help_text="Such as duty desk, or records office.", longest=120)
    value = line("The number or address", longest=300)
    missing = {  # noqa: RUF012
        "channel": "Choose what it is",
        "label": "Say whose it is",
        "value": "Give the number or address",
    }


class VerifyForm(RecordForm):
    """Against what it was checked."""

    against = line(
        "What did you check it against?",
        help_text="Something that did not come from them today: their own website, a call back to a number you knew.",
        longest=300,
    )
    missing = {"against": "Say what you checked it against"}  # noqa: RUF012
