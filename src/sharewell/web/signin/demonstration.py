"""Signing in as an invented person, at one press. Only where the deployment is a demonstration, and only as them.

Two locks: the setting, and an address that no real account can have.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from sharewell.casework.themself import homes
from sharewell.register.practitioner import Post, Practitioner
from sharewell.web.clock import moment, today
from sharewell.web.signin.finish import finish
from sharewell.web.signin.private import private

#: What the address of every invented person ends with.
INVENTED = "@demonstration.example"


def invented(practitioner: Practitioner) -> bool:
    """Whether this is a demonstration, and the person is one of its own."""
    return bool(settings.SHAREWELL_DEMONSTRATION) and practitioner.email.endswith(INVENTED)


@require_http_methods(["GET", "POST"])
@private
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """Everybody there is to be, by organisation."""
    if not settings.SHAREWELL_DEMONSTRATION:
        raise Http404
    if request.method == "POST":
        chosen = _uuid(request.POST.get("who", ""))
        person = get_object_or_404(Practitioner, pk=chosen, email__endswith=INVENTED, closed_at__isnull=True)
        if not homes(person, at=moment()):
            raise Http404
        return finish(request, person, way="demonstration")
    places: dict[str, dict[Practitioner, list[str]]] = {}
    posts = Post.objects.filter(practitioner__email__endswith=INVENTED, from_on__lte=today())
    live = posts.exclude(to_on__lte=today()).filter(practitioner__closed_at__isnull=True)
    for post in live.select_related("practitioner", "organisation").order_by(
        "organisation__name", "practitioner__name"
    ):
        titles = places.setdefault(post.organisation.name, {}).setdefault(post.practitioner, [post.title])
        titles.append(post.get_role_display())
    listed = [(place, list(people.items())) for place, people in places.items()]
    return render(request, "sharewell/signin/demonstration.html", {"places": listed})


def _uuid(written: str) -> UUID:
    try:
        return UUID(written)
    except ValueError:
        raise Http404 from None
