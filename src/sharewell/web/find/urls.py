"""Addresses of finding a child. No name, number or date of birth ever stands in one."""

from __future__ import annotations

from django.urls import path

from sharewell.web.find import find, glass

urlpatterns = [
    path("find/", find.find, name="find"),
    path("find/ours/", find.ours, name="find-ours"),
    path("find/across/", find.across, name="find-across"),
    path("find/choose/", find.choose, name="find-choose"),
    path("children/<uuid:child>/glass/", glass.glass, name="break-glass"),
]
