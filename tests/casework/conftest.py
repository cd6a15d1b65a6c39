"""Alice the practitioner, Bob her manager, Charlie of another agency: in every test of who may."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sharewell.casework.acting import Acting, acting
from sharewell.register.organisation import Organisation, Sector
from sharewell.register.practitioner import Post, Practitioner, Role

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=UTC)


def someone(name: str, agency: Organisation, *roles: Role, at: datetime = NOW, title: str = "") -> Acting:
    """A practitioner with posts in an organisation, as they act at a moment."""
    person = Practitioner.objects.create(
        email=f"{name.lower().replace(' ', '.')}@example.org", name=name, password_set_at=NOW
    )
    for role in roles:
        Post.objects.create(
            practitioner=person, organisation=agency, role=role, title=title or role.label, from_on=date(2020, 1, 1)
        )
    made = acting(person, agency, at=at)
    assert made is not None
    return made


@pytest.fixture
def school(db: None) -> Organisation:
    return Organisation.objects.create(name="Hollybank School", sector=Sector.EDUCATION, joined_on=date(2020, 1, 1))


@pytest.fixture
def clinic(db: None) -> Organisation:
    return Organisation.objects.create(name="Ashdown Clinic", sector=Sector.HEALTH, joined_on=date(2020, 1, 1))


@pytest.fixture
def alice(school: Organisation) -> Acting:
    return someone("Alice Penrose", school, Role.PRACTITIONER, title="Teacher")


@pytest.fixture
def bob(school: Organisation) -> Acting:
    return someone("Bob Tarrant", school, Role.APPROVER, Role.ADVISER, title="Designated safeguarding lead")


@pytest.fixture
def charlie(clinic: Organisation) -> Acting:
    return someone("Charlie Okoro", clinic, Role.PRACTITIONER, title="Health visitor")
