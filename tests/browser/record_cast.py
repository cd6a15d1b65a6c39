"""The people of the signed-in journeys: two partners, those they write to, and who works there. All of it invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sharewell.casework.acting import Acting, acting, transaction_of
from sharewell.casework.add_contact_point import add_contact_point
from sharewell.casework.add_organisation import add_organisation
from sharewell.casework.begin_organisation import begin_organisation
from sharewell.casework.make_account import make_account
from sharewell.casework.verify_contact_point import verify_contact_point
from sharewell.register.organisation import Channel, Organisation, Sector
from sharewell.register.practitioner import Practitioner, Role

#: Since when everybody has worked there.
SINCE = date(2020, 1, 1)
#: Post by a short name: who, role, title.
STAFF: dict[str, tuple[str, Role, str]] = {
    "teacher": ("Alice Penrose", Role.PRACTITIONER, "Head of Year 10"),
    "nurse": ("Ines Calloway", Role.PRACTITIONER, "School nurse"),
    "lead": ("Bob Tarrant", Role.APPROVER, "Deputy head"),
    "adviser": ("Noor Ashgrove", Role.ADVISER, "Designated safeguarding lead"),
    "governance": ("Gwen Lorimer", Role.GOVERNANCE, "Information-governance lead"),
}


@dataclass
class Cast:
    """Who there is. Everybody acts at a moment: `cast.at("teacher", moment)`."""

    school: Organisation
    clinic: Organisation
    #: Short names to practitioners; `administrator` and `visitor` (of the clinic) besides the staff.
    people: dict[str, Practitioner] = field(default_factory=dict)
    bodies: dict[str, Organisation] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    def at(self, name: str, moment: datetime) -> Acting:
        """Somebody, as they act at a moment, their second factor shown just then."""
        home = self.clinic if name == "visitor" else self.school
        found = acting(self.people[name], home, at=moment, fresh_until=moment + timedelta(minutes=10))
        assert found is not None, f"{name} works nowhere"
        return found


def cast(moment: datetime) -> Cast:
    """Everybody, through the use cases that make them, so that the ledger knows each row."""
    before = moment - timedelta(days=120)
    school = begin_organisation(
        organisation="Hollybank School", sector=Sector.EDUCATION, name="Ivo Danby", email="ivo.danby@hollybank.example",
        at=before,
    )  # fmt: skip
    clinic = begin_organisation(
        organisation="Ashdown Clinic", sector=Sector.HEALTH, name="Perla Voss", email="perla.voss@ashdown.example",
        at=before,
    )  # fmt: skip
    made = Cast(school.organisation, clinic.organisation, {"administrator": school.practitioner})
    administrator = made.at("administrator", before)
    with transaction_of(administrator):
        for short, (name, role, title) in STAFF.items():
            email = f"{name.lower().replace(' ', '.')}@hollybank.example"
            account = make_account(administrator, email=email, name=name, role=role, title=title, from_on=SINCE)
            made.people[short], made.codes[short] = account.practitioner, account.code
        for short, name, sector in (
            ("council", "Aldermere Children’s Services", Sector.SOCIAL_CARE),
            ("police", "Northmere Police", Sector.POLICE),
            ("carers", "Larkfield Young Carers", Sector.VOLUNTARY),
        ):
            made.bodies[short] = add_organisation(administrator, name=name, sector=sector)
        desk = add_contact_point(
            administrator, made.bodies["council"].pk, channel=Channel.PHONE, label="Duty desk", value="01632 960 123"
        )
        verify_contact_point(administrator, desk.pk, against="The number on the council’s own website")
    elsewhere = acting(clinic.practitioner, clinic.organisation, at=before)
    assert elsewhere is not None
    with transaction_of(elsewhere):
        account = make_account(
            replace(elsewhere, fresh_until=before + timedelta(minutes=10)), email="charlie.rowntree@ashdown.example",
            name="Charlie Rowntree", role=Role.PRACTITIONER, title="Health visitor", from_on=SINCE,
        )  # fmt: skip
    made.people["visitor"] = account.practitioner
    return made


def doing(who: Acting, *steps: Callable[[Acting], object]) -> None:
    """Several things done by one person at one moment."""
    with transaction_of(who):
        for step in steps:
            step(who)
