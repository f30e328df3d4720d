"""Keys: made for one kind of information, shown once, ended; and how often each may knock."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.access.refusals import Refused
from plait.intake.keys import LONGEST, end_key, make_key
from plait.intake.models import SendingToken
from plait.intake.rates import knock

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("kinds", [("roll", "care"), ()])
def test_a_key_of_several_kinds_of_information_or_of_none_is_refused(officer, inside, kinds):
    with pytest.raises(Refused, match="one kind of information"):
        make_key(name="X", kinds=kinds, until=officer.today + LONGEST, by=officer, at=AT)


@pytest.mark.django_db
def test_nobody_makes_a_key_for_files_they_may_not_load(officer, inside):
    with pytest.raises(Refused, match="Health referrals"):
        make_key(name="X", kinds=["referrals"], until=officer.today + LONGEST, by=officer, at=AT)


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "good"), [(0, False), (1, True), (366, True), (367, False)])
def test_a_key_ends_within_a_year_and_not_today(officer, inside, days, good):
    made = {"name": "X", "kinds": ["roll"], "by": officer, "at": AT}
    until = officer.today + timedelta(days=days)
    if good:
        assert make_key(until=until, **made)[0].until == until
    else:
        with pytest.raises(Refused, match="within a year"):
            make_key(until=until, **made)


@pytest.mark.django_db
def test_a_key_is_ended_once(officer, inside):
    key, _ = make_key(name="X", kinds=["roll"], until=officer.today + LONGEST, by=officer, at=AT)
    end_key(key=key, by=officer, at=AT)
    assert SendingToken.objects.get().ended_on == officer.today
    with pytest.raises(Refused, match="ended already"):
        end_key(key=key, by=officer, at=AT)


@given(st.lists(st.integers(0, 30), max_size=120), st.integers(1, 20))
def test_no_minute_ever_lets_in_more_than_twice_its_share(gaps, per_minute):
    busy, at, came = None, AT, []
    for gap in gaps:
        at += timedelta(seconds=gap)
        busy, wait = knock(busy, at=at, per_minute=per_minute)
        if not wait:
            came.append(at)
        else:
            assert knock(busy, at=at + wait, per_minute=per_minute)[1] == timedelta(0)
    for first in came:
        within = [one for one in came if first <= one < first + timedelta(minutes=1)]
        assert len(within) <= 2 * per_minute


def test_the_share_of_a_minute_may_come_all_at_once_and_no_more():
    busy, waits = None, []
    for _ in range(4):
        busy, wait = knock(busy, at=AT, per_minute=3)
        waits.append(wait.total_seconds())
    assert waits == [0, 0, 0, 20]


@pytest.mark.django_db
def test_the_page_shows_a_new_key_once_and_ends_it(officer, signed_in):
    from django.utils import timezone

    from plait.access.context import acting_as

    until = timezone.localdate() + timedelta(days=90)
    given = {"name": "Larkfield", "kinds": ["roll"], "until": until.isoformat()}
    made = signed_in.post("/files/keys/", given)
    secret = re.search(r"plait_[\w-]{43}", made.content.decode()).group()
    assert "no-store" in made["Cache-Control"]
    listed = signed_in.get("/files/keys/").content.decode()
    assert ("Larkfield" in listed, secret in listed) == (True, False)
    with acting_as(officer):
        key = SendingToken.objects.get()
    assert signed_in.post(f"/files/keys/{key.pk}/end/").status_code == 302
    assert "Ended" in signed_in.get("/files/keys/").content.decode()
    wrong = signed_in.post("/files/keys/", given | {"kinds": ["roll", "care"]})
    assert (wrong.status_code, "one kind of information" in wrong.content.decode()) == (422, True)


def test_two_organisations_keys_never_have_one_name(officer, inside):
    from datetime import timedelta

    from django.utils import timezone

    from plait.access.refusals import Refused
    from plait.intake.keys import make_key
    from plait.people.models import Organisation

    given = {"kinds": ("roll",), "until": officer.today + timedelta(days=9), "by": officer,
             "at": timezone.now()}  # fmt: skip
    one, other = (
        Organisation.objects.create(kind="school", name="St Mary's", urn=urn)
        for urn in ("100000", "100001")
    )
    make_key(name="St Mary's", organisation=one, **given)
    make_key(name="St Mary's", organisation=one, **given)  # the same one may have two
    with pytest.raises(Refused, match="another organisation"):
        make_key(name="st mary's", organisation=other, **given)
