"""Find Pango, which letters and plans need to become PDF, installing it where that can be.

Kept to what any Python 3 can read: scripts/environment.py asks it before there is an environment.
"""

import ctypes
import os
import shutil
import subprocess
import sys

# Each needed library by the names it has on Linux and on macOS.
LIBRARIES = (
    ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
)
INSTALLERS = {
    "apt-get": [
        ["apt-get", "update"],
        [
            "apt-get",
            "install",
            "--yes",
            "libpango-1.0-0",
            "libpangoft2-1.0-0",
            "libharfbuzz-subset0",
        ],
    ],
    "dnf": [["dnf", "install", "--assumeyes", "pango", "harfbuzz"]],
    "apk": [["apk", "add", "pango", "harfbuzz-subset"]],
}
SENTENCE = (
    "Letters cannot be made as PDF, only as Word, because the system's Pango library is missing; "
    "install it (Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0; Fedora: dnf install pango; macOS: brew install pango)."
)


def found():
    """Say whether every library answers to one of its names."""
    return all(any(_opens(name) for name in names) for names in LIBRARIES)


def install():
    """Install it by the platform's own means; only root can."""
    if os.geteuid() != 0:
        return
    for program, commands in INSTALLERS.items():
        if shutil.which(program):
            print("Installing Pango for the papers ...", file=sys.stderr)
            quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
            for command in commands:
                subprocess.run(command, env=quiet, stdout=sys.stderr, check=False)
            return


def _opens(name):
    for folder in ("", "/opt/homebrew/lib/", "/usr/local/lib/"):
        try:
            ctypes.CDLL(folder + name)
        except OSError:
            continue
        return True
    return False


if __name__ == "__main__":
    if not found():
        install()
    if not found():
        sys.exit(SENTENCE)
