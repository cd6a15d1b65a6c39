"""What each act is called on a page."""

from __future__ import annotations

from collections.abc import Mapping

from sharewell.casework.act import Act

#: Act to words, in the order of the page.
WORDS: Mapping[Act, str] = {
    Act.SEARCH: "Look for a child",
    Act.OPEN_RECORD: "Open the record of a child they work with",
    Act.BREAK_GLASS: "Open another child’s record in an emergency, with a reason that is looked at afterwards",
    Act.START_RECORD: "Start a child’s record",
    Act.CHANGE_RECORD: "Add to a record",
    Act.MARK_SAFETY: "Mark what must be kept from somebody",
    Act.LIFT_SAFETY: "End such a mark, with a second person",
    Act.RECORD_CONSENT: "Write down that somebody agreed, or said no",
    Act.ASSESS: "Write down whether a young person can decide",
    Act.MAKE_REQUEST: "Ask for information, or plan to share some",
    Act.DECIDE: "Decide whether to share",
    Act.DISCLOSE: "Share",
    Act.ADVISE: "Give advice on a decision",
    Act.APPROVE: "Agree to a colleague’s decision",
    Act.ALLOCATE: "Say who works with which child",
    Act.SEE_WHO_LOOKED: "See who looked at a record",
    Act.REVIEW_GLASS: "Look at each emergency opening afterwards",
    Act.READ_LEDGER: "Read the ledger",
    Act.HOLD: "Hold back erasing",
    Act.ERASE: "Erase what may no longer be kept",
    Act.MANAGE_PEOPLE: "Look after accounts, roles and contact points",
}


def words_of(act: Act) -> str:
    """The words; the act’s own name where nobody has written any."""
    return WORDS.get(act, act.value.replace("-", " ").capitalize())
