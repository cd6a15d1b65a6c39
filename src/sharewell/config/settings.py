"""Settings. What differs between places comes from the environment; docs/how-to/run-the-web.md lists the names."""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF

from sharewell.casework.single_sign_on.provider import provider_from
from sharewell.config.database import database_from
from sharewell.config.ledger_key import ledger_key
from sharewell.config.place import place_from
from sharewell.config.secret import secret_key

_CHECKOUT = Path(__file__).resolve().parents[3]

#: What the service makes for itself: the embedded database, collected static files, a key. Never in the repository.
DATA = Path(
    os.environ.get("SHAREWELL_DATA") or (_CHECKOUT if (_CHECKOUT / "Makefile").exists() else Path.cwd()) / "var"
)

DEBUG = os.environ.get("SHAREWELL_DEBUG") == "yes"
SECRET_KEY = secret_key(DATA)
ALLOWED_HOSTS = (os.environ.get("SHAREWELL_HOSTS") or "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "sharewell.web",
    "sharewell.register",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "sharewell.web.guard.same_origin",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "sharewell.web.busy.Busy",
]
ROOT_URLCONF = "sharewell.config.urls"
WSGI_APPLICATION = "sharewell.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["sharewell.web.frame.frame", "sharewell.web.record.frame.record_frame"],
            "builtins": ["sharewell.web.templatetags.sharewell"],
        },
    }
]

# The embedded database, or PostgreSQL where SHAREWELL_DATABASE names one. Nothing that the guide is told is ever in it.
DATABASES = {"default": database_from(os.environ.get("SHAREWELL_DATABASE", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

# Static files by the name of their content, so that a browser may keep them for ever. A council's own sheet and logo
# come from a folder of its own, laid over ours.
BRAND = os.environ.get("SHAREWELL_BRAND", "")
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [BRAND] if BRAND else []
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# What a form may be: the largest state of the guide is a few kilobytes.
DATA_UPLOAD_MAX_MEMORY_SIZE = 200_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 600
# One file at most, and none but where a page asks for one: everywhere else the first handler refuses it.
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_HANDLERS = ["sharewell.web.holding.upload.NoFile"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
# Signing in starts a session; before that no cookie is set, save on the page that signs in, whose form needs one.
AUTH_USER_MODEL = "register.Practitioner"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "sharewell.web.refusal.views.forged"

HTTPS = os.environ.get("SHAREWELL_HTTPS") == "yes"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"

# The log holds no answer, no form and no message of an error: see sharewell.web.logs.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "sharewell.web.logs.Plain"}},
    "filters": {"discreet": {"()": "sharewell.web.logs.Discreet"}},
    "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["discreet"]}},
    "root": {"handlers": ["stream"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stream"], "level": "WARNING", "propagate": False}},
}

# Sharewell's own.
SHAREWELL_LEDGER_KEY = ledger_key(DATA)
SHAREWELL_PACK = os.environ.get("SHAREWELL_PACK") or "england"
SHAREWELL_PLACE = place_from(os.environ.get("SHAREWELL_PLACE", ""))
#: Where the content of files lies: no server serves this folder.
SHAREWELL_FILES = os.environ.get("SHAREWELL_FILES") or str(DATA / "files")
#: The malware scanner: `unix:` and a socket, `tcp:` with host and port, or `command:`; see casework.scan_content.
SHAREWELL_SCANNER = os.environ.get("SHAREWELL_SCANNER", "")
#: Whom we ask who somebody is, besides our own passwords; None where it is nobody.
SHAREWELL_SINGLE_SIGN_ON = provider_from(os.environ)
#: Every page says that its people are invented; `make run` sets it, a real deployment does not.
SHAREWELL_DEMONSTRATION = os.environ.get("SHAREWELL_DEMONSTRATION") == "yes"
#: Whether its invented people may be signed in as from other machines too.
SHAREWELL_DEMONSTRATION_ANYWHERE = os.environ.get("SHAREWELL_DEMONSTRATION_ANYWHERE") == "yes"
