"""What the forms of these pages can choose from: people near the child, requests, organisations, items, colleagues."""

from __future__ import annotations

from datetime import date

from sharewell.casework.acting import Acting, live
from sharewell.casework.within import around
from sharewell.register.competence import Competence, CompetenceAssessment
from sharewell.register.consent import Consent
from sharewell.register.holding import InformationItem
from sharewell.register.organisation import Organisation
from sharewell.register.person import Person
from sharewell.register.practitioner import Post
from sharewell.register.request import InformationRequest
from sharewell.web.day import in_words
from sharewell.web.record.form import RecordForm

Choices = list[tuple[str, str]]
NONE: Choices = [("", "Choose")]


def people(child: Person, *, with_child: bool = True) -> Choices:
    """The child first, then everybody near them."""
    near = [(str(each.pk), each.name) for each in around(child).exclude(pk=child.pk).order_by("given_name", "pk")]
    return [*([(str(child.pk), f"{child.name} (the child)")] if with_child else []), *near]


def requests(child: Person) -> Choices:
    """The child's information requests, the newest first."""
    rows = InformationRequest.objects.filter(child=child, replaced_by__isnull=True).order_by("-received_at")[:30]
    return [(str(each.pk), f"{in_words(each.received_at.date())}: {each.purpose}") for each in rows]


def organisations() -> Choices:
    """Everybody that something could go to."""
    return [(str(each.pk), each.name) for each in Organisation.objects.filter(left_on__isnull=True)]


def items(child: Person) -> Choices:
    """The items that stand."""
    rows = InformationItem.objects.filter(child=child, replaced_by__isnull=True).order_by("title", "pk")[:100]
    return [(str(each.pk), each.title) for each in rows]


def assessments(child: Person) -> Choices:
    """Assessments that found the child able to decide something."""
    rows = CompetenceAssessment.objects.filter(child=child, outcome=Competence.COMPETENT).order_by("-assessed_on")[:30]
    return [(str(each.pk), f"{in_words(each.assessed_on)}: {each.decision_about}") for each in rows]


def earlier(child: Person) -> Choices:
    """Answers that a new one could take the place of."""
    rows = Consent.objects.filter(child=child, superseded_by__isnull=True, end__isnull=True).select_related("by_person")
    return [
        (str(each.pk), f"{each.by_person.name}, {in_words(each.answered_on)}: {each.purpose}")
        for each in rows.order_by("-answered_on", "-recorded_at")[:30]
    ]


def colleagues(who: Acting, on: date) -> Choices:
    """Everybody else of the agency today."""
    posts = Post.objects.filter(organisation=who.organisation).exclude(practitioner=who.practitioner)
    found = {
        str(post.practitioner_id): f"{post.practitioner.name}, {post.title}"
        for post in posts.select_related("practitioner").order_by("practitioner__name")
        if live(post, on)
    }
    return list(found.items())


def offer(form: RecordForm, name: str, choices: Choices, *, blank: bool = True) -> None:
    """Give a field of a form its choices; a field that nothing can be chosen for goes."""
    if not choices:
        del form.fields[name]
        return
    form.fields[name].choices = [*NONE, *choices] if blank else choices  # type: ignore[attr-defined]  # it chooses
