"""Settings. Everything an area changes comes from the environment; see docs/settings.md."""

import os
from pathlib import Path

from plait.config.database import django_databases
from plait.config.postgres import home
from plait.config.secret import secret_key

ROOT = Path(__file__).resolve().parent.parent


def _flag(name: str, default: bool) -> bool:
    return os.environ.get(name, "1" if default else "0").lower() in ("1", "true", "yes", "on")


DEBUG = False
SECRET_KEY = secret_key()
# By default only this machine; PLAIT_HOSTS names others ("plait.example.gov.uk,...").
ALLOWED_HOSTS = os.environ.get("PLAIT_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("PLAIT_ORIGINS", "").split(",") if o]

APPS = [
    "people", "journal", "access", "cases", "assessment", "plans", "attendance",
    "provision", "health", "support", "watch", "child", "family", "insight", "returns", "intake",
    "desk",
]  # fmt: skip
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "procrastinate.contrib.django",
    "plait.ui.apps.UiConfig",
    *(f"plait.{name}.apps.{name.capitalize()}Config" for name in APPS),
    "plait.config.apps.ConfigConfig",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "plait.access.middleware_door.DoorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "plait.config.middleware_sign_in.SessionEnds",
    "plait.access.middleware.ReaderMiddleware",
    "plait.config.language.LanguageMiddleware",
    "plait.config.middleware_sign_in.SecondProof",
    "plait.config.navigation.NavigationMiddleware",
    "axes.middleware.AxesMiddleware",
    "plait.access.middleware_sent_once.SentOnceMiddleware",
]
ROOT_URLCONF = "plait.config.urls"
WSGI_APPLICATION = "plait.config.wsgi.application"

_TEMPLATE_FOLDERS = [ROOT / name / "templates" for name in ("ui", *APPS, "config")]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": _TEMPLATE_FOLDERS,
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "plait.ui.jinja.environment",
            "context_processors": [
                "django.contrib.messages.context_processors.messages",
                "plait.ui.context.page",
                "plait.config.sign_in.other_ways",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = django_databases()
DATABASE_ROUTERS = ["plait.config.router.OneDatabase"]
PLAIT_DB_ROLES = {
    "app": os.environ.get("PLAIT_DB_ROLE_APP", "plait_app"),
    "worker": os.environ.get("PLAIT_DB_ROLE_WORKER", "plait_worker"),
    "maintenance": os.environ.get("PLAIT_DB_ROLE_MAINTENANCE", "plait_maintenance"),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "plait.config.sign_in.ClosedAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # before an address or a second proof is changed
# Wrong codes are counted here, in each process; wrong passwords by django-axes, in the database.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/300s/key"}
MFA_ADAPTER = "plait.config.sign_in.StaffKeepOne"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Plait"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "plait.config.sign_in.username_of"
AXES_LOCKOUT_TEMPLATE = "account/locked_out.html"
AXES_RESET_ON_SUCCESS = True

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

SESSION_ENGINE = "plait.access.sessions"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# A browser on this machine speaks plain HTTP; anything else must come over TLS.
_TLS = _flag("PLAIT_TLS", False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _TLS else None
SECURE_HSTS_SECONDS = 31_536_000 if _TLS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

LANGUAGE_CODE = "en-gb"
# Each by its own name. The family's pages have them all; catalogues are in plait/locale.
LANGUAGES = [("en-gb", "English"), ("pl", "Polski"), ("ur", "اردو")]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("PLAIT_STATIC") or home().folder / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": os.environ.get(
            "PLAIT_STATIC_STORAGE", "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}
MEDIA_ROOT = Path(os.environ.get("PLAIT_DOCUMENTS") or home().documents)
# The keys of partners that send hashes in the place of names: a file each, its owner's alone.
PLAIT_HASH_KEYS = Path(os.environ.get("PLAIT_HASH_KEYS") or home().folder / "hash-keys")
WHITENOISE_MIMETYPES = {".mjs": "text/javascript"}

FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 0
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
PLAIT_LARGEST_RETURN = 250 * 1024 * 1024
# How often one sending key may knock in a minute; counted in its own row, by all processes alike.
PLAIT_API_PER_MINUTE = int(os.environ.get("PLAIT_API_PER_MINUTE", "60"))
# A folder with AREA/SENDER within, which the worker watches (plait/intake/watched.py); or none.
PLAIT_FEEDS = os.environ.get("PLAIT_FEEDS", "")
PLAIT_LARGEST_DOCUMENT = 25 * 1024 * 1024

EMAIL_BACKEND = os.environ.get("PLAIT_EMAIL", "django.core.mail.backends.console.EmailBackend")
# Where Django's file backend puts e-mail, if PLAIT_EMAIL names it; for trying things out.
EMAIL_FILE_PATH = os.environ.get("PLAIT_EMAIL_FOLDER") or None
# The file of providers people may sign in through (plait/access/openid/providers.py says how).
PLAIT_OPENID = os.environ.get("PLAIT_OPENID", "")
# What carries text messages; by default they are printed where the server runs.
PLAIT_TEXTS = os.environ.get("PLAIT_TEXTS", "plait.family.port.Console")
PLAIT_NOTIFY = {
    "key": os.environ.get("PLAIT_NOTIFY_KEY", ""),
    "address": os.environ.get("PLAIT_NOTIFY_ADDRESS", "https://api.notifications.service.gov.uk"),
    "text_template": os.environ.get("PLAIT_NOTIFY_TEXT_TEMPLATE", ""),
    "email_template": os.environ.get("PLAIT_NOTIFY_EMAIL_TEMPLATE", ""),
}
# Where the site is, for links in letters that no page asked for.
PLAIT_SITE = os.environ.get("PLAIT_SITE", "http://localhost:8000")
DEFAULT_FROM_EMAIL = os.environ.get("PLAIT_EMAIL_FROM", "plait@localhost")
PLAIT_BRAND = os.environ.get("PLAIT_BRAND_COLOUR", "")
# The virus scanner's socket (clamd); without it nothing is scanned, and doctor says so.
PLAIT_CLAMD = os.environ.get("PLAIT_CLAMD", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"refusals": {"()": "plait.config.refusal.NoTraceOfRefusals"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["refusals"],
        }
    },
    "root": {"handlers": ["stderr"], "level": os.environ.get("PLAIT_LOG", "WARNING")},
}
