"""What has happened to the child of the scene: words, agreement, requests in every state, advice, an emergency."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import timedelta

from sharewell.casework.accept_invitation import accept_invitation
from sharewell.casework.acting import Acting
from sharewell.casework.ask_advice import Question, ask_advice
from sharewell.casework.assess_competence import Understanding, assess_competence
from sharewell.casework.break_glass import break_glass
from sharewell.casework.decide import decide
from sharewell.casework.deciding import Deciding, Followed, ItemChoice, Told, Weighed
from sharewell.casework.determine_request import determine_request
from sharewell.casework.give_advice import give_advice
from sharewell.casework.grounds import law_of
from sharewell.casework.make_request import Wanted, make_request
from sharewell.casework.propose import propose
from sharewell.casework.record_consent import Cell, Reply, record_consent
from sharewell.casework.record_disclosure import Given, record_disclosure
from sharewell.casework.record_emergency import Emergency, record_emergency
from sharewell.casework.record_view import Voice, answer_view, record_view
from sharewell.casework.record_wish import Wanted as Wished
from sharewell.casework.record_wish import record_wish
from sharewell.casework.sit import save_sitting, sit
from sharewell.policy.determination_form import determination_of
from sharewell.register.advice import Rota
from sharewell.register.competence import Competence, Finding
from sharewell.register.consent import Answer, Capacity, Route
from sharewell.register.decision import Choice, Decision
from sharewell.register.organisation import Channel
from sharewell.register.relationship import GlassReason
from sharewell.register.request import Determination, Direction, InformationRequest, Trigger
from sharewell.register.voice import Obtained
from tests.browser.record_scene import NOW, Scene, allocated, around, beginning, held
from tests.casework.accounts import PASSWORD, with_app
from tests.casework.record_rows import WORRIED, rules

YES = Finding.YES
CLUB = "A place in the Friday group of the young carers"
#: Answers about the young carers' group, and about a police officer who gives no reason.
HELP: Mapping[str, str] = {
    **WORRIED, "concern": "extra-help", "concern-kind": "adult-problems", "age-band": "13-15", "understanding": "able",
    "child-agreement": "agreed", "recipient-kind": "charity", "purpose": "early-help", "category": "education",
    "asked-so-far": "child-yes",
}  # fmt: skip
POLICE: Mapping[str, str] = {
    **WORRIED, "concern": "none", "recipient-kind": "police", "purpose": "crime", "authority": "police-unexplained",
    "age-band": "13-15", "started-by": "them", "category": "education",
}  # fmt: skip
HIDDEN: Mapping[str, str] = {**WORRIED, "age-band": "13-15", "usual-checks": "some", "locates": "sealed-address"}


def history() -> Scene:
    """Everything."""
    scene = beginning()
    allocated(scene, "adviser")
    around(scene)
    held(scene)
    said(scene)
    shared(scene)
    not_shared(scene)
    waiting(scene)
    lately(scene)
    account(scene)
    return scene


def account(scene: Scene) -> None:
    """The adviser has a password and an app since long ago."""
    long_ago = NOW - timedelta(days=119)
    accept_invitation(scene.cast.codes["adviser"], PASSWORD, at=long_ago)
    with_app(scene.cast.at("adviser", long_ago + timedelta(days=2)))


def said(scene: Scene) -> None:
    """What Jasmine said, whether she could decide, what she and her mother answered, who is not to be told."""
    child = scene.child.pk
    with scene.as_("teacher", days_ago=30) as who:
        view = record_view(
            who, child,
            voice=Voice(child, CLUB, Obtained.SAID, who.on, "I don’t want the whole school to know. Just Friday club.",
                        "Alone, in my room. I read her words back to her."),
        )  # fmt: skip
        answer_view(who, view.pk, done="Only the group’s worker was told", told_on=who.on, told_how="Face to face")
        competence = assess_competence(
            who, child,
            found=Understanding(
                CLUB, YES, YES, YES, YES, YES, YES, under_pressure=Finding.NO, outcome=Competence.COMPETENT,
                reasoning="She said who would be told, what they would do with it, and what might come of it.",
                assessed_on=who.on, help_given="We drew it on a sheet of paper.", place="My room, door open",
            ),
        )  # fmt: skip
        carers = scene.bodies["carers"].pk
        scene.rows["consent"] = record_consent(
            who, child,
            reply=Reply(
                child, Capacity.CHILD_COMPETENT, Answer.PARTIAL, Route.SPOKEN, CLUB, who.on,
                (Cell("yes", carers, category="education"), Cell("yes", carers, category="family"),
                 Cell("no", carers, category="health")),
                explained="What goes, to whom, what for, and that she can change her mind.",
                own_words="Just Friday club is fine.", competence=competence.pk,
                review_on=who.on + timedelta(days=120),
            ),
        ).pk  # fmt: skip
        record_consent(
            who, child,
            reply=Reply(
                scene.family["Marian"].pk, Capacity.PARENT, Answer.REFUSED, Route.PHONE, CLUB, who.on,
                own_words="We manage by ourselves.", reason_for_refusal="She does not want anybody in the house.",
            ),
        )  # fmt: skip
        record_wish(
            who, child,
            wanted=Wished(scene.family["Marian"].pk, "That she talked to me about home", "She would be sad.",
                          who.on + timedelta(days=60), competence.pk),
        )  # fmt: skip
        scene.rows["view"], scene.rows["competence"] = view.pk, competence.pk


def asked(
    who: Acting, scene: Scene, body: str, purpose: str, *, theirs: bool = False, items: tuple[str, ...] = ()
) -> InformationRequest:
    """A request of one of the bodies, or of us to them."""
    return make_request(
        who, scene.child.pk,
        wanted=Wanted(
            Direction.THEIRS if theirs else Direction.OURS, Trigger.REQUEST, purpose,
            organisation=scene.bodies[body].pk, person_name="Priya Nairn" if theirs else "",
            asked_for="Everything that the school has about her" if theirs else "",
            items=tuple(scene.rows[each] for each in items),
        ),
        once=uuid.uuid4(),
    )  # fmt: skip


def answered(who: Acting, request: InformationRequest, answers: Mapping[str, str]) -> Determination:
    """What the rules say of a request."""
    return determine_request(who, request.pk, rules=rules(), answers=answers, known={})


def decided(who: Acting, scene: Scene, request: InformationRequest, on: Determination, **more: object) -> Decision:
    """A decision, with what it needs."""
    return decide(who, request.pk, deciding=form(who, scene, on, **more))


def form(who: Acting, scene: Scene, on: Determination, **more: object) -> Deciding:
    """A form of a decision, filled in."""
    about: dict[str, object] = {
        "choice": Choice.SHARE, "determination": on.pk, "rationale": "She is tired, and she helps at home every day.",
        "signature": who.practitioner.name, "once": uuid.uuid4(), "departs_because": "The rules do not know her.",
        "law": law_of(determination_of(on.says)),
        "weighed": Weighed("none", "Home may learn of it before she is ready.", "She goes on alone."),
        "told": (Told("before", person=scene.child.pk, told_on=who.on),), **more,
    }  # fmt: skip
    return Deciding(**about)  # type: ignore[arg-type]  # what each part says


def shared(scene: Scene) -> None:
    """Advice that was asked and followed, part of it shared with the young carers, and given."""
    with scene.as_("teacher", days_ago=25) as who:
        request = asked(who, scene, "carers", CLUB, items=("tired", "caring", "illness"))
        question = Question(
            Rota.SAFEGUARDING, "Does the group need to know why?", "The child helps at home. A group could help.",
            who.at + timedelta(hours=24),
        )  # fmt: skip
        asks = ask_advice(who, request.pk, asking=question, once=uuid.uuid4())
    with scene.as_("adviser", days_ago=24.5) as who:
        advice = give_advice(who, asks.pk, text="Agree. Leave the illness out.", once=uuid.uuid4())
    with scene.as_("teacher", days_ago=24) as who:
        mother, rows = scene.family["Marian"].pk, scene.rows
        made = decided(
            who, scene, request, answered(who, request, HELP), choice=Choice.SHARE_PART,
            review_on=who.on + timedelta(days=60),
            items=(
                ItemChoice(rows["tired"], "whole"),
                ItemChoice(rows["caring"], "part", "Only that she helps, and on which days"),
                ItemChoice(rows["illness"], "none", "Not needed, not checked, and not ours to tell"),
            ),
            told=(
                Told("before", person=scene.child.pk, told_on=who.on),
                Told("not", person=mother, why_not="Jasmine asked us to wait",
                     ask_again_on=who.on + timedelta(days=14)),
            ),
            advice=(Followed(advice.pk, "yes"),),
        )  # fmt: skip
        sent = record_disclosure(
            who, made.pk,
            given=Given(
                "Priya Nairn", Channel.SECURE_MAIL, "Group worker", scene.bodies["carers"].pk,
                items=((rows["tired"], ""), (rows["caring"], "She helps at home on Mondays and Tuesdays.")),
            ),
            once=uuid.uuid4(),
        )  # fmt: skip
        scene.rows |= {"shared-request": request.pk, "shared": made.pk, "disclosure": sent.pk}


def not_shared(scene: Scene) -> None:
    """A police officer asked and gave no reason. Nothing was given; since then something new is known."""
    with scene.as_("teacher", days_ago=20) as who:
        request = asked(who, scene, "police", "To find out who was at the bus station", theirs=True)
        refused = decided(
            who, scene, request, answered(who, request, POLICE), choice=Choice.NOT_SHARE, told=(),
            rationale="They did not say why they need it. I asked them to.", review_on=who.on + timedelta(days=14),
        )  # fmt: skip
        scene.rows |= {"refused-request": request.pk, "refused": refused.pk}
    with scene.as_("teacher", days_ago=10) as who:
        record_view(
            who, scene.child.pk,
            voice=Voice(scene.child.pk, "The bus station", Obtained.WROTE, who.on, "I was there. I saw who did it."),
        )  # fmt: skip


def waiting(scene: Scene) -> None:
    """Requests that wait: for answers, for a decision, for advice with and without names, for a second person."""
    with scene.as_("teacher", days_ago=2) as who:
        scene.rows["new-request"] = asked(who, scene, "council", "To keep her safe at weekends").pk
        half = asked(who, scene, "council", "To ask for help at home", theirs=True)
        begun = sit(who, half, pack="england")
        save_sitting(who, half.pk, trail=["immediate-danger=no"], version=begun.version)
        ready = asked(who, scene, "council", "A worry about bruises", items=("tired", "caring"))
        answered(who, ready, {**WORRIED, "age-band": "13-15"})
        for short, nameless in (("advice", True), ("advice-named", False)):
            question = Question(
                Rota.SAFEGUARDING, "Would you tell the council now?",
                "The child has bruises on both arms and says it was sport.", who.at + timedelta(hours=54), nameless,
            )  # fmt: skip
            scene.rows[short] = ask_advice(who, ready.pk, asking=question, once=uuid.uuid4()).pk
        hidden = asked(who, scene, "police", "To find her father", theirs=True)
        told = answered(who, hidden, HIDDEN)
        proposal = propose(who, hidden.pk, deciding=form(who, scene, told))
        scene.rows |= {"half": half.pk, "ready": ready.pk, "second": hidden.pk, "proposal": proposal.pk}


def lately(scene: Scene) -> None:
    """An emergency two hours ago, whose record is to be completed; and a record that was opened without a reason."""
    with scene.as_("teacher", days_ago=2 / 24) as who:
        happened = Emergency(
            "Jasmine, from a man at the gate", "Sergeant Idris Moor, 4417", "Where she is, and what he said", "police"
        )
        urgent = record_emergency(who, scene.child.pk, happened=happened, rules=rules(), once=uuid.uuid4())
        scene.rows |= {"urgent": urgent.pk, "urgent-request": urgent.request_id}
    with scene.as_("nurse", days_ago=0.5 / 24) as who:
        glass = break_glass(
            who, scene.child.pk, reason=GlassReason.CHILD_PRESENT, words="She is in my room and will not say her name."
        )
        scene.rows["glass"] = glass.pk
