"""`plait restore FILE`: a backup, brought back into an empty database."""

import shutil
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

NAME = "restore"
HELP = "Bring a backup back, into an empty database only; every file in it is checked first."
ROLE = "owner"


def arguments(parser: ArgumentParser) -> None:
    """Take the file to read."""
    parser.add_argument("file", type=Path, help="what `plait backup` wrote")


def run(args: Namespace) -> int:
    """Check the archive, then bring back the tables in one transaction, then the documents."""
    from django.conf import settings

    from plait.config.archive import unpack
    from plait.config.client import client

    documents = Path(settings.MEDIA_ROOT)
    refuse_unless_empty(documents)
    documents.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=documents.parent) as folder:
        dump, copies = unpack(args.file, Path(folder))
        words = ["--no-owner", "--no-comments", "--single-transaction", "--exit-on-error"]
        client("pg_restore", *words, "--dbname=", str(dump), role="owner")
        shutil.copytree(copies, documents, dirs_exist_ok=True)
    print(f"Brought back {args.file}. `plait migrate` fits it to this version.")
    return 0


def refuse_unless_empty(documents: Path) -> None:
    """Refuse to write over a record: it is never merged with a backup."""
    from django.db import connection

    from plait.config.refusal import Refusal

    if connection.introspection.table_names():
        raise Refusal(
            "This database already holds a record, and a backup is never mixed into one. "
            "Restore into a new database, or delete this one first with `make reset`."
        )
    if documents.is_dir() and any(documents.iterdir()):
        raise Refusal(f"{documents} already holds documents; move them away first.")
