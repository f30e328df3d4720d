"""Make the catalogues of the family's and the stranger's pages: read, merge, compile.

`python scripts/catalogues.py` reads every sentence of the files below, adds the new ones to
plait/locale/LANGUAGE/LC_MESSAGES/django.po without losing a translation, takes out those no page
says any more, and writes the .mo files, which are kept in the repository so that a run needs no
tool. `--check` writes nothing and fails where a sentence has no translation.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

CLONE = Path(__file__).resolve().parents[1]
LOCALE = CLONE / "plait" / "locale"
LANGUAGES = ("pl", "ur")
# What a family, or somebody without an account, reads; staff pages are in English.
PAGES = (
    "plait/family/templates/family/*.html",
    "plait/family/**/*.py",
    "plait/child/templates/child/page_of_child.html",
    "plait/child/templates/child/legal_date.html",
    "plait/child/pages/told.py",
    "plait/child/pages/heading.py",
    "plait/child/pages/legal_dates.py",
    "plait/child/pages/next.py",
    "plait/child/pages/standing_words.py",
    "plait/assessment/templates/assessment/_appointments.html",
    "plait/assessment/templates/assessment/_asked_again.html",
    "plait/assessment/templates/assessment/_for_family.html",
    "plait/assessment/templates/assessment/ask*.html",
    "plait/assessment/actions/asking.py",
    "plait/assessment/forms/asking.py",
    "plait/assessment/pages/advice.py",
    "plait/assessment/pages/again.py",
    "plait/assessment/pages/appointments.py",
    "plait/assessment/pages/asking.py",
    "plait/assessment/question*.py",
    "plait/attendance/actions/answers.py",
    "plait/attendance/barrier_words.py",
    "plait/attendance/forms/*.py",
    "plait/attendance/pages/*.py",
    "plait/attendance/templates/attendance/_*.html",
    "plait/standards/attendance/barriers.py",
    "plait/health/pages/for_family.py",
    "plait/health/templates/health/_for_family.html",
    "plait/watch/pages_team.py",
    "plait/watch/templates/watch/_*_for_family.html",
    "plait/plans/forms/around.py",
    "plait/plans/pages/around.py",
    "plait/plans/pages/budget.py",
    "plait/plans/pages/changes.py",
    "plait/plans/pages/plan_words.py",
    "plait/plans/pages/read.py",
    "plait/plans/templates/plans/_budget.html",
    "plait/plans/templates/plans/_statement.html",
    "plait/plans/templates/plans/changes.html",
    "plait/plans/templates/plans/easy.html",
    "plait/plans/templates/plans/help.html",
    "plait/plans/templates/plans/plan.html",
    "plait/plans/templates/plans/read.html",
    "plait/plans/templates/plans/say.html",
    "plait/plans/templates/plans/thread.html",
    "plait/plans/views/family.py",
    "plait/provision/forms/at_home.py",
    "plait/provision/pages/mine.py",
    "plait/provision/templates/provision/my_*.html",
    "plait/provision/views/mine.py",
    "plait/standards/home_education/*.py",
    "plait/access/templates/access/guest_*.html",
    "plait/access/templates/access/link_*.html",
    "plait/access/templates/access/lost_noted.html",
    "plait/access/templates/access/privacy.html",
    "plait/ui/templates/40*.html",
    "plait/ui/templates/account/login.html",
    "plait/ui/templates/account/logout.html",
    "plait/ui/templates/plait/base.html",
    "plait/ui/templates/plait/footer.html",
    "plait/ui/templates/plait/header.html",
    "plait/ui/templates/plait/preferences.html",
    "plait/ui/templates/plait/privacy.html",
    "plait/ui/templates/plait/components/card.html",
    "plait/ui/templates/plait/components/lists.html",
    "plait/ui/templates/plait/components/notices.html",
    "plait/ui/templates/plait/components/table.html",
    "plait/ui/fields.py",
    "plait/ui/forms.py",
    "plait/ui/pagination.py",
    "plait/ui/preferences.py",
    "plait/ui/words.py",
    "plait/config/navigation.py",
)
# Templates of families' own folders that only staff read.
FOR_STAFF = (
    "family/answer.html",
    "family/inbox.html",
    "assessment/asked.html",
    "assessment/asked_answer.html",
    "assessment/asked_frame.html",
    "assessment/asked_one.html",
    "assessment/ask_advice.html",
    "assessment/ask_staff.html",
)
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None, "now": None,
    "later": None, "lazily": None, "ngettext": (1, 2), "N_": None,
}  # fmt: skip
HEADER = (
    "# Translated by the makers of Plait; needs a translator's check before it is relied on.\n#"
)


def files() -> Iterator[Path]:
    """Give each file whose sentences are translated."""
    for pattern in PAGES:
        for path in sorted(CLONE.glob(pattern)):
            if not path.as_posix().endswith(FOR_STAFF) and "migrations" not in path.parts:
                yield path


def sentences() -> dict[str | tuple[str, str], str]:
    """Give every sentence that is translated, with the file it was first met in."""
    found: dict[str | tuple[str, str], str] = {}
    for path in files():
        how = "jinja2.ext:babel_extract" if path.suffix == ".html" else "python"
        options = {"trimmed": "true"} if path.suffix == ".html" else {}
        for _, message, _, _ in extract_from_file(how, path, KEYWORDS, options=options):
            whole = message if isinstance(message, str) else tuple(message)
            found.setdefault(whole, path.relative_to(CLONE).as_posix())
    return found


def held(language: str) -> Catalog:
    """Read a catalogue as it is kept."""
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return Catalog(locale=language, domain="django")
    with path.open("rb") as lines:
        return read_po(lines, locale=language, domain="django")


def merged(language: str) -> Catalog:
    """Give a catalogue of today's sentences, each with the translation that is held."""
    before = held(language)
    made = Catalog(
        locale=language, domain="django", project="Plait", header_comment=HEADER, fuzzy=False
    )
    made.creation_date = made.revision_date = datetime(2026, 1, 1, tzinfo=UTC)  # the same each time
    for sentence, where in sorted(sentences().items(), key=lambda one: str(one[0])):
        old = before.get(sentence if isinstance(sentence, str) else sentence[0])
        made.add(sentence, old.string if old else None, locations=[(where, None)])
    return made


def missing(language: str) -> list[str]:
    """Give the sentences that a language does not have yet."""
    return [
        str(message.id)
        for message in merged(language)
        if message.id
        and not all([message.string] if isinstance(message.id, str) else message.string)
    ]


def write(language: str) -> None:
    folder = LOCALE / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    catalogue = merged(language)
    with (folder / "django.po").open("wb") as out:
        write_po(out, catalogue, width=100, sort_output=False, omit_header=False)
    with (folder / "django.mo").open("wb") as out:
        write_mo(out, catalogue)


def main() -> int:
    if "--check" not in sys.argv:
        for language in LANGUAGES:
            write(language)
    lacking = {language: missing(language) for language in LANGUAGES}
    for language, sentences_of in lacking.items():
        print(f"{language}: {len(sentences_of)} sentences without a translation")
        for sentence in sentences_of:
            print(f"  {sentence}")
    return 1 if any(lacking.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
