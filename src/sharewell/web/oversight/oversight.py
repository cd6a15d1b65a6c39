"""What the information-governance lead looks at: broken glass, reviews that are due, and who was turned away."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sharewell.casework.act import Act, require
from sharewell.casework.acting import Acting
from sharewell.casework.oversee import denials_since, reviews_due
from sharewell.casework.refusal import AlreadyDone, NotThere, Unfinished
from sharewell.casework.review_glass import glass_to_review, review_glass
from sharewell.register.relationship import GlassFinding
from sharewell.web.oversight.review_form import GlassReviewForm
from sharewell.web.record.door import signed_in

_DAYS = 14


@require_GET
@signed_in
def oversight(request: HttpRequest, who: Acting) -> HttpResponse:
    """The three lists."""
    require(who, Act.REVIEW_GLASS)
    context = {
        "glass": glass_to_review(who),
        "reviews": reviews_due(who),
        "denials": denials_since(who, who.at - timedelta(days=_DAYS)),
        "days": _DAYS,
        "section": "oversight",
        "now": who.at,
    }
    return render(request, "sharewell/oversight/oversight.html", context)


@require_http_methods(("GET", "HEAD", "POST"))
@signed_in
def glass(request: HttpRequest, who: Acting, glass: UUID) -> HttpResponse:
    """One broken glass, and what the review came to."""
    found = glass_to_review(who).filter(pk=glass).first()
    if found is None:
        raise NotThere("broken glass", glass)
    form = GlassReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            with transaction.atomic():
                review_glass(who, glass, finding=GlassFinding(said["finding"]), words=said["words"])
        except Unfinished as refused:
            form.take(refused)
        except AlreadyDone:
            return redirect("oversight")
        else:
            return redirect("oversight")
    return render(request, "sharewell/oversight/glass.html", {"form": form, "glass": found, "section": "oversight"})
