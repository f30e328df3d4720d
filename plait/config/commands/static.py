"""`plait static`: gather the pages' static files."""

from argparse import ArgumentParser, Namespace

NAME = "static"
HELP = "Gather style sheets, scripts and pictures under hashed names, ready to be served."


def arguments(parser: ArgumentParser) -> None:
    """Take no arguments."""


def run(args: Namespace) -> int:
    """Gather them anew; needs Django but no database."""
    import os

    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plait.config.settings")
    django.setup()
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    return 0
