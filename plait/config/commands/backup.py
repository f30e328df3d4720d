"""`plait backup FILE`: everything in one file."""

import os
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

NAME = "backup"
HELP = "Write the database and every document into one file; pages may be open meanwhile."
ROLE = "maintenance"


def arguments(parser: ArgumentParser) -> None:
    """Take the file to write."""
    parser.add_argument("file", type=Path, help="the file to write; it must not exist yet")


def run(args: Namespace) -> int:
    """Dump the database first: a document it names is never younger than the documents' copy."""
    from django.conf import settings

    from plait.config.archive import write
    from plait.config.client import client
    from plait.config.refusal import Refusal

    if args.file.exists():
        raise Refusal(f"{args.file} is already there; name a new file.")
    if not os.access(args.file.absolute().parent, os.W_OK):
        raise Refusal(f"{args.file.absolute().parent} is not a folder you can write to.")
    with tempfile.TemporaryDirectory(dir=args.file.absolute().parent) as folder:
        dump = Path(folder) / "database.dump"
        client("pg_dump", "--format=custom", "--no-owner", f"--file={dump}", role="maintenance")
        documents = write(args.file, dump, Path(settings.MEDIA_ROOT))
    print(f"Wrote {args.file}: the database and {documents} documents.")
    return 0
