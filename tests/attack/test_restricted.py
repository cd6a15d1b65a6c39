"""A record restricted to named people is closed to everybody else of the agency, whatever their role."""

from __future__ import annotations

import pytest

from sharewell.casework.acting import Acting
from sharewell.register.organisation import Organisation
from sharewell.register.practitioner import Role
from tests.attack.looking import given_away, looked
from tests.attack.routes import BARE, IDENTIFIED, SHARED, address
from tests.attack.test_every_page import at_work
from tests.attack.test_search import restricted
from tests.attack.world import WORDS, World
from tests.casework.children import tie
from tests.casework.conftest import someone

pytestmark = pytest.mark.django_db
#: Colleagues, and what is asked of a rota without opening the record, are no secret within the agency.
KNOWN = {"Alice Penrose", "Bob Tarrant", "Walrus reasons"}


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.DUTY, Role.ADVISER, Role.APPROVER, Role.GOVERNANCE], ids=str)
@pytest.mark.parametrize("tied", [True, False])
def test_no_role_and_no_other_tie_opens_it(world: World, school: Organisation, role: Role, tied: bool) -> None:
    who: Acting = someone("Ines Ward", school, role)
    if tied:
        tie(who, world.child)
    restricted(world)
    client = at_work(who)
    for name in (*BARE, *IDENTIFIED, *SHARED):
        for method in ("GET", "POST"):
            answer = looked(client, method, address(name, world.rows), {"x": "y"})
            if role is Role.GOVERNANCE and name == "glass-review":
                continue  # a glass that was broken before the restriction is reviewed, and the review says whose it was
            found = given_away([answer.headers, answer.body], set(WORDS) - KNOWN)
            assert not found, (method, name)
