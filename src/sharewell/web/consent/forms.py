"""Pages of the paper forms: blank, for a child, or for an answer that was asked for; to print, or as PDF."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sharewell.casework.access import open_child
from sharewell.casework.acting import Acting
from sharewell.casework.print_form import Question, print_form
from sharewell.casework.refusal import Unfinished
from sharewell.web.consent.paper import KINDS, Leaf, leaf, pdf_of
from sharewell.web.record.door import signed_in
from sharewell.web.young.picture import PICTURES


@require_GET
@signed_in
def blank_forms(request: HttpRequest, _: Acting) -> HttpResponse:
    """Which forms there are, without a name on them."""
    return render(request, "sharewell/consent/forms.html", {"section": "work", "kinds": KINDS})


@require_GET
@signed_in
def blank_form(request: HttpRequest, who: Acting, kind: str, as_pdf: str = "") -> HttpResponse:
    """A blank form."""
    return _given(request, _leaf(kind, Question(who.organisation.name)), as_pdf)


@require_GET
@signed_in
def child_form(request: HttpRequest, who: Acting, child: UUID, kind: str, as_pdf: str = "") -> HttpResponse:
    """A form with a child's name and nothing else."""
    return _for_child(request, who, child, kind, as_pdf, None)


@require_GET
@signed_in
def answer_form(
    request: HttpRequest, who: Acting, child: UUID, consent: UUID, kind: str, as_pdf: str = ""
) -> HttpResponse:
    """A form with what is asked, for what, and who would get it."""
    return _for_child(request, who, child, kind, as_pdf, consent)


def _for_child(
    request: HttpRequest, who: Acting, child: UUID, kind: str, as_pdf: str, consent: UUID | None
) -> HttpResponse:
    person, right = open_child(who, child, part="consent form")
    try:
        asked = print_form(who, person, consent=consent)
    except Unfinished as refused:
        context = {"child": person, "right": right, "section": "work", "problems": refused.problems.values()}
        return render(request, "sharewell/consent/not_printed.html", context, status=409)
    return _given(request, _leaf(kind, asked), as_pdf)


def _leaf(kind: str, asked: Question) -> Leaf:
    if kind not in dict(KINDS):
        raise Http404
    return leaf(kind, asked)


def _given(request: HttpRequest, made: Leaf, as_pdf: str) -> HttpResponse:
    if as_pdf:
        headers = {"Content-Disposition": f'attachment; filename="consent-form-{made.kind}.pdf"'}
        return HttpResponse(pdf_of(made), content_type="application/pdf", headers=headers)
    parts = [(part, [(PICTURES[name], words) for name, words in part.lines]) for part in made.parts]
    return render(request, "sharewell/consent/paper.html", {"section": "work", "leaf": made, "parts": parts})
