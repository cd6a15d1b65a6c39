"""Addresses of help."""

from __future__ import annotations

from django.urls import path

from sharewell.web.help import views

urlpatterns = [
    path("help/how/", views.how, name="help-how"),
    path("help/ring/", views.ring, name="help-ring"),
    path("help/words/", views.words, name="help-words"),
    path("help/accessibility/", views.accessibility, name="help-accessibility"),
    path("help/privacy/", views.privacy, name="help-privacy"),
]
