"""Addresses of the list of one's own work."""

from __future__ import annotations

from django.urls import path

from sharewell.web.record import work

urlpatterns = [path("work/", work.work, name="work")]
