"""Which place a passkey is good for: the host that this request came to."""

from __future__ import annotations

from django.http import HttpRequest

from sharewell.casework.add_passkey import Site


def site_of(request: HttpRequest) -> Site:
    """The host without its port, and the origin as the browser writes it."""
    host = request.get_host()
    return Site(host=host.rsplit(":", 1)[0] if not host.endswith("]") else host, origin=f"{request.scheme}://{host}")
