"""Every use case that wants an act, tried by every role that does not have it; a new one without a line here fails."""

from __future__ import annotations

import ast
import inspect
import uuid
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from unittest.mock import MagicMock

import pytest

from sharewell import casework
from sharewell.casework.act import MATRIX, Act
from sharewell.casework.acting import Acting, transaction_of
from sharewell.casework.refusal import MayNot
from sharewell.register.organisation import Organisation
from sharewell.register.practitioner import Role
from tests.casework.conftest import someone

#: The act to the use cases that want it, each as module and function.
WANTS: Mapping[Act, str] = {
    Act.ADVISE: (
        "give_advice.give_advice give_advice.read_question give_advice.waiting_advice give_advice.was_answered"
    ),
    Act.ALLOCATE: ("allocate.allocate end_allocation.end_allocation"),
    Act.APPROVE: ("approve.approve approve.approve_afterwards approve.take_up approve.waiting_proposals"),
    Act.ASSESS: ("assess_capacity.assess_capacity assess_competence.assess_competence"),
    Act.BREAK_GLASS: ("behind_glass.behind_glass break_glass.break_glass"),
    Act.CHANGE_RECORD: (
        "add_address.add_address add_identifier.add_identifier add_involvement.add_involvement "
        "add_involvement.agree_listing add_involvement.end_involvement add_relationship.add_relationship "
        "add_relationship.end_relationship add_safe_contact.add_safe_contact "
        "add_safe_contact.end_safe_contact change_person.change_person confirm_address.address_around "
        "confirm_address.confirm_address end_address.end_address end_identifier.end_identifier "
        "finish_review.finish_review keep_file.keep_file record_court_order.end_court_order "
        "record_court_order.record_court_order record_item.record_item "
        "record_parental_responsibility.end_parental_responsibility "
        "record_parental_responsibility.record_parental_responsibility replace_item.replace_item"
    ),
    Act.DECIDE: (
        "complete_emergency.complete_emergency decide.decide determine_request.determine_request "
        "propose.propose reconsider.let_stand reconsider.reconsider record_disclosure.follow_up "
        "record_emergency.record_emergency sit.hand_over sit.save_sitting sit.take_over"
    ),
    Act.DISCLOSE: ("record_disclosure.record_disclosure record_disclosure.record_receipt"),
    Act.ERASE: ("erase.erase"),
    Act.LIFT_SAFETY: ("lift_safety.lift_safety"),
    Act.MAKE_REQUEST: ("ask_advice.ask_advice make_request.make_request replace_request.replace_request"),
    Act.MANAGE_PEOPLE: (
        "add_contact_point.add_contact_point add_organisation.add_organisation close_account.close_account "
        "end_post.end_post make_account.make_account make_post.make_post make_team.make_team "
        "reset_account.reset_account verify_contact_point.end_contact_point "
        "verify_contact_point.verify_contact_point"
    ),
    Act.MARK_SAFETY: ("ask_to_lift.ask_to_lift mark_safety.mark_safety"),
    Act.OPEN_RECORD: ("open_file.open_file open_request.open_request show_sealed.show_sealed"),
    Act.RECORD_CONSENT: (
        "invalidate_consent.invalidate_consent keep_file.keep_paper record_consent.record_consent "
        "record_not_asked.record_not_asked record_view.answer_view record_view.record_view "
        "record_wish.end_wish record_wish.record_wish withdraw_consent.withdraw_consent"
    ),
    Act.REVIEW_GLASS: (
        "oversee.denials_since oversee.reviews_due review_glass.glass_to_review review_glass.review_glass"
    ),
    Act.SEARCH: ("choose_match.choose_match find_own.find_own find_own.find_own_exactly look_up.look_up"),
    Act.SEE_WHO_LOOKED: ("who_looked.who_looked"),
    Act.START_RECORD: ("start_record.start_record"),
}
#: Parts of use cases, and what everybody does for themselves: who may is looked at by those who call them.
PARTS = (
    "sit.sit "
    "access.children_of access.right_of access.theirs act.may act.require act.require_fresh "
    "acting.transaction_of add_factor.has_factor add_factor.live_factors add_factor.begin_factor "
    "add_factor.add_factor add_factor.begun_factor add_factor.address_of_factor add_factor.secret_to_type "
    "add_passkey.ask_new_passkey add_passkey.add_passkey alike.alike approve.open_for approve.decline "
    "begin_anew.end_credentials check_deciding.problems_of determine_request.write_determination "
    "end_factor.end_factor finish_review.due_reviews index_key.index invite.invite keep.keep keep.change "
    "keep.keep_shared keep.change_shared keep_file.laid_down ledger_append.append look_up.services_of "
    "make_recovery_codes.make_recovery_codes make_request.write_request mark_safety.kept_mark "
    "once.done_before open_request.request_of open_request.decision_of open_request.disclosure_of "
    "plan_review.plan_review plan_review.birthday_reviews print_form.print_form reconsider.was_replaced "
    "record_item.written record_not_asked.colleague reset_account.ours_alone search_for.kept_search "
    "see_sign_ins.see_sign_ins set_password.set_password sign_in.sign_out sit.colleagues_of "
    "snapshot.snapshot_of withdraw_consent.ended within.of_child access.open_child "
    "assess_competence.request_of"
)
USE_CASES = [(act, name) for act, names in WANTS.items() for name in names.split()]


def _functions() -> Iterator[str]:
    """Every function of casework whose first argument is who acts."""
    for path in sorted(Path(str(casework.__file__)).parent.glob("*.py")):
        for each in ast.parse(path.read_text(encoding="utf-8")).body:
            first = each.args.args[:1] if isinstance(each, ast.FunctionDef) and not each.name.startswith("_") else []
            if first and isinstance(first[0].annotation, ast.Name) and first[0].annotation.id == "Acting":
                assert isinstance(each, ast.FunctionDef)
                yield f"{path.stem}.{each.name}"


def test_every_use_case_has_its_line() -> None:
    assert {name for _, name in USE_CASES} | set(PARTS.split()) == set(_functions())


def _tried(who: Acting, name: str) -> None:
    module, function = name.split(".")
    case = getattr(import_module(f"sharewell.casework.{module}"), function)
    given = {
        each.name: uuid.uuid4() if "UUID" in str(each.annotation) else MagicMock()
        for each in list(inspect.signature(case).parameters.values())[1:]
        if each.default is inspect.Parameter.empty
    }
    case(who, **given)


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role), ids=str)
def test_whoever_has_not_the_act_is_refused(role: Role, school: Organisation) -> None:
    who = someone("Nell Ashe", school, role)
    let = []
    for act, name in USE_CASES:
        if act in MATRIX[role]:
            continue
        try:
            with transaction_of(who):
                _tried(who, name)
        except MayNot as refused:
            if refused.act != act.value:
                let.append(f"{name}: refused for {refused.act}, not {act.value}")
        except Exception as error:  # noqa: BLE001  anything else came before the question of who may
            let.append(f"{name}: {error!r}")
        else:
            let.append(f"{name}: was done")
    assert not let, "\n".join(let)
