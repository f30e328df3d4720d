"""Whatever arrives, the intake answers in a sentence: it never crashes and never half stores."""

from random import Random

import pytest
from django.db import transaction

from intake.conftest import AT, EXAMPLE
from plait.intake import applying, delivering
from plait.people.models import Child

pytestmark = pytest.mark.django_db
NASTY = (
    b"", b"\x00", b"A" * 5000, "\U0001f9f6".encode(), b"9999-99-99", b"0001-01-01", b"-1", b"&amp;",
    b"\xff\xfe", b"9" * 400, b"<Person/>", b"</Person>", b"'; DROP TABLE people_child; --", b"\\",
    b'"', b"{,}", b"NULL",
)  # fmt: skip
TABLES = {
    "people": b"name,email,role,organisation,starts,ends,child_upn,relationship,checked_by\n"
    b"Ann Lee,ann@example.test,caseworker,Council,2024-01-01,,,,\n"
    b"Kim Lee,kim@example.test,parent,,,,T201499913001,mother,ann@example.test\n",
    "allocation": b"upn,uln,caseworker\nT201499913001,,ann@example.test\n",
    "closures": b"urn,from,to,kind\n100000,2026-04-01,2026-04-10,Easter\n",
    "schools": b"URN,EstablishmentName,OpenDate,CloseDate\n100000,A School,01/09/1990,\n",
    "school_links": b"URN,LinkURN,LinkType,LinkEstablishedDate\n100000,100001,Successor,\n",
}


def mutated(content: bytes, dice: Random) -> bytes:
    """Break a file somewhere: a value replaced, a piece lost, doubled or scrambled."""
    for _ in range(dice.randint(1, 4)):
        at, length = dice.randrange(len(content) + 1), dice.randint(0, 60)
        piece = content[at : at + length]
        instead = dice.choice(
            (dice.choice(NASTY), b"", piece * 2, bytes(dice.randbytes(dice.randint(1, 6))))
        )
        content = content[:at] + instead + content[at + length :]
    return content


def with_nasty_value(content: bytes, dice: Random) -> bytes:
    """Put something nasty where one element of the message has its text."""
    starts = [at for at in range(len(content)) if content[at : at + 1] == b">"]
    at = dice.choice(starts) + 1
    end = content.find(b"<", at)
    return content[:at] + dice.choice(NASTY) + content[end:] if end >= 0 else content


def bring_in(officer, content: bytes, kind: str) -> str:
    """Receive, read and apply, and say how it ended; every row is undone afterwards."""
    with transaction.atomic():
        delivery, _ = delivering.receive(
            by=officer, name="broken", chunks=[content], at=AT, kind=kind
        )
        if delivery.state != "refused":
            delivery = delivering.read(delivery.pk, by=officer, at=AT)
        if delivery.state == "read":
            delivery = applying.apply(delivery.pk, by=officer, at=AT)
        if delivery.state == "refused":
            assert delivery.refusal
            assert not Child.objects.exists()
        transaction.set_rollback(True)
    return delivery.state


@pytest.mark.parametrize("seed", range(8))
def test_a_broken_return_is_loaded_or_refused_in_words(officer, inside, seed):
    dice = Random(seed)
    for _ in range(8):
        breaking = dice.choice((mutated, with_nasty_value))
        state = bring_in(officer, breaking(EXAMPLE.read_bytes(), dice), "")
        assert state in ("applied", "refused")


@pytest.mark.parametrize("kind", TABLES)
def test_a_broken_table_is_loaded_or_refused_in_words(officer, inside, kind):
    dice = Random(kind)
    for _ in range(25):
        assert bring_in(officer, mutated(TABLES[kind], dice), kind) in ("applied", "refused")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not known what this file is"),
        (b"PK\x03\x04 not really", "zip archive is broken"),
        (b"%PDF-1.7\n\x00\x01", "neither XML nor a table"),
        (b"colour,shape\nred,round\n", "choose its kind"),
    ],
)
def test_a_file_of_no_known_kind_says_what_to_do(officer, inside, content, says):
    delivery, _ = delivering.receive(by=officer, name="what.bin", chunks=[content], at=AT)
    assert delivery.state == "refused"
    assert says in delivery.refusal
