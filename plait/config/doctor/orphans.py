"""Things left behind: files without a row, rows without a file, work stuck half way."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db.models import Count, F

from plait.access.models import Tie
from plait.assessment.models import Advice
from plait.cases.documents import place_of
from plait.cases.letter_files import NotAsSent, as_sent, digest_of
from plait.cases.models import Document, Letter
from plait.people.models import Identifier, SamePerson


def found(using: str) -> Iterator[tuple[str, str, bool]]:
    """Give every orphan."""
    yield from _documents(using)
    yield from _letters(using)
    yield from _reports(using)
    yield from _ties(using)
    yield from _numbers(using)


def _documents(using: str) -> Iterator[tuple[str, str, bool]]:
    for digest in Document.objects.using(using).values_list("sha256", flat=True).distinct():
        if not (Path(settings.MEDIA_ROOT) / place_of(digest)).exists():
            yield f"document {digest[:12]} has no file", "Bring it back from the backup.", True


def _letters(using: str) -> Iterator[tuple[str, str, bool]]:
    """Every sent letter's files are there, and are byte for byte what was sent."""
    sent = Letter.objects.using(using).filter(state=Letter.State.SENT)
    for letter in sent.iterator():
        digests = {form: digest_of(letter, form) for form in ("pdf", "docx", "page")}
        for form, digest in digests.items():
            if form == "pdf" and not digest and letter.facts.get("no_pdf"):
                continue
            try:
                as_sent(digest)
            except NotAsSent as why:
                says = f"letter {letter.pk} ({form}): {str(why)[0].lower()}{str(why)[1:-1]}"
                yield says, "Bring it back from the backup of that day.", True


def _reports(using: str) -> Iterator[tuple[str, str, bool]]:
    """Every report that came with advice is there."""
    for advice in Advice.objects.using(using).exclude(report_file={}).iterator():
        if not (Path(settings.MEDIA_ROOT) / place_of(advice.report_file["sha256"])).exists():
            yield f"the report of advice {advice.pk} has no file", "Bring it back.", True


def _ties(using: str) -> Iterator[tuple[str, str, bool]]:
    """A post that has ended leaves no open tie behind."""
    left = Tie.objects.using(using).filter(until__isnull=True, post__until__isnull=False)
    for tie in left.select_related("user"):
        yield f"{tie.user} holds a tie through a post that ended", "End the post again.", True
    outside = Tie.objects.using(using).exclude(area=F("child__area"))
    for tie in outside:
        yield f"tie {tie.pk} is in another area than its child", "End the tie.", True


def _numbers(using: str) -> Iterator[tuple[str, str, bool]]:
    """Two records with one UPN must be a question somebody was asked."""
    held = Identifier.objects.using(using).filter(kind=Identifier.Kind.UPN, until__isnull=True)
    held = held.filter(child__merged_into__isnull=True)
    twice = held.values("area", "value").annotate(count=Count("child", distinct=True))
    for row in twice.filter(count__gt=1):
        ids = list(
            held.filter(area=row["area"], value=row["value"]).values_list("child", flat=True)
        )
        asked = SamePerson.objects.using(using).filter(child__in=ids, other__in=ids)
        if not asked.exists():
            yield f"records {ids} share a UPN and nobody was asked", "Load their file again.", True
