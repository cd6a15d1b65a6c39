"""The register's words and the pack's: which answer of a fact each stands for. A word left out says nothing for sure.

So `health` is no recipient here: it may be a hospital or a surgery, and the rules tell them apart.
"""

from __future__ import annotations

#: Sector of our own organisation, for `sharer-kind`.
OUR_SECTOR = {
    "social-care": "social-care", "early-years": "early-years", "youth-support": "youth-support", "police": "police",
    "youth-justice": "youth-justice", "voluntary": "charity", "court": "court",
}  # fmt: skip
#: Sector of theirs, for `recipient-kind`.
THEIR_SECTOR = {
    "social-care": "social-care", "early-years": "early-years", "youth-support": "youth-support", "police": "police",
    "youth-justice": "youth-justice", "voluntary": "charity", "court": "court", "education": "school-or-college",
}  # fmt: skip
#: Kinship to the child, for `recipient-kind`.
KIN = {
    "mother": "parent", "father": "parent", "parent": "parent", "adoptive-parent": "parent",
    "sibling": "other-relative", "half-sibling": "other-relative", "grandparent": "other-relative",
    "aunt-uncle": "other-relative", "other-relative": "other-relative",
    "foster-carer": "foster-or-residential-carer",
}  # fmt: skip
#: What a request says about its purpose, for `purpose-fit`.
PURPOSE_FIT = {
    "same": "same", "compatible": "compatible", "safeguarding": "compatible", "informed": "different",
    "consented": "different", "exception": "different",
}  # fmt: skip
#: On which ground a council holds parental responsibility, for `care-status`.
CARE = {"care-order": "care-order", "emergency-order": "emergency-order"}
#: Category of an item, for `category`.
CATEGORY = {
    "identity": "basic", "education": "education", "sexual-health": "sexual-health",
    "substance-use": "drugs-alcohol", "offence": "crime-or-allegation",
}  # fmt: skip
#: Mark of an item, for `evidence-kind`.
EVIDENCE = {each: each for each in ("fact", "observation", "opinion", "allegation", "hearsay")}
#: Level of confidentiality offered, for `told-in-confidence`. Whoever was promised secrecy expects it; where nothing
#: was said, they may still have expected it.
LEVEL = {
    "open": "no", "limited": "limited-promise", "service": "confidential-service",
    "promised": "expected-private",
}  # fmt: skip
#: Why nobody was asked, for `asking-risk`. The other reasons are no risk of asking.
NOT_ASKED_RISK = {
    "risk-to-child": "child-harmed", "risk-to-adult": "adult-harmed", "prejudice-crime": "crime-hidden",
    "delay": "undue-delay", "cannot-find": "cannot-be-reached",
}  # fmt: skip
#: What `asked-so-far` is where asking would be unsafe or cannot be done in time.
ASKED_UNSAFE = "nobody-unsafe"
#: What an answer on the record means for `child-agreement` and `parent-agreement`.
AGREEMENT = {"given": "agreed", "refused": "refused", "withdrawn": "withdrawn"}
#: What is clear enough to settle whether anybody agreed.
CLEAR = {"given": "yes", "refused": "no"}
#: In which tiers somebody answers for themselves, and in which as or for a parent: the names of `whose_answer.toml`.
OWN_TIERS = frozenset({"child", "young-person", "adult"})
PARENT_TIERS = frozenset({"parent", "special-guardian", "council"})
