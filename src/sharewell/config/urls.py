"""Every address. The rooms of the web keep their own."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("sharewell.web.urls"))]

handler400 = "sharewell.web.refusal.views.unreadable"
handler403 = "sharewell.web.refusal.views.forbidden"
handler404 = "sharewell.web.refusal.views.missing"
handler500 = "sharewell.web.refusal.views.broken"
