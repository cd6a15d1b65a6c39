"""The web as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates and static files of the pages. It has no models: the guide keeps nothing."""

    name = "sharewell.web"
    label = "web"
