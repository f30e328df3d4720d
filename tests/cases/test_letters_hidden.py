"""A letter cannot tell one parent where another, who hides it, lives."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from letters_world import made, sent, to
from record_world import NOW

from plait.access.refusals import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SECRET = "14 Harbour View\nSeaham\nQX9 7ZZ"
WAYS = ["14 Harbour View", "qx97zz", "14, HARBOUR VIEW", "Q X 9 7 Z Z", "14 Harbour  View, Seaham"]


@pytest.fixture
def apart(letters, arranging):
    """Two households: the father hides where he lives."""
    from plait.people.models import Carer, FamilyTie

    with arranging():
        Carer.objects.filter(name="Pat Father").update(address=SECRET)
        FamilyTie.objects.filter(carer__name="Pat Father").update(hide_address_from_others=True)
    return letters


def changed(letter, by, text=None, **envelope):
    from plait.cases.actions_letters import change
    from plait.cases.queries_letters import mark_of

    change(
        letter=letter, text=text or letter.text, given={}, envelope=envelope,
        shown=mark_of(letter), by=by, at=NOW,
    )  # fmt: skip


def all_written(letters):
    """Everything that was written anywhere of letters: rows, files, journal, notices, history."""
    from django.core.files.storage import default_storage
    from django.db import connection

    with connection.cursor() as cursor:
        for table in ("journal_entry", "journal_look", "family_notice"):
            cursor.execute(f"SELECT row_to_json(t)::text FROM {table} t")
            yield from (text for (text,) in cursor.fetchall())
    for letter in letters:
        for digest in filter(None, (letter.facts.get("page"), letter.word_sha256)):
            yield default_storage.path(digest)


@pytest.mark.parametrize("way", WAYS)
def test_words_that_tell_are_refused_when_kept(apart, acting, way):
    by = acting("caseworker")
    letter = to(made(apart, by), "Pat Parent")
    with pytest.raises(Refused, match="the address of Pat Father"):
        changed(letter, by, f"{letter.text}\nCollect from {way}.\n")


@pytest.mark.parametrize("field", ["to_name", "to_address"])
def test_an_envelope_that_tells_is_refused(apart, acting, field):
    by = acting("caseworker")
    letter = to(made(apart, by), "Pat Parent")
    with pytest.raises(Refused, match="It cannot go to"):
        changed(letter, by, **{field: "c/o 14 Harbour View, QX9 7ZZ"})


def test_an_address_hidden_after_the_draft_was_kept_stops_the_sending(letters, acting, arranging):
    from plait.people.models import Carer, FamilyTie

    by = acting("caseworker")
    letter = to(made(letters, by), "Pat Parent")
    changed(letter, by, letter.text + "\nCollect from 14 Harbour View.\n")
    with arranging():
        Carer.objects.filter(name="Pat Father").update(address=SECRET)
        FamilyTie.objects.filter(carer__name="Pat Father").update(hide_address_from_others=True)
    acting("caseworker")
    letter.refresh_from_db()
    with pytest.raises(Refused, match="the address of Pat Father"):
        sent(letter, by)
    letter.refresh_from_db()
    assert letter.state == "draft"


def test_reasons_that_tell_stop_the_sending_to_the_other_parent_alone(apart, acting):
    from datetime import date

    from plait.cases.actions_letters import for_decision

    by = acting("caseworker")
    why = "He moved to QX9 7ZZ."
    drafts = for_decision(apart.request, "refuse-to-assess", date(2026, 11, 20), why, by, NOW)
    with pytest.raises(Refused, match="the address of Pat Father"):
        sent(to(drafts, "Pat Parent"), by)
    assert sent(to(drafts, "Pat Father"), by).state == "sent"


def test_the_home_of_a_child_who_lives_with_the_hidden_parent_is_hidden_too(
    apart, acting, arranging
):
    from plait.people.models import Child, FamilyTie

    with arranging():
        Child.objects.filter(pk=apart.amina.pk).update(postcode="QX1 1AA")
        FamilyTie.objects.filter(carer__name="Pat Father").update(lives_with=True)
    by = acting("caseworker")
    letter = to(made(apart, by), "Pat Parent")
    with pytest.raises(Refused, match="the address of Pat Father"):
        changed(letter, by, letter.text + "\nNear QX1 1AA.\n")


def test_somebody_the_record_warns_of_learns_neither_another_household_nor_the_setting(
    letters, acting, arranging
):
    from plait.people.models import Carer, FamilyTie

    with arranging():
        Carer.objects.filter(name="Pat Parent").update(address=SECRET)
        FamilyTie.objects.filter(carer__name="Pat Father").update(unsafe_to_tell=True)
    by = acting("caseworker")
    letter = to(made(letters, by), "Pat Father")
    assert "Larkfield" not in "".join(letter.facts["record"]["told"])
    with pytest.raises(Refused, match="the address of Pat Parent"):
        changed(letter, by, letter.text + "\nNear 14 Harbour View.\n", how="hand")


HOUSES = st.tuples(
    st.integers(1, 999),
    st.sampled_from(["Mill Lane", "Station Road", "Quay Street", "St Anne's Close", "The Croft"]),
    st.from_regex(r"[A-Z]{1,2}[0-9]{1,2} [0-9][A-Z]{2}", fullmatch=True),
)
EVERYWHERE = ["text", "reasons", "to_address", "to_name"]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    his=HOUSES, hers=HOUSES, where=st.sampled_from(EVERYWHERE), case=st.booleans(),
    form=st.sampled_from(["line", "postcode", "all"]), kind=st.sampled_from(
        ["refuse-to-assess", "agree-to-assess", "receipt-of-request"]
    ),
)  # fmt: skip
def test_however_two_households_are_written_no_letter_holds_the_others_hidden_address(
    letters, acting, arranging, his, hers, where, case, form, kind
):
    from django.db import transaction

    from plait.cases.hidden_addresses import words_of
    from plait.cases.queries_letters import written_now
    from plait.people.models import Carer, FamilyTie
    from plait.standards.hidden_address import HiddenAddress, gives_away

    def address(house):
        return f"{house[0]} {house[1]}\nAnytown\n{house[2]}"

    told = {"line": f"{his[0]} {his[1]}", "postcode": his[2], "all": address(his)}[form]
    told = told.upper() if case else told
    hidden = HiddenAddress(address(his))
    point = transaction.savepoint()
    try:
        with arranging():
            Carer.objects.filter(name="Pat Father").update(address=address(his))
            Carer.objects.filter(name="Pat Parent").update(address=address(hers))
            FamilyTie.objects.filter(carer__name="Pat Father").update(hide_address_from_others=True)
        by = acting("caseworker")
        letter = to(made(letters, by, kind), "Pat Parent")
        own = address(hers)
        clean = written_now(letter, by=by)
        assert not gives_away(words_of(letter, clean.paper), hidden, knows=own)
        if not gives_away([told], hidden, knows=own):
            return  # they live at one house
        with pytest.raises(Refused):
            _slipped_in(letter, by, where, told)
    finally:
        transaction.savepoint_rollback(point)


def _slipped_in(letter, by, where, told):
    from plait.cases.actions_letters import change
    from plait.cases.queries_letters import mark_of

    text = f"{letter.text}\n\nHe is at {told}.\n" if where == "text" else letter.text
    given = {"reasons": f"Because.\n\n{told}"} if where == "reasons" else {}
    envelope = {where: told} if where.startswith("to_") else {}
    change(
        letter=letter, text=text.replace("\n\nHe is at ", "\n\nHe is at "), given=given,
        envelope=envelope, shown=mark_of(letter), by=by, at=NOW,
    )  # fmt: skip


def test_after_both_are_written_to_nothing_the_other_may_read_holds_the_hidden_address(
    apart, acting, browse, arranging
):
    from plait.cases.letter_files import as_sent, file_name
    from plait.cases.models import Letter
    from plait.standards.hidden_address import HiddenAddress, gives_away

    by = acting("caseworker")
    for draft in made(apart, by):
        changed(draft, by, how="hand")
        draft.refresh_from_db()
        sent(draft, by)
    path = f"/my/{apart.amina.pk}/"
    pages = [browse("parent").get(path + more) for more in ("", "looks/", "changes/", "dates.ics")]
    words = [page.content.decode() for page in pages]
    with arranging():
        found = list(Letter.objects.all())
        words += list(all_written(found))
        hers = [one for one in found if one.to_name != "Pat Father"]
        words += [as_sent(one.facts["page"]).decode() for one in hers]
        words += [file_name(one, "pdf") for one in found]
        own = as_sent(next(o for o in found if o.to_name == "Pat Father").facts["page"]).decode()
    assert gives_away([own], HiddenAddress(SECRET))
    assert not gives_away(words, HiddenAddress(SECRET))
