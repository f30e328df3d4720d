"""The product's own settings, and one trivial page beside it to measure against."""

from plait.config.settings import *  # noqa: F403
from plait.config.settings import MIDDLEWARE as OURS

ROOT_URLCONF = "benchmarks.trivial"
# The trivial page stands before the reader's transaction: it reads session and user, no more.
MIDDLEWARE = [
    name if name != "plait.access.middleware.ReaderMiddleware" else "benchmarks.trivial.Shortcut"
    for name in OURS
]
