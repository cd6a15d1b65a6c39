"""The way in for a server. The rules of today are read and made ready before the first person comes."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sharewell.config.settings")
application = get_wsgi_application()

from sharewell.web.reading.shelf import preload  # noqa: E402  it needs the settings that the line above loads

preload()
