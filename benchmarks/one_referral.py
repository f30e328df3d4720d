"""One referral against a whole register of 300,000 children, with the database and row security.

`python -m benchmarks.one_referral`. Half the referrals tell of a child held, in another agency's
way of writing; each is a transaction as an officer's, taken back afterwards. The floor is one row
read by its key in such a transaction.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.area import plait

HOME = Path(tempfile.gettempdir()) / "plait-bench-register"
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
ON = date(2026, 11, 20)
CODE = "998"


def main() -> None:
    """Fill the register unless that was done before, and print what one referral takes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--children", type=int, default=300_000)
    parser.add_argument("--referrals", type=int, default=300)
    args = parser.parse_args()
    os.environ |= {
        "PLAIT_HOME": str(HOME), "PLAIT_BENCH_HOME": str(HOME),
        "DJANGO_SETTINGS_MODULE": "plait.config.settings",
    }  # fmt: skip
    from benchmarks import area

    area.HOME = HOME
    if not (HOME / "secret-key").exists():
        plait("migrate")
    from plait.config import postgres

    with postgres.start():
        import django

        django.setup()
        _measure(args.children, args.referrals)


def _measure(children: int, referrals: int) -> None:
    from plait.sample.truth.agencies import two_agencies

    truth = two_agencies(each=children)
    officer = _filled(children, truth.left)
    print(f"{children:,} children held, {referrals} referrals, load {os.getloadavg()}")
    sent = [_sent(row) for row in truth.right[:: max(1, children // referrals)][:referrals]]
    _say("a child read by its key", list(_each(officer, sent, _by_key)))
    _say("recognised, answer and record written", list(_each(officer, sent, _recognised)))
    _say("and the referral stored (the feed's row)", list(_each(officer, sent, _stored)))


def _sent(row: dict[str, str]) -> Any:
    from plait.intake.tables import day
    from plait.people.sent import Sent

    told = {name: row.get(name, "") for name in ("forename", "surname", "sex", "postcode", "upn")}
    return Sent(**told, nhs=row.get("nhs", ""), birth_date=day(row["dob"]), own=f"R{id(row)}")


def _each(by: Any, sent: list[Any], work: Callable[[Any, Any], str]) -> Iterator[tuple[float, str]]:
    from django.db import transaction

    from plait.access.context import acting_as

    for one in sent:
        began = perf_counter()
        with transaction.atomic():
            with acting_as(by):
                state = work(by, one)
            taken = perf_counter() - began
            transaction.set_rollback(True)
        yield taken, state


def _by_key(by: Any, one: Any) -> str:
    from plait.people.models import Child

    return "read" if Child.objects.filter(area=by.area, pk=hash(one.own) % 300_000).first() else "-"


def _recognised(by: Any, one: Any) -> str:
    from plait.people.queries_areas import children_held
    from plait.people.recognising import recognise

    size = children_held(by.area)
    found = recognise([one], sender="health", area=by.area, at=AT, size=size)
    return str(found[one.key].state)


def _stored(by: Any, one: Any) -> str:
    from plait.intake.models import Delivery
    from plait.intake.referrals import ReferralsFeed
    from plait.people.models import Incoming, Source

    source = Source.objects.create(area=by.area, kind="file", name="one.csv", at=AT, by=by.user)
    delivery = Delivery.objects.create(
        area=by.area, kind="referrals", file_name="one.csv", sha256="0" * 64, size=1, at=AT,
        source=source,
    )  # fmt: skip
    feed = ReferralsFeed(delivery, HOME, by=by, source=source)
    row = {
        "forename": one.forename, "surname": one.surname, "sex": one.sex, "postcode": one.postcode,
        "date_of_birth": f"{one.birth_date}", "upn": one.upn, "nhs_number": one.nhs,
        "their_number": one.own, "service_request_id": one.own, "service_type": "speech",
        "referral_received_date": "2026-11-02", "waiting_for": "therapy",
    }  # fmt: skip
    feed.write([(1, 2, row)])
    return str(Incoming.objects.get(area=by.area, their_key=one.key).state)


def _filled(children: int, rows: list[dict[str, str]]) -> Any:
    """Make the area, its children and a manager who may do all; give the manager as a reader."""
    from plait.access.context import acting_as
    from plait.access.reader import posts_of, reader_from
    from plait.people.models import Area, Child, Post, User

    areas, users = (model.objects.using("maintenance") for model in (Area, User))
    area, _ = areas.get_or_create(code=CODE, defaults={"name": "Bench"})
    user, _ = users.get_or_create(email="bench@example.org", defaults={"name": "Bench"})
    Post.objects.using("maintenance").get_or_create(
        area=area, user=user, role="send_manager", defaults={"since": date(2020, 1, 1)}
    )
    area, user = Area.objects.get(pk=area.pk), User.objects.get(pk=user.pk)
    by = reader_from(user, posts_of(user, today=ON), area, today=ON)
    with acting_as(by):
        if Child.objects.filter(area=area).count() < children * 0.9:
            began = perf_counter()
            _add(area, rows)
            print(f"the register was filled in {perf_counter() - began:.0f} s")
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        for table in ("people_child", "people_identifier", "people_incoming"):
            cursor.execute(f"ANALYZE {table}")
    return by


def _add(area: Any, rows: list[dict[str, str]]) -> None:
    from plait.people.matching import name_key
    from plait.people.models import Child, Identifier, Incoming
    from plait.people.rows import add_all, fresh

    held = [(row, _sent(row)) for row in rows]
    held = [(row, one) for row, one in held if one.birth_date]
    for begin in range(0, len(held), 5000):
        part = held[begin : begin + 5000]
        made = [
            fresh(
                Child, area_id=area.pk, forename=one.forename, surname=one.surname,
                birth_date=one.birth_date, sex=one.plain.sex, postcode=one.plain.postcode,
                forename_key=name_key(one.forename), surname_key=name_key(one.surname),
            )
            for _, one in part
        ]  # fmt: skip
        add_all(made)
        add_all(
            [
                fresh(Identifier, area_id=area.pk, child_id=child.pk, kind=kind, value=value,
                      valid=True)
                for child, (_, one) in zip(made, part, strict=True)
                for kind, value in (("upn", one.plain.upn), ("nhs", one.plain.nhs)) if value
            ]
        )  # fmt: skip
        add_all(
            [
                fresh(Incoming, area_id=area.pk, child_id=child.pk, sender="schools",
                      their_key=f"roll:{child.pk}", state="linked", rule="likely", at=AT,
                      forename=one.forename, surname=one.surname, birth_date=one.birth_date,
                      upn=one.plain.upn, nhs=one.plain.nhs, evidence=[], not_these=[])
                for child, (_, one) in zip(made, part, strict=True)
            ]
        )  # fmt: skip


def _say(what: str, taken: list[tuple[float, str]]) -> None:
    times = sorted(seconds for seconds, _ in taken)
    middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    said = " / ".join(f"{one * 1000:.1f}" for one in (middle, late, times[-1]))
    states = sorted({state for _, state in taken})
    counts = ", ".join(f"{s} {sum(state == s for _, state in taken)}" for s in states)
    print(f"{what}: median, p95 and most {said} ms ({counts})")


if __name__ == "__main__":
    main()
