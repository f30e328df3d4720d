"""Make .venv from a lock, with this very interpreter: `python3 scripts/environment.py run|dev`.

Kept to what any Python 3 can read, so that an old one can say what is missing.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys

import pango

CLONE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BOOT = os.path.join(CLONE, ".boot")
VENV = os.path.join(CLONE, ".venv")
STAMP = os.path.join(VENV, "made-from")
COMMAND = '#!/bin/sh\nexec "${0%/*}/python" -P -m plait "$@"\n'


def main(kind):
    """Make the environment unless it is there already; `dev` holds all that `run` needs."""
    stop_if_missing()
    if not pango.found():
        print(pango.SENTENCE, flush=True)  # all else runs without it
    wanted = [digest(one) for one in (kind, "dev")]
    if os.path.exists(STAMP) and read(STAMP) in wanted:
        return
    print("Making the environment in .venv (once) ...", flush=True)
    installer = uv()
    quietly(installer, "venv", "--clear", "--python", sys.executable, VENV)
    python = os.path.join(VENV, "bin", "python")
    lock = os.path.join(CLONE, "requirements", kind + ".lock")
    quietly(installer, "pip", "sync", "--python", python, "--require-hashes", lock)
    link(python)
    write(STAMP, digest(kind))


def stop_if_missing():
    """Name the first thing the machine lacks, with its mend."""
    have = ".".join(map(str, sys.version_info[:2]))
    if sys.version_info < (3, 11):  # noqa: UP036 - this is where an older one is told
        stop(f"Plait needs Python 3.11 or newer and python3 is {have}; put a newer first on PATH.")
    if not shutil.which("git"):
        stop("Plait needs git; install it with your system's package manager (package git).")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        stop(
            "This Python has no venv module; install it "
            f"(Debian and Ubuntu: apt-get install python{have}-venv)."
        )
    if sys.platform.startswith("linux"):
        try:
            ctypes.CDLL("libz.so.1")
        except OSError:
            stop("PostgreSQL needs the library zlib; install it (Debian and Ubuntu: zlib1g).")


def uv():
    """Return the pinned installer, put into .boot the first time."""
    program = os.path.join(BOOT, "bin", "uv")
    pin = os.path.join(CLONE, "requirements", "uv.txt")
    stamp = os.path.join(BOOT, "made-from")
    if os.path.exists(program) and os.path.exists(stamp) and read(stamp) == read(pin):
        return program
    quietly(sys.executable, "-m", "venv", "--clear", BOOT)
    pip = [os.path.join(BOOT, "bin", "python"), "-m", "pip", "--disable-pip-version-check"]
    quietly(*pip, "install", "--require-hashes", "--only-binary", ":all:", "-r", pin)
    write(stamp, read(pin))
    return program


def link(python):
    """Let the environment find the clone, and give it the command `plait`."""
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.check_output([python, "-c", asked], text=True).strip()
    write(os.path.join(packages, "plait.pth"), CLONE + "\n")
    command = os.path.join(VENV, "bin", "plait")
    write(command, COMMAND)
    os.chmod(command, 0o755)


def quietly(*command):
    """Run a command; show what it said only when it fails."""
    kept = {
        key: value for key, value in os.environ.items() if key not in ("VIRTUAL_ENV", "UV_PYTHON")
    }
    kept["UV_PYTHON_DOWNLOADS"] = "never"
    kept.setdefault("UV_SYSTEM_CERTS", "1")  # trust what the machine trusts, its proxy included
    done = subprocess.run(
        command, env=kept, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        sys.stderr.write(done.stdout)
        stop("The environment could not be made; the lines above say why.")


def digest(kind):
    """Say in one line what an environment of this kind is made from."""
    made = hashlib.sha256((CLONE + sys.version).encode())
    for name in (kind + ".lock", "uv.txt"):
        with open(os.path.join(CLONE, "requirements", name), "rb") as file:
            made.update(file.read())
    return kind + " " + made.hexdigest()


def read(path):
    """Return a file's text."""
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, words):
    """Write a file's text."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(words)


def stop(sentence):
    """End with one sentence."""
    sys.exit(sentence)


if __name__ == "__main__":
    main(sys.argv[1])
