"""Settings for tests: the same, with plain static files, a database in memory and a place that does not exist."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("SHAREWELL_SECRET_KEY", "only-for-tests-" + "x" * 40)
os.environ.setdefault("SHAREWELL_DATA", tempfile.gettempdir())

os.environ.setdefault(
    "SHAREWELL_LEDGER_KEY",
    "PRIVATE+KEY+ledger.example.org/tests+a8800041+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f",
)

from sharewell.config.settings import *  # noqa: F403  the environment comes first
from sharewell.web.place import Line, Place

if os.environ.get("SHAREWELL_TEST_ON") == "postgresql":  # started by tests/postgresql.py
    DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "postgres"}}
else:
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
# A slow hash is for passwords that matter.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
SHAREWELL_PLACE = Place(
    organisation="Aldermere",
    duty=Line("Aldermere duty desk", "01632 960 123", hours="8.30am to 5pm"),
    advice=(Line("Advice line for practitioners", "01632 960 148", hours="8.30am to 5pm, Monday to Friday"),),
)
