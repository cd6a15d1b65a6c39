"""The register as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Models and their migrations. Nothing is registered with the admin site, and no signal is used."""

    name = "sharewell.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
