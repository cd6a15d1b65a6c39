"""Addresses of a child’s record. No name, number or date of birth ever stands in one."""

from __future__ import annotations

from django.urls import path

from sharewell.web.child import overview

urlpatterns = [
    path("children/<uuid:child>/", overview.overview, name="child"),
]
