"""The data folder: made once, whole or not at all, and never opened by another major version."""

import os
import shutil
import subprocess

from plait.config.postgres.account import Account, server_account, setup_account
from plait.config.postgres.binaries import Binaries, find, readable_by
from plait.config.postgres.home import Home
from plait.config.postgres.passwords import SUPERUSER
from plait.config.refusal import Refusal

HOW_TO_MAKE_IT = (
    "--encoding=UTF8",
    "--locale=C.UTF-8",  # the same order of words on every machine
    "--auth-local=peer",  # until the superuser has a password
    "--auth-host=reject",
    "--no-instructions",
)
ONLY_WITH_A_PASSWORD = "local all all scram-sha-256\n"


def prepare(home: Home, superuser_password: str) -> tuple[Binaries, Account]:
    """Make the data folder if it is not there; return the programs and their account."""
    account = server_account(home)
    if not account.may_pass(home.folder):
        raise Refusal(
            f"PostgreSQL never runs as root, and the account it would have cannot enter "
            f"{home.folder}. Set PLAIT_HOME to a folder outside root's own, such as /srv/plait."
        )
    if os.geteuid() == 0:
        os.chown(home.folder, 0, account.gid)
        home.folder.chmod(0o710)  # the server may pass through to its data, and see nothing else
    programs = readable_by(account, find(home), home)
    if home.data.exists():
        _same_major(home, programs)
    else:
        _make(home, programs, account, superuser_password)
    return programs, account


def _same_major(home: Home, programs: Binaries) -> None:
    version = home.data / "PG_VERSION"
    if not version.exists():
        raise Refusal(f"{home.data} is not a PostgreSQL data folder. Move it away, or make reset.")
    major = int(version.read_text())
    if major != programs.major:
        raise Refusal(
            f"{home.data} was written by PostgreSQL {major} and the programs here are "
            f"{programs.major}. Run `plait backup` with the old version, then `make reset` and "
            f"`plait restore` with this one."
        )


def _make(home: Home, programs: Binaries, server: Account, superuser_password: str) -> None:
    part = home.folder / "data.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    maker = setup_account(server)
    maker.own(part)
    _run(
        [programs["initdb"], "-D", str(part), "-U", SUPERUSER, *HOW_TO_MAKE_IT],
        maker,
    )
    _run(
        [programs["postgres"], "--single", "-D", str(part), "template1"],
        maker,
        f"ALTER ROLE {SUPERUSER} PASSWORD '{superuser_password}'\n",
    )
    (part / "pg_hba.conf").write_text(ONLY_WITH_A_PASSWORD)
    server.own(part)
    part.rename(home.data)


def _run(command: list[str], account: Account, words: str = "") -> None:
    done = subprocess.run(
        command,
        check=False,
        input=words,
        capture_output=True,
        text=True,
        cwd="/",
        umask=0o077,
        env=clean_environment(),
        **account.how(),
    )
    if done.returncode:
        last = (done.stderr.strip() or "no reason given").splitlines()[-1]
        raise Refusal(f"The database could not be made: {last}")


def clean_environment() -> dict[str, str]:
    """Return an environment without anyone's PostgreSQL settings in it."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    return kept | {"LC_ALL": "C", "TZ": "UTC"}
