"""Signing in as an invented person, at one press. Only where the deployment is a demonstration, and only as them.

Three locks, each time: the setting; an address that no real account can have; and whoever asks sits at this very
machine, or a second setting says that they need not (`SHAREWELL_DEMONSTRATION_ANYWHERE=yes`).
"""

from __future__ import annotations

from ipaddress import ip_address
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from sharewell.casework.demonstration.people import DOMAIN
from sharewell.casework.themself import homes
from sharewell.register.practitioner import Post, Practitioner
from sharewell.web.clock import moment, today
from sharewell.web.signin.finish import finish
from sharewell.web.signin.private import private

#: What the address of every invented person ends with.
INVENTED = f"@{DOMAIN}"
#: What a proxy in front adds: then the nearest machine is the proxy, and says nothing about who asks.
_PASSED_ON = ("X-Forwarded-For", "Forwarded", "X-Real-Ip", "Via")


def invented(practitioner: Practitioner) -> bool:
    """Whether this is a demonstration, and the person is one of its own."""
    return bool(settings.SHAREWELL_DEMONSTRATION) and practitioner.email.endswith(INVENTED)


def offered(request: HttpRequest) -> bool:
    """Whether whoever asks may be somebody invented."""
    anywhere = settings.SHAREWELL_DEMONSTRATION_ANYWHERE or _at_this_machine(request)
    return bool(settings.SHAREWELL_DEMONSTRATION) and anywhere


def _at_this_machine(request: HttpRequest) -> bool:
    if any(name in request.headers for name in _PASSED_ON):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


@require_http_methods(["GET", "POST"])
@private
def sign_in_as(request: HttpRequest) -> HttpResponse:
    """Everybody there is to be, by organisation."""
    if not offered(request):
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
