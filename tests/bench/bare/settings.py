"""Settings of the bare site: a new project's middleware, and a database beside ours."""

import os
from pathlib import Path

DATA_DIR = Path(os.environ["BACKBEAT_DATA"])
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
DATABASES = {
    "default": {
        "ENGINE": "config.embedded",
        "NAME": "bare",
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    },
}
INSTALLED_APPS = [
    "tests.bench.bare",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
MIGRATION_MODULES = {"auth": None, "contenttypes": None, "sessions": None}  # one sync is enough
ROOT_URLCONF = "tests.bench.bare.urls"
SESSION_COOKIE_NAME = "session"
CSRF_COOKIE_NAME = "csrf"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ],
        },
    },
]
TIME_ZONE = "UTC"
USE_TZ = True
