"""The site's settings for a test run: a throw-away cluster, and nothing collected."""

import atexit
import os
import shutil
import tempfile

STAGE = tempfile.mkdtemp(prefix="backbeat-test-")
atexit.register(shutil.rmtree, STAGE, ignore_errors=True)
os.environ["BACKBEAT_DATA"] = STAGE
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ["STATIC_ROOT"] = f"{STAGE}-static"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps a loop in the main thread
for name in ("DEBUG", "HTTPS", "ALLOWED_HOSTS", "EMAIL_HOST", "TRUSTED_PROXIES"):
    os.environ.pop(name, None)

from config.settings import *  # noqa: E402, F403 - read after the environment is set
from config.settings import CACHES, DATABASES, STORAGES  # noqa: E402

CACHES = CACHES | {  # a test that changes a row sees it at once
    "template_fragments": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
}
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a suite logs in often
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
WHITENOISE_AUTOREFRESH = True  # static files are found where they lie
DATABASES["default"] |= {
    "CONN_MAX_AGE": 0,  # a live server's threads leave none behind
    "OPTIONS": {"options": "-c synchronous_commit=off"},  # no power cut is survived here
}
