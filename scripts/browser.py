"""Print the path of a Chromium or Chrome for the journeys, installing one where that can be."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
INSTALLERS = {
    "apt-get": [["apt-get", "update"], ["apt-get", "install", "--yes", "chromium"]],
    "dnf": [["dnf", "install", "--assumeyes", "chromium"]],
    "apk": [["apk", "add", "chromium"]],
}


def find() -> str | None:
    """Return the first browser that answers to its name and starts."""
    places = [os.environ.get("PLAIT_CHROMIUM"), *map(shutil.which, NAMES), *MAC]
    return next((place for place in places if place and _starts(place)), None)


def install() -> None:
    """Install Chromium by the platform's own means; only root can."""
    if os.geteuid() != 0:
        return
    for program, commands in INSTALLERS.items():
        if shutil.which(program):
            print("Installing Chromium for the browser journeys ...", file=sys.stderr)
            quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
            for command in commands:
                subprocess.run(command, env=quiet, stdout=sys.stderr, check=False)
            return


def _starts(place: str) -> bool:
    try:
        return (
            subprocess.run([place, "--version"], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


if __name__ == "__main__":
    browser = find()
    if browser is None:
        install()
        browser = find()
    if browser is None:
        sys.exit(
            "The browser journeys need Chromium or Chrome: install one "
            "(Debian: apt-get install chromium), or name one in PLAIT_CHROMIUM."
        )
    print(browser)
