"""Determine a request: what the rules say, stored as it stood, so that it can be made again years later."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sharewell.casework.act import Act
from sharewell.casework.acting import Acting
from sharewell.casework.keep import keep
from sharewell.casework.known_fact import Known
from sharewell.casework.open_request import request_of
from sharewell.casework.refusal import Unfinished
from sharewell.casework.rules import Rules
from sharewell.policy.codec import digest_of as release_digest
from sharewell.policy.codec import release_of
from sharewell.policy.compile import compiled
from sharewell.policy.determination import Determination as Said
from sharewell.policy.determination_form import digest_of, text_of
from sharewell.policy.fact import NOT_KNOWN
from sharewell.policy.outcome import Outcome
from sharewell.policy.pack import Pack
from sharewell.register.request import Determination, InformationRequest

#: How a digest of a release begins; the record keeps the figures after it.
_SHA = "sha256:"


def determine_request(
    who: Acting, request: uuid.UUID, *, rules: Rules, answers: Mapping[str, str], known: Mapping[str, Known]
) -> Determination:
    """The determination of a request on the answers given; the one that is there, if nothing is new.

    `known` are those of the answers that came from the record.

    Raises: MayNot, NotThere, Unfinished for an answer that the rules do not know.
    """
    return write_determination(who, request_of(who, request, act=Act.DECIDE), rules=rules, answers=answers, known=known)


def write_determination(
    who: Acting, request: InformationRequest, *, rules: Rules, answers: Mapping[str, str], known: Mapping[str, Known]
) -> Determination:
    """As `determine_request`, on a request that is at hand."""
    domains = rules.edition.domains
    strange = [fact for fact, said in answers.items() if said != NOT_KNOWN and said not in domains.get(fact, ())]
    if strange:
        raise Unfinished(dict.fromkeys(strange, "The rules of today do not know this answer"))
    said = replace(rules.compiled.determine(answers), on=who.on)
    text = text_of(said)
    row = Determination(
        request=request,
        pack=rules.pack.name,
        version=rules.pack.version,
        release=release_name(rules.pack),
        on=who.on,
        answers=dict(answers),
        from_record={
            fact: {"answer": each.answer, "table": each.table, "row": str(each.row), "because": each.because}
            for fact, each in known.items()
            if answers.get(fact) == each.answer
        },
        outcome=said.outcome.value,
        complete=said.outcome is not Outcome.INCOMPLETE,
        says=text,
        digest=digest_of(text),
    )
    last = newest(request)
    if last and (last.digest, last.answers, last.release) == (row.digest, row.answers, row.release):
        return last
    return keep(who, row, "determination-made")


def newest(request: InformationRequest) -> Determination | None:
    """The last determination of a request."""
    return Determination.objects.filter(request=request).order_by("-recorded_at", "-id").first()


def release_name(pack: Pack) -> str:
    """The figures of a pack's digest; those of the release it would be, where it has none yet."""
    return (pack.digest or release_digest(release_of(replace(pack, digest="")))).removeprefix(_SHA)


def made_again(row: Determination, pack: Pack) -> Said:
    """The determination made anew from the pack of its release, the day and the answers.

    Raises: ValueError if that is not the release it was made from.
    """
    if release_name(pack) != row.release:
        raise ValueError(f"{pack.name} {pack.version} is not the release that this was made from")
    on: date = row.on
    return replace(compiled(pack.on(on)).determine(row.answers), on=on)
