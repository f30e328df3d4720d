"""The product's own settings, and one trivial page beside it to measure against."""

from plait.config.settings import *  # noqa: F403
from plait.config.settings import MIDDLEWARE as OURS

ROOT_URLCONF = "benchmarks.trivial"
# The trivial page leaves the product's way where the session would be read.
_FORK = OURS.index("django.contrib.sessions.middleware.SessionMiddleware")
MIDDLEWARE = [*OURS[:_FORK], "benchmarks.trivial.Shortcut", *OURS[_FORK:]]
