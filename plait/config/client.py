"""PostgreSQL's own client programs, with the password kept off the command line."""

import os
import shutil
import subprocess

from psycopg.conninfo import conninfo_to_dict

from plait.config import database, postgres
from plait.config.postgres import binaries
from plait.config.refusal import Refusal

WORDS = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}


def client(program: str, *words: str, role: str) -> None:
    """Run a client program as a role, or refuse with its last words."""
    urls = database.database_urls()
    if role not in urls:
        raise Refusal(f"Set {database.VARIABLES[role]}: this works as {role}.")
    given = conninfo_to_dict(urls[role])
    place = {WORDS[part]: str(value) for part, value in given.items() if part in WORDS}
    done = subprocess.run(
        [_program(program), *words],
        env=os.environ | place,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Refusal(f"{program} did not finish: {done.stderr.strip()[-500:]}")


def _program(name: str) -> str:
    """Find the program beside the embedded server, or on the PATH for another one."""
    if database.embedded():
        return binaries.find(postgres.home())[name]
    return shutil.which(name) or binaries.find(postgres.home())[name]
