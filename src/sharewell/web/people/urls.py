"""Addresses of these pages. No name, number or date of birth ever stands in one."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
