"""Settings, in the order of Django's own list; the environment is read through config.env.

Longer than the house's 150 lines because allauth wants each of its forms named; a second file of
settings would be one more place to look.
"""

from pathlib import Path

import django_stubs_ext
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from config import env

django_stubs_ext.monkeypatch()  # ModelForm[Entry] is written as Django's types want it

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = env.path("BACKBEAT_DATA", BASE_DIR / ".data")  # database, secret key, lock files

# Core
DEBUG = env.flag("DEBUG")
HTTPS = env.flag("HTTPS")  # served over https by a proxy in front
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0)  # how many proxies stand in front

ALLOWED_HOSTS = env.words("ALLOWED_HOSTS") or ["localhost", "127.0.0.1", "[::1]"]
ADMINS: list[str] = []  # no error mail: a traceback may hold what a person wrote

BACKENDS = "django.core.cache.backends"
CACHES = {  # rate limits count once for all workers; what is the same for all is drawn once each
    "default": {"BACKEND": f"{BACKENDS}.db.DatabaseCache", "LOCATION": "cache"},
    "template_fragments": {
        "BACKEND": f"{BACKENDS}.locmem.LocMemCache",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 2000},  # every page and every row of the library once, and more
    },
}

CSRF_FAILURE_VIEW = "config.resend.csrf_failure"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True  # forms carry the token; the player reads it from its page
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")

DATABASES = {
    "default": {
        **(env.database("DATABASE_URL") or {"ENGINE": "config.embedded", "NAME": "backbeat"}),
        "CONN_MAX_AGE": None,  # a new connection costs 4 ms a request
        "CONN_HEALTH_CHECKS": True,  # ... and a restarted server is noticed
    },
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000  # no form of ours comes near
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4_000  # a routine of 200 steps is told that it is too long
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", "backbeat@localhost")
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # our own field template

INSTALLED_APPS = [
    "config",
    "journal",
    "routines",
    "points",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",  # its widget templates, for the renderer above
    "django_htmx",
]

LANGUAGE_CODE = "en-gb"  # 24-hour times, day before month
LANGUAGES = [("en-gb", _("English"))]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}

MAILERS = {"default": env.mailer()}

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "config.middleware.PrivacyMiddleware",
    "config.middleware.LogInRedirectMiddleware",
    "config.resend.LogInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.accounts.middleware.AccountPagesMiddleware",
    "config.middleware.PartialMiddleware",
]
ROOT_URLCONF = "config.urls"

SECRET_KEY = env.text("SECRET_KEY") or env.kept(DATA_DIR / "secret-key")
if DEBUG and not SECRET_KEY:
    SECRET_KEY = "only-for-development"  # noqa: S105 - never reached unless DEBUG is set by hand

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "img-src": [CSP.SELF, "blob:"],  # the player draws the figure of a hold for the lock screen
    "media-src": [CSP.SELF, "blob:"],  # ... and makes the sound of a hold as one track
    "object-src": [CSP.NONE],
}
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # sibling hosts are not ours to close
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None

CONTEXT = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "config.context.look",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": CONTEXT},
    }
]
TIME_ZONE = "UTC"  # people's own zones are kept with them; rows are stored in UTC
USE_TZ = True
X_FRAME_OPTIONS = "DENY"

# django.contrib.auth and sessions
AUTHENTICATION_BACKENDS = ["config.accounts.backend.PersonBackend"]
RULES = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{RULES}.UserAttributeSimilarityValidator"},
    {"NAME": f"{RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{RULES}.CommonPasswordValidator"},
]
LOGIN_REDIRECT_URL = "today"
LOGIN_URL = "account_login"
LOGOUT_REDIRECT_URL = "today"
PASSWORD_HASHERS = ["config.hashers.SmallArgon2Hasher"]
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60  # two months: a log-in form on a bad day is one too many
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
SESSION_COOKIE_SECURE = HTTPS

# django.contrib.staticfiles and whitenoise
STATIC_ROOT = env.path("STATIC_ROOT", BASE_DIR / ".static")
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
PLAIN, LEAN = (
    "django.contrib.staticfiles.storage.StaticFilesStorage",
    "config.lean_files.LeanStorage",
)
STORAGES = {"staticfiles": {"BACKEND": PLAIN if DEBUG else LEAN}}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # nothing asks for the others; half the work
WHITENOISE_USE_FINDERS = DEBUG

# django-allauth
ACCOUNT_ADAPTER = "config.accounts.adapter.AccountAdapter"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # no letters to people who have no account
ACCOUNT_EMAIL_VERIFICATION = "none"  # an address is optional and only used to reset a password
ACCOUNT_FORMS = {
    "add_email": "config.accounts.forms.AddAddressForm",
    "change_password": "config.accounts.forms.ChangePasswordForm",
    "login": "config.accounts.forms.LogInForm",
    "reauthenticate": "config.accounts.forms.ConfirmPasswordForm",
    "reset_password": "config.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "config.accounts.forms.NewPasswordForm",
    "set_password": "config.accounts.forms.SetPasswordForm",
    "signup": "config.accounts.forms.SignUpForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_MAX_EMAIL_ADDRESSES = 3
ACCOUNT_RATE_LIMITS = {"try_sample": "20/h/ip"}  # each sample person is a thousand rows
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_USERNAME_BLACKLIST = ["admin", "backbeat", "sample"]
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an address is optional here, a second step is not the less so
MFA_FORMS = {
    "activate_totp": "config.accounts.forms.ActivateCodesForm",
    "add_webauthn": "config.accounts.forms.AddPasskeyForm",
    "authenticate": "config.accounts.forms.CodeForm",
    "edit_webauthn": "config.accounts.forms.RenamePasskeyForm",
    "reauthenticate": "config.accounts.forms.ConfirmCodeForm",
}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_TOTP_ISSUER = "Backbeat"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # browsers allow it on localhost alone

# Backbeat
LIBRARY_PERSONAL = "routines.library.personal"  # the library knows no person, only whom to ask
