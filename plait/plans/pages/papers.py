"""A version as bytes, whichever file is asked for."""

from typing import Any

from plait.law.plan.model import PlanText
from plait.plans.models import EasyRead, HelpPage, Version
from plait.plans.reading import plan_text
from plait.standards.paper import Paper
from plait.standards.plan_file.json_file import write
from plait.standards.plan_file.word_file import embed
from plait.standards.plan_paper import EASY_QUESTIONS, easy_paper, plan_paper
from plait.standards.plan_paper.easy import too_long
from plait.ui.paper import paper_pdf, paper_word

__all__ = ["EASY_QUESTIONS", "easy_pdf", "easy_word", "help_words", "large_pdf", "not_easy",
           "open_file", "pdf", "word"]  # fmt: skip
PARTS = ("likes", "hard", "helps", "not_helpful")


def _paper(version: Version, authority: str) -> tuple[PlanText, Paper]:
    plan = plan_text(version)
    return plan, plan_paper(plan, authority=authority, number=f"{version.request_id}")


def pdf(version: Version, *, authority: str) -> bytes:
    return paper_pdf(_paper(version, authority)[1])


def large_pdf(version: Version, *, authority: str) -> bytes:
    return paper_pdf(_paper(version, authority)[1], large=True)


def word(version: Version, *, authority: str) -> bytes:
    """Make a Word file that carries its own data, so that it can be checked again."""
    plan, paper = _paper(version, authority)
    return embed(paper_word(paper), plan)


def open_file(version: Version, *, authority: str) -> bytes:
    return write(plan_text(version)).encode()


def _easy(version: Version) -> Paper:
    held = EasyRead.objects.filter(version=version).first()
    return easy_paper(version.child.name, held.answers if held else {})


def easy_pdf(version: Version, *, authority: str) -> bytes:
    return paper_pdf(_easy(version), large=True)


def easy_word(version: Version, *, authority: str) -> bytes:
    return paper_word(_easy(version), large=True)


def not_easy(answers: dict[str, Any]) -> list[str]:
    """Give the sentences that are longer than easy read allows."""
    return [one for text in answers.values() for one in too_long(str(text))]


def help_words(page: HelpPage | None) -> dict[str, str]:
    """Give the half page's words for its form."""
    return {part: getattr(page, part) for part in PARTS} if page else {}
