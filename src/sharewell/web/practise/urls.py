"""Addresses of the exercises. What somebody chose is in a form, never in an address."""

from __future__ import annotations

from django.urls import path

from sharewell.web.practise import exercise, induction

urlpatterns = [
    path("practise/", exercise.front, name="practise"),
    path("practise/induction/", induction.induction, name="induction"),
    path("practise/induction/certificate/", induction.certificate, name="certificate"),
    path("practise/<slug:scenario>/", exercise.exercise, name="exercise"),
]
