"""The daily seal: salted digests of settled rows, each day chained to the day before.

A row is settled when its day is over. Erasing a row later leaves its salted digest, so the chain
still holds and still says that something was there; a changed row no longer fits its digest.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import connections, transaction
from django.utils import timezone

from plait.journal.models import Change, Entry, Look, Seal, SealedRow

SEALED = {"entry": Entry, "look": Look, "change": Change}
CHUNK = 5_000


@dataclass(frozen=True)
class Broken:
    """One place where the journal is not what was sealed."""

    day: date
    what: str


def seal(*, day: date, at: datetime, using: str = "default") -> Seal:
    """Seal every row of a day that is over and not sealed yet; sealing twice changes nothing."""
    if day >= timezone.localtime(at).date():
        raise ValueError(f"{day} is not over yet; a day is sealed when it is.")
    with transaction.atomic(using=using):
        _one_sealer(using)
        if done := Seal.objects.using(using).filter(day=day).first():
            return done
        before = Seal.objects.using(using).order_by("-pk").first()
        rows = list(_unsealed(day, using))
        digest = _chain(before.digest if before else "", day, [row.digest for row in rows])
        made = Seal.objects.using(using).create(
            day=day,
            rows=len(rows),
            upto={table: _highest(rows, table) for table in SEALED},
            digest=digest,
            before=before.digest if before else "",
            at=at,
        )
        for row in rows:
            row.seal = made
        SealedRow.objects.using(using).bulk_create(rows, batch_size=CHUNK)
        return made


def _one_sealer(using: str) -> None:
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('plait seal'))")


def _unsealed(day: date, using: str) -> Iterator[SealedRow]:
    """Give the day's rows, and older ones that committed after their own day was sealed."""
    end = timezone.make_aware(datetime.combine(day, time.max))
    for table, model in SEALED.items():
        sealed = SealedRow.objects.using(using).filter(of_table=table).values("of_row")
        rows = model.objects.using(using).filter(at__lte=end).exclude(pk__in=sealed)
        for row in rows.order_by("pk").iterator(chunk_size=CHUNK):
            salt = secrets.token_hex(16)
            yield SealedRow(of_table=table, of_row=row.pk, salt=salt, digest=digest_of(row, salt))


def digest_of(row: Entry | Look | Change, salt: str) -> str:
    """Digest one row as it stands, with its salt."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    told = json.dumps(values, sort_keys=True, default=_plainly)
    return hashlib.sha256(f"{salt}{told}".encode()).hexdigest()


def _plainly(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(timezone.get_fixed_timezone(0)).isoformat()
    return str(value)


def _chain(before: str, day: date, digests: list[str]) -> str:
    told = "\n".join([before, day.isoformat(), *digests])
    return hashlib.sha256(told.encode()).hexdigest()


def _highest(rows: list[SealedRow], table: str) -> int:
    return max((row.of_row for row in rows if row.of_table == table), default=0)


def verify(*, using: str = "default") -> Iterator[Broken]:
    """Walk every seal, oldest first, and give each place that does not fit."""
    before = ""
    for sealed in Seal.objects.using(using).order_by("pk"):
        rows = list(sealed.sealed.using(using).order_by("pk"))
        if sealed.before != before:
            yield Broken(sealed.day, "the chain is broken: a seal before this day is missing")
        if _chain(sealed.before, sealed.day, [row.digest for row in rows]) != sealed.digest:
            yield Broken(sealed.day, "the day's seal does not fit its rows")
        yield from _changed(sealed.day, rows, using)
        before = sealed.digest


def _changed(day: date, rows: list[SealedRow], using: str) -> Iterator[Broken]:
    for table, model in SEALED.items():
        mine = {row.of_row: row for row in rows if row.of_table == table}
        for start in range(0, len(mine), CHUNK):
            ids = list(mine)[start : start + CHUNK]
            for found in model.objects.using(using).filter(pk__in=ids):
                row = mine[found.pk]
                if digest_of(found, row.salt) != row.digest:
                    yield Broken(day, f"{table} {found.pk} was changed after it was sealed")
