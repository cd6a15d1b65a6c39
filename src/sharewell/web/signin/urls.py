"""Addresses of these pages. No name, number or date of birth ever stands in one."""

from __future__ import annotations

from django.urls import path

from sharewell.web.signin import password

urlpatterns = [path("sign-in/", password.sign_in, name="sign-in")]
