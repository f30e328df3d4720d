"""What a command says when it cannot do what was asked, and how a page's refusal is logged."""

import logging


class Refusal(Exception):
    """One sentence for the person at the terminal: what is wrong and what mends it."""


class NoTraceOfRefusals(logging.Filter):
    """A page that refuses is no accident: its line in the log carries no traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name == "django.request" and record.levelno < logging.ERROR:
            record.exc_info = record.exc_text = None
        return True
