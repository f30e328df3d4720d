"""An area's own words for its letters, its letterhead and the services its letters name."""

from collections.abc import Mapping
from datetime import datetime

from django.core.files import File
from django.db import transaction

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.cases.actions_dates import ChangedMeanwhile
from plait.cases.letter_files import keep_ours
from plait.cases.letter_rules import CONTACTS, HEAD, LETTERHEAD, SERVICES, rule
from plait.cases.models import AreaRule, LetterTemplate
from plait.cases.pictures import drawn_anew
from plait.cases.queries_letters import ENGLISH
from plait.journal import actions as journal
from plait.people.models import Area
from plait.standards.letter_template import FaultyTemplate, check_template


@transaction.atomic
def keep_template(
    *, kind: str, text: str, shown: int | None, by: Reader, at: datetime, language: str = ENGLISH
) -> LetterTemplate:
    """Keep new words for a kind of letter; the old ones stay and can be gone back to.

    `shown` is the template the page showed. `FaultyTemplate` says each fault by its line.
    """
    _manager(by, "change the words of letters")
    text = text.replace("\r\n", "\n").strip() + "\n"
    if faults := check_template(text, kind):
        raise FaultyTemplate(faults)
    _unchanged(by.area, kind, language, shown, at)
    kept = LetterTemplate.objects.create(
        area=by.area, kind=kind, language=language, text=text, changed_by=by.user, changed_at=at
    )
    _tell("template_changed", by, at, kind=kind, language=language, template=kept.pk)
    return kept


def go_back(
    *, template: LetterTemplate, shown: int | None, by: Reader, at: datetime
) -> LetterTemplate:
    """Use older words again, as a new row, so that what was used when stays readable."""
    return keep_template(
        kind=template.kind, text=template.text, shown=shown, by=by, at=at,
        language=template.language,
    )  # fmt: skip


@transaction.atomic
def use_the_products(
    *, kind: str, shown: int | None, by: Reader, at: datetime, language: str = ENGLISH
) -> None:
    """Use the product's own words again; the area's stay to go back to."""
    _manager(by, "change the words of letters")
    _unchanged(by.area, kind, language, shown, at)
    _tell("template_changed", by, at, kind=kind, language=language, template=None)


@transaction.atomic
def keep_letterhead(
    *,
    values: Mapping[str, str],
    logo: File | None,
    remove_logo: bool = False,
    by: Reader,
    at: datetime,
) -> None:
    """Keep who writes, from where, with which sign, and the services that letters name."""
    _manager(by, "change the letterhead")
    AreaRule.objects.select_for_update().filter(area=by.area, name=LETTERHEAD).first()
    head = {name: str(values.get(name, "")).strip() for name in (*HEAD, "logo_alt")}
    was = "" if remove_logo else rule(by.area, LETTERHEAD).get("logo", "")
    head["logo"] = keep_ours(drawn_anew(logo)) if logo else was
    _put(LETTERHEAD, head, by, at)
    _put(CONTACTS, {name: str(values.get(name, "")).strip() for name in SERVICES}, by, at)
    _tell("letterhead_changed", by, at, logo=head["logo"])


def _put(name: str, value: Mapping[str, str], by: Reader, at: datetime) -> None:
    AreaRule.objects.update_or_create(
        area=by.area,
        name=name,
        defaults={"value": dict(value), "changed_by": by.user, "changed_at": at},
    )


def _unchanged(area: Area, kind: str, language: str, shown: int | None, at: datetime) -> None:
    """Put the words in use aside, if they are still those the page showed."""
    rows = LetterTemplate.objects.select_for_update().filter(
        area=area, kind=kind, language=language, replaced_at__isnull=True
    )
    row = rows.first()
    if (row.pk if row else None) != shown:
        raise ChangedMeanwhile(
            "Somebody kept other words for this letter while you were here. "
            "Open the page again and bring both together."
        )
    if row:
        row.replaced_at = at
        row.save(update_fields=["replaced_at"])


def _manager(by: Reader, to: str) -> None:
    if not by.writes_all("area_rule"):
        raise Refused(f"You cannot {to}. It is for a SEND manager.", who_can="Ask one of them.")


def _tell(what: str, by: Reader, at: datetime, **facts: object) -> None:
    journal.write(what, area=by.area, by=by.user, at=at, **facts)
