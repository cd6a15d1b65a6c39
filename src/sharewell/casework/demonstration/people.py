"""The agencies of the demonstration and who works there."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from importlib import resources

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.keep import keep, keep_shared
from sharewell.register.organisation import Channel, ContactPoint, Organisation, Sector
from sharewell.register.practitioner import Post, Practitioner, Role

#: Every account of the demonstration ends so; no real one can.
DOMAIN = "demonstration.example"
#: Places among the four people of an agency: two practise, one advises and approves, one governs.
LEAD, GOVERNS = 2, 3
_JOINED = date(2019, 9, 1)
_FRESH = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Agency:
    """One partner: its organisation, what it calls its service, and its people in the order of the file."""

    key: str
    organisation: Organisation
    service: str
    sensitive: bool
    #: What it is to the rules where its sector does not say: the answers of `sharer-kind` and `profession`.
    kind: str
    profession: str
    staff: tuple[Acting, ...]

    def act(self, which: int, at: datetime) -> Acting:
        """One of its people as they act at a moment, their second factor just shown."""
        return replace(self.staff[which], at=at, fresh_until=at + _FRESH)


def read(name: str) -> dict[str, object]:
    """One of the demonstration's own files."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))


def make_partnership(at: datetime) -> tuple[dict[str, Agency], dict[str, Organisation]]:
    """The ten agencies with their people, and the organisations that are known by name only, each by its key."""
    county = read("county.toml")
    partners: dict[str, Agency] = {}
    for each in county["agency"]:  # type: ignore[attr-defined]  # a file of our own
        partners[each["key"]] = _agency(each, at)
    first = partners["council"].act(GOVERNS, at)
    others = {
        each["key"]: _shared(first, Organisation(name=each["name"], sector=Sector(each["sector"])))
        for each in county["other"]  # type: ignore[attr-defined]
    }
    return partners, others


def _shared(who: Acting, organisation: Organisation) -> Organisation:
    with transaction_of(who):
        keep_shared(who, organisation, "organisation-added")
    return organisation


def _agency(written: dict[str, object], at: datetime) -> Agency:
    """One agency. Its administrator comes first, and is who writes down all the rest."""
    organisation = Organisation(
        name=str(written["name"]),
        sector=Sector(str(written["sector"])),
        joined_on=_JOINED,
        sensitive_since=_JOINED if written.get("sensitive") else None,
    )
    staff: list[tuple[Practitioner, list[Post]]] = []
    for each in written["people"]:  # type: ignore[attr-defined]  # a file of our own
        address = f"{each['name'].lower().replace(' ', '.')}@{DOMAIN}"
        person = Practitioner(email=address, name=each["name"], password_set_at=at)
        person.set_unusable_password()
        posts = [
            Post(practitioner=person, organisation=organisation, role=Role(role), title=each["title"], from_on=_JOINED)
            for role in each["roles"]
        ]
        staff.append((person, posts))
    first, _ = staff[-1]
    who = Acting(first, organisation, frozenset({Role.ADMINISTRATOR}), "Administrator", at)
    with transaction_of(who):
        keep_shared(who, organisation, "organisation-added")
        for person, posts in staff:
            keep_shared(who, person, "account-made")
            for post in posts:
                keep_shared(who, post, "post-given")
        _contact_points(who, written)
    return Agency(
        key=str(written["key"]),
        organisation=organisation,
        service=str(written["service"]),
        sensitive=bool(written.get("sensitive")),
        kind=str(written.get("kind", "")),
        profession=str(written.get("profession", "other-with-children")),
        staff=tuple(
            Acting(person, organisation, frozenset(Role(post.role) for post in posts), posts[0].title, at)
            for person, posts in staff
        ),
    )


def _contact_points(who: Acting, written: dict[str, object]) -> None:
    for channel, label, value in (
        (Channel.PHONE, "Main number", written["phone"]),
        (Channel.SECURE_MAIL, "Secure mailbox", written["mail"]),
    ):
        point = ContactPoint(
            organisation=who.organisation,
            channel=channel,
            label=label,
            value=str(value),
            verified_on=who.on,
            verified_by=who.practitioner,
            verified_against="The partnership’s own directory, by ringing back",
        )
        keep(who, point, "contact-point-verified")
