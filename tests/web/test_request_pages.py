"""The pages of requests and decisions: the way through, what the record fills in, who may, and how much they ask."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.keep import keep
from sharewell.casework.stage import Stage, stages_of
from sharewell.register.advice import AdviceRequest, Proposal
from sharewell.register.decision import Decision
from sharewell.register.disclosure import Disclosure, FollowUp
from sharewell.register.family import Kinship
from sharewell.register.holding import InformationItem
from sharewell.register.organisation import Organisation
from sharewell.register.person import Person
from sharewell.register.practitioner import Role
from sharewell.register.relationship import Denial
from sharewell.register.request import Determination, InformationRequest, Sitting
from sharewell.register.safety import MarkKind, SafetyMark
from tests.casework.conftest import someone
from tests.casework.record_rows import WORRIED, a_child, a_parent, a_request, determined, wanted, works_with
from tests.web.request_pages import answer, answered, decision_form, hidden, made, now, page
from tests.web.signing import signed_in_as
from tests.web.test_reading_age import HIGHEST, reading_age

pytestmark = pytest.mark.django_db
#: More queries than any page of these needs, however much there is on the record.
MOST = 75


@pytest.fixture
def teacher(school: Organisation) -> Acting:
    return now(someone("Alice Penrose", school, Role.PRACTITIONER, title="Teacher"))


@pytest.fixture
def lead(school: Organisation) -> Acting:
    return now(someone("Bob Tarrant", school, Role.APPROVER, Role.ADVISER, title="Safeguarding lead"))


@pytest.fixture
def child(teacher: Acting) -> Person:
    with transaction_of(teacher):
        return a_child(teacher)


@pytest.fixture
def client(client: Client, teacher: Acting) -> Client:
    return signed_in_as(client, teacher)


@pytest.fixture
def about(teacher: Acting, child: Person) -> InformationRequest:
    with transaction_of(teacher):
        request = a_request(teacher, child)
        determined(teacher, request)
        return request


@pytest.fixture
def decision(client: Client, about: InformationRequest, child: Person) -> Decision:
    client.post(f"/requests/{about.pk}/decide/", decision_form(client, about, child))
    return Decision.objects.get()


def test_a_worry_from_request_to_decision(client: Client, child: Person) -> None:
    about = made(client, child)
    asked = answered(client, about)
    assert {"age-band", "recipient-kind", "started-by"} & set(asked) == set(), "the record knows these"
    html = page(client, f"/requests/{about.pk}/questions/")
    assert "Share: holding back would need a good reason" in html
    assert "The date of birth on the record" in html
    sent = client.post(f"/requests/{about.pk}/questions/", {"do": "decide"})
    assert sent.headers["Location"] == f"/requests/{about.pk}/decide/"
    said = Determination.objects.get()
    assert said.outcome == "should-share"
    assert said.from_record["age-band"]["because"] == "The date of birth on the record"
    form = decision_form(client, about, child)
    first, second = (client.post(f"/requests/{about.pk}/decide/", form) for _ in range(2))
    decision = Decision.objects.get()
    assert first.headers["Location"] == second.headers["Location"] == f"/decisions/{decision.pk}/"
    html = page(client, f"/decisions/{decision.pk}/")
    assert "Share, with Aldermere Children’s Services" in html
    assert "The record is as it was when it was signed." in html
    assert "In line with the rules." in html


def test_the_record_of_a_decision_on_paper_and_as_text(client: Client, decision: Decision) -> None:
    pdf = client.get(f"/decisions/{decision.pk}/record.pdf")
    assert pdf.content.startswith(b"%PDF")
    assert b"/StructTreeRoot" in pdf.content
    assert "Wren" not in pdf.headers["Content-Disposition"]
    text = client.get(f"/decisions/{decision.pk}/record.txt").content.decode()
    for words in ("There are bruises.", "In place", "England", "ledger"):
        assert (words.lower() in text.lower()) is (words != "In place"), words


def test_an_answer_of_the_record_can_be_changed_and_no_list_undoes_one(
    client: Client, teacher: Acting, child: Person
) -> None:
    with transaction_of(teacher):
        father = a_parent(teacher, child, given="Piers", kinship=Kinship.FATHER)
        keep(
            teacher,
            SafetyMark(
                child=child, kind=MarkKind.MUST_NOT_KNOW, person=father, reason="Violence", source="Police",
                review_on=teacher.on + timedelta(days=90),
            ),
            "mark-made",
        )  # fmt: skip
    about = made(client, child, direction="theirs", organisation="", person=str(father.pk), asked_for="The file")
    answer(client, about, "usual-checks", none="none")
    html = page(client, f"/requests/{about.pk}/questions/")
    assert "They are on this child’s list" in html
    client.post(f"/requests/{about.pk}/questions/", {"do": "stop"})
    client.post(f"/requests/{about.pk}/questions/", {"do": "decide"})
    assert Determination.objects.get().answers["must-not-know"] == "yes"
    shown = client.post(f"/requests/{about.pk}/questions/", {"do": "change age-band"}).content.decode()
    assert 'value="13-15" checked' in shown
    answer(client, about, "age-band", answer="16-17")
    assert "13, 14 or 15" not in page(client, f"/requests/{about.pk}/questions/")


def test_a_question_goes_back_and_says_when_nothing_was_chosen(client: Client, about: InformationRequest) -> None:
    address = f"/requests/{about.pk}/questions/"
    answer(client, about, "immediate-danger", answer="no")
    html = page(client, address)
    version = hidden(html, "go")["version"]
    wrong = client.post(address, {"fact": hidden(html, "question")["fact"], "version": version}).content.decode()
    assert "Choose an answer to go on" in wrong
    for strange in ({"fact": "nothing"}, {"fact": "concern", "answer": "purple"}, {"do": "change nothing"}, {}):
        assert client.post(address, {**strange, "version": "x"}).status_code == 302
    back = client.post(address, {"do": "back", "version": version}).content.decode()
    assert 'value="no" checked' in back
    again = client.post(address, {"do": "back", "version": hidden(back, "go")["version"]})
    assert again.headers["Location"] == f"/requests/{about.pk}/"
    stale = client.post(address, {"fact": "concern", "answer": "none", "version": version})
    assert stale.status_code == 409


def test_answers_are_handed_over_and_taken(
    client: Client, lead: Acting, teacher: Acting, about: InformationRequest, child: Person
) -> None:
    page(client, f"/requests/{about.pk}/questions/")
    with transaction_of(teacher):
        works_with(lead, child)
    for wrong in ("", str(uuid.uuid4())):
        client.post(f"/requests/{about.pk}/hand-over/", {"to": wrong})
    assert Sitting.objects.get().held_by == teacher.practitioner
    client.post(f"/requests/{about.pk}/hand-over/", {"to": str(lead.practitioner.pk)})
    html = page(client, f"/requests/{about.pk}/questions/")
    assert "Bob Tarrant holds these answers" in html
    client.post(f"/requests/{about.pk}/questions/", {"fact": "immediate-danger", "answer": "no", "version": "2"})
    assert Sitting.objects.get().trail == []
    client.post(f"/requests/{about.pk}/questions/", {"do": "take"})
    assert Sitting.objects.get().held_by == teacher.practitioner


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"rationale": ""}, "Write your reasons"),
        ({"harm_of_sharing": ""}, "Say what harm sharing could do, even if it is none"),
        ({"choice": "not-share"}, "Choose a day to look at this again"),
        ({"choice": "not-yet"}, "Your choice differs from the rules. Say why"),
    ],
)
def test_what_is_missing_is_said_beside_the_field(
    client: Client, about: InformationRequest, child: Person, more: dict[str, str], words: str
) -> None:
    sent = client.post(f"/requests/{about.pk}/decide/", decision_form(client, about, child, **more))
    assert sent.status_code == 200
    assert words in sent.content.decode()
    assert not Decision.objects.exists()


def test_a_thought_that_is_ticked_is_enough(client: Client, about: InformationRequest, child: Person) -> None:
    html = page(client, f"/requests/{about.pk}/decide/")
    thought = html.partition('name="share_thought" value="')[2].partition('"')[0]
    assert thought
    form = decision_form(client, about, child, harm_of_sharing="", share_thought=thought)
    assert client.post(f"/requests/{about.pk}/decide/", form).status_code == 302
    decision = Decision.objects.get()
    assert decision.weighing.harm_of_sharing == f"I thought about: {thought}"
    assert decision.weighing.factors == [thought]


def test_after_a_decision(client: Client, decision: Decision) -> None:
    address = f"/decisions/{decision.pk}"
    given = {"once": str(uuid.uuid4()), "recipient_name": "Priya Nair", "channel": "phone"}
    for _ in range(2):
        assert client.post(f"{address}/given/", given).status_code == 302
    disclosure = Disclosure.objects.get()
    receipt = {"once": str(uuid.uuid4()), "confirmed_by": "Priya Nair"}
    assert client.post(f"/disclosures/{disclosure.pk}/receipt/", receipt).status_code == 302
    after = {"once": str(uuid.uuid4()), "kind": "outcome", "text": "A visit tomorrow."}
    assert client.post(f"{address}/after/", after).status_code == 302
    assert client.post(f"{address}/again/", {"again": "stands", "reason": "As it was."}).status_code == 302
    html = page(client, f"{address}/")
    for words in ("Received: Priya Nair", "A visit tomorrow.", "Looked at again: As it was."):
        assert words in html
    assert FollowUp.objects.count() == 1
    again = client.post(f"{address}/again/", {"again": "replace", "reason": "There is more."})
    assert again.headers["Location"] == f"/requests/{decision.request_id}/questions/"
    for path in ("given", "after", "again"):
        assert client.post(f"{address}/{path}/", {}).status_code == 200
    assert client.post(f"/disclosures/{uuid.uuid4()}/receipt/", {}).status_code == 404


def test_an_emergency_never_waits(client: Client, child: Person, lead: Acting, teacher: Acting) -> None:
    html = page(client, "/emergency/")
    form = {
        "once": hidden(html)["once"], "child": str(child.pk), "in_danger": "Wren, from her father", "kind": "police",
        "told": "PC 4471", "what": "Where she is",
    }  # fmt: skip
    for _ in range(2):
        sent = client.post("/emergency/", form)
        assert sent.status_code == 302
    decision = Decision.objects.get()
    assert "Still to finish." in page(client, sent.headers["Location"])
    assert "hours left" in page(client, "/work/")
    assert client.post("/emergency/", {**form, "once": str(uuid.uuid4()), "what": ""}).status_code == 200
    assert client.post("/emergency/", {**form, "child": "", "once": str(uuid.uuid4())}).status_code == 200
    answered(client, decision.request, {**WORRIED, "immediate-danger": "yes"})
    client.post(f"/requests/{decision.request_id}/questions/", {"do": "decide"})
    full = decision_form(client, decision.request, child)
    assert client.post(f"/requests/{decision.request_id}/decide/", full).status_code == 302
    with transaction_of(teacher):
        assert stages_of([decision.request])[0].stage is Stage.TO_GIVE
        works_with(lead, child)
    whole = Decision.objects.get(replaces=decision)
    assert whole.decided_at == decision.decided_at
    assert "after the emergency" in page(client, f"/decisions/{whole.pk}/")
    boss = signed_in_as(Client(), lead)
    assert "Your word afterwards" in page(boss, f"/decisions/{whole.pk}/")
    boss.post(f"/decisions/{whole.pk}/afterwards/", {"word": "declined"})
    boss.post(f"/decisions/{whole.pk}/afterwards/", {"word": "approved", "reason": "Right."})
    boss.post(f"/decisions/{whole.pk}/afterwards/", {"word": "approved"})
    assert "Looked at afterwards. Approved by Bob Tarrant. Right." in page(boss, f"/decisions/{whole.pk}/")


def test_an_emergency_needs_no_record(client: Client) -> None:
    form = {
        "once": hidden(page(client, "/emergency/"))["once"], "given_name": "Ada", "family_name": "Nokes", "age": "4",
        "in_danger": "Ada, in the road", "kind": "other", "told": "A neighbour", "what": "To hold her hand",
    }  # fmt: skip
    addresses = {client.post("/emergency/", form).headers["Location"] for _ in range(2)}
    assert len(addresses) == 1
    assert "Ada Nokes" in page(client, addresses.pop())
    assert Decision.objects.count() == 1


def test_a_request_is_corrected(client: Client, about: InformationRequest, decision: Decision, child: Person) -> None:
    other = made(client, child, subject="A neighbour", subject_line="remove", subject_why="Not needed")
    address = f"/requests/{other.pk}/correct/"
    form = {
        "once": hidden(page(client, address))["once"], "direction": "ours", "organisation": str(other.organisation_id),
        "purpose": "To get Wren a place", "trigger": "request", "kind": "one-off",
    }  # fmt: skip
    assert client.post(address, {**form, "purpose": ""}).status_code == 200
    assert client.post(address, {**form, "kind": "routine"}).status_code == 200
    new = client.post(address, form).headers["Location"]
    assert "To get Wren a place" in page(client, new)
    assert "This request was corrected." in page(client, f"/requests/{other.pk}/")
    decided = client.post(f"/requests/{about.pk}/correct/", {**form, "once": str(uuid.uuid4())})
    assert decided.headers["Location"] == f"/decisions/{decision.pk}/"
    missing = client.post(
        f"/children/{child.pk}/requests/new/", {**form, "organisation": "", "once": str(uuid.uuid4())}
    )
    assert "Say who would be told" in missing.content.decode()


def test_advice_is_asked_and_given(client: Client, lead: Acting, about: InformationRequest) -> None:
    address = f"/requests/{about.pk}/advice/"
    when = (lead.at + timedelta(days=2)).astimezone()
    form = {
        "once": str(uuid.uuid4()), "rota": "safeguarding", "without_names": "yes", "described": "Wren has bruises.",
        "question": "Would you wait?", "reply_by_day": str(when.day), "reply_by_month": str(when.month),
        "reply_by_year": str(when.year), "reply_by_time": "12:00",
    }  # fmt: skip
    assert "This still names Wren" in client.post(address, form).content.decode()
    assert client.post(address, {**form, "described": "The child has bruises."}).status_code == 302
    asked = AdviceRequest.objects.get()
    boss = signed_in_as(Client(), lead)
    assert "Designated safeguarding lead: question from Alice Penrose" in page(boss, "/advice/")
    html = page(boss, f"/advice/{asked.pk}/")
    assert "Wren" not in html
    assert boss.post(f"/advice/{asked.pk}/", {"once": str(uuid.uuid4()), "text": ""}).status_code == 200
    assert boss.post(f"/advice/{asked.pk}/", {"once": str(uuid.uuid4()), "text": "Ring today."}).status_code == 302
    assert boss.get(f"/advice/{asked.pk}/").headers["Location"] == "/advice/", "answered: nothing to be refused"
    assert "Ring today." in page(client, f"/requests/{about.pk}/")
    assert "Ring today." in page(client, f"/requests/{about.pk}/decide/")
    assert client.get("/advice/").status_code == 403


def test_a_second_person_agrees(client: Client, lead: Acting, teacher: Acting, child: Person) -> None:
    with transaction_of(teacher):
        about = a_request(teacher, child)
        determined(teacher, about, answers={**WORRIED, "usual-checks": "some", "locates": "sealed-address"})
    html = page(client, f"/requests/{about.pk}/decide/")
    assert "A second person has to agree before anything goes." in html
    form = decision_form(client, about, child, departs_because="They can move the family.")
    assert client.post(f"/requests/{about.pk}/decide/", form).headers["Location"] == f"/requests/{about.pk}/"
    assert "It waits for a second person" in page(client, f"/requests/{about.pk}/")
    proposal = Proposal.objects.get()
    assert client.get(f"/approvals/{proposal.pk}/").status_code == 403
    boss = signed_in_as(Client(), lead)
    assert "Alice Penrose" in page(boss, "/advice/")
    assert "To approve, from Alice Penrose" in page(boss, "/work/")
    assert "They can move the family." in page(boss, f"/approvals/{proposal.pk}/")
    assert boss.post(f"/approvals/{proposal.pk}/", {"word": "declined"}).status_code == 200
    sent = boss.post(f"/approvals/{proposal.pk}/", {"word": "approved", "reason": "Checked."})
    assert sent.headers["Location"] == f"/decisions/{Decision.objects.get().pk}/"
    assert boss.get(f"/approvals/{proposal.pk}/").status_code == 302


def test_who_only_reads_begins_nothing(
    school: Organisation, teacher: Acting, about: InformationRequest, child: Person
) -> None:
    reader = now(someone("Gwen Lorimer", school, Role.GOVERNANCE))
    with transaction_of(teacher):
        works_with(reader, child)
    seen = signed_in_as(Client(), reader)
    assert seen.get(f"/requests/{about.pk}/").status_code == 200
    for path in ("questions", "decide", "advice", "correct"):
        assert seen.get(f"/requests/{about.pk}/{path}/").status_code == 403
    assert seen.get("/emergency/").status_code == 403
    assert not Sitting.objects.exists()


def everywhere(decision: Decision, child: Person) -> list[str]:
    """Every page about one child that somebody could try."""
    about = decision.request_id
    return [
        f"/children/{child.pk}/requests/new/", f"/requests/{about}/", f"/requests/{about}/correct/",
        f"/requests/{about}/questions/", f"/requests/{about}/decide/", f"/requests/{about}/advice/",
        f"/decisions/{decision.pk}/", f"/decisions/{decision.pk}/record.pdf", f"/decisions/{decision.pk}/record.txt",
        f"/decisions/{decision.pk}/again/", f"/decisions/{decision.pk}/given/", f"/decisions/{decision.pk}/after/",
    ]  # fmt: skip


def test_others_see_nothing_and_cannot_tell(
    client: Client, decision: Decision, child: Person, school: Organisation, clinic: Organisation
) -> None:
    for who in (
        now(someone("Charlie Okoro", clinic, Role.PRACTITIONER)),
        now(someone("Dora Finch", clinic, Role.APPROVER, Role.ADVISER)),
        now(someone("Eve Curio", school, Role.PRACTITIONER)),
    ):
        other = signed_in_as(Client(), who)
        for address in everywhere(decision, child):
            there, nowhere = other.get(address), other.get(address.replace(address.split("/")[2], str(uuid.uuid4())))
            assert there.status_code == nowhere.status_code == 404, address
            assert there.content.decode().count("Wren") == 0
            assert len(there.content) == len(nowhere.content)
            assert other.post(address, {}).status_code in (404, 405)
        html = page(other, "/work/")
        assert "Wren" not in html
        assert "Aldermere Children" not in html
    assert Denial.objects.filter(what__in=("request", "decision", "child")).exists()
    assert Client().get(f"/decisions/{decision.pk}/").status_code == 302


def test_pages_ask_a_bounded_number_of_questions(
    client: Client, teacher: Acting, decision: Decision, child: Person, django_assert_max_num_queries: Any
) -> None:
    with transaction_of(teacher):
        for number in range(8):
            item = InformationItem(
                child=child, title=f"Note {number}", mark="fact", category="care", learned_on=teacher.on, level="open"
            )
            kept = keep(teacher, item, "item-recorded")
            request = a_request(teacher, child, said=wanted(None, person_name="PC Hall", items=(kept.pk,)))
            determined(teacher, request)
    for address in [*everywhere(decision, child)[:9], "/work/", "/emergency/"]:
        with django_assert_max_num_queries(MOST):
            assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("which", range(13))
def test_pages_can_be_read_at_fourteen(
    client: Client, lead: Acting, decision: Decision, child: Person, which: int
) -> None:
    several = [each for each in everywhere(decision, child) if not each.endswith((".pdf", ".txt"))]
    address = [*several, "/work/", "/emergency/", "/advice/"][which]
    seen = signed_in_as(Client(), lead) if address == "/advice/" else client
    assert reading_age(page(seen, address)) <= HIGHEST
