"""What doctor and the first check say where no PDF can be made."""

import subprocess
import sys
from pathlib import Path

from plait.config.doctor import checks

CLONE = Path(__file__).resolve().parents[2]


def test_doctor_notes_that_no_pdf_can_be_made_and_calls_nothing_broken(monkeypatch):
    monkeypatch.setattr(checks, "why_no_pdf", lambda: "A PDF cannot be made because Pango is away.")
    [(says, mend, broken)] = checks.CHECKS["papers"]("maintenance")
    assert says.endswith("Pango is away")
    assert not mend
    assert broken is False
    monkeypatch.setattr(checks, "why_no_pdf", lambda: "")
    assert not list(checks.CHECKS["papers"]("maintenance"))


def test_the_first_check_names_what_is_missing_on_each_platform():
    words = (
        "import pango; pango.LIBRARIES = (('libnowhere.so',),); "
        "print(pango.found(), pango.SENTENCE)"
    )
    said = subprocess.run(
        [sys.executable, "-c", words],
        cwd=CLONE / "scripts", capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert said.startswith("False Letters cannot be made as PDF, only as Word")
    assert all(program in said for program in ("apt-get", "dnf", "brew"))


def test_nobody_waits_for_the_libraries_of_papers_at_the_start():
    words = (
        "import sys, plait.ui.paper, plait.standards.calendar_file; "
        "print([n for n in ('weasyprint', 'docx', 'icalendar', 'jinja2') if n in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", words],
        cwd=CLONE, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.strip() == "[]"
