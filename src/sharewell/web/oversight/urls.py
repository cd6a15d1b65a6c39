"""Addresses of oversight. No name, number or date of birth ever stands in one."""

from __future__ import annotations

from django.urls import path

from sharewell.web.oversight import oversight

urlpatterns = [
    path("oversight/", oversight.oversight, name="oversight"),
    path("oversight/glass/<uuid:glass>/", oversight.glass, name="glass-review"),
]
