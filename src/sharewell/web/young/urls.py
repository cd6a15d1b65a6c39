"""Addresses for children and young people."""

from __future__ import annotations

from django.urls import path

from sharewell.web.young import views

urlpatterns = [
    path("young/", views.front, name="young"),
    path("young/8-11/", views.younger, name="young-8-11"),
    path("young/12-17/", views.older, name="young-12-17"),
    path("young/easy/", views.easy, name="young-easy"),
    path("young/your-say/", views.your_say, name="young-your-say"),
]
