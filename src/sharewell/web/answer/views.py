"""The answer: as a page, with the guided balance, as a PDF and as plain text to paste. Nothing of it is kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from sharewell.policy.outcome import Outcome
from sharewell.web.answer.balance import Balance, conclusions, prompts, read_balance
from sharewell.web.answer.compose import compose
from sharewell.web.answer.pdf import pdf_of
from sharewell.web.answer.text import HEADINGS, text_of
from sharewell.web.guide import page
from sharewell.web.guide.form import keeps_nothing, sent, sitting_of
from sharewell.web.guide.sitting import Sitting
from sharewell.web.guide.unbelievable import unbelievable


def show(
    request: HttpRequest, sitting: Sitting, *, balance: Balance | None = None, errors: tuple[str, ...] = ()
) -> HttpResponse:
    """The answer page; where the rules leave it to the practitioner, with the balance."""
    sheet = compose(sitting)
    weighing = sheet.tag.picture == "weigh"
    return render(
        request,
        "sharewell/answer/weigh.html" if weighing else "sharewell/answer/answer.html",
        {
            **page.carried(sitting.trail),
            "sheet": sheet,
            "open": sitting.next is not None,
            "dropped": page.dropped(sitting),
            "prompts": prompts(sitting) if weighing else None,
            "conclusions": conclusions() if weighing else (),
            "balance": balance,
            "texts": {name.replace("-", "_"): text for name, text in balance.texts} if balance else {},
            "errors": errors,
        },
    )


@keeps_nothing
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """The answer to what has been said so far, complete or not."""
    form = sent(request)
    return unbelievable(request, form) if form.bad else show(request, sitting_of(form.trail))


@keeps_nothing
@require_POST
def weigh(request: HttpRequest) -> HttpResponse:
    """The practitioner's own conclusion, on a page to save in their own record."""
    form = sent(request)
    if form.bad:
        return unbelievable(request, form)
    sitting = sitting_of(form.trail)
    balance = read_balance(form.post)
    if sitting.reading.compiled.determine(sitting.answers).outcome is not Outcome.WEIGH:
        return show(request, sitting)
    if not balance.complete or form.do == "edit":
        return show(request, sitting, balance=balance, errors=() if form.do == "edit" else balance.missing)
    context = {
        **page.carried(sitting.trail),
        "sheet": compose(sitting),
        "balance": balance,
        "said": {name: says for name, says, _ in conclusions()}[balance.conclusion],
        "texts": [(heading, balance.text(name).strip()) for name, heading in HEADINGS.items()],
    }
    return render(request, "sharewell/answer/weighed.html", context)


@keeps_nothing
@require_POST
def as_pdf(request: HttpRequest) -> HttpResponse:
    """The answer as a tagged PDF."""
    form = sent(request)
    if form.bad:
        return unbelievable(request, form)
    sheet = compose(sitting_of(form.trail))
    made = HttpResponse(pdf_of(sheet, _kept(request)), content_type="application/pdf")
    made.headers["Content-Disposition"] = f'attachment; filename="sharewell-answer-{sheet.iso}.pdf"'
    made.headers["Cache-Control"] = "no-store"
    return made


@keeps_nothing
@require_POST
def as_text(request: HttpRequest) -> HttpResponse:
    """The answer as plain text, to paste into one's own record."""
    form = sent(request)
    if form.bad:
        return unbelievable(request, form)
    made = HttpResponse(
        text_of(compose(sitting_of(form.trail)), _kept(request)), content_type="text/plain; charset=utf-8"
    )
    made.headers["Cache-Control"] = "no-store"
    return made


def _kept(request: HttpRequest) -> Balance | None:
    """The balance that goes into the printout, if one was concluded."""
    balance = read_balance(request.POST)
    return balance if balance.complete else None
