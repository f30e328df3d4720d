"""An area with its data officer, and what a delivery needs around it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

TODAY = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EXAMPLE = Path(__file__).parents[1] / "standards" / "example_2026.xml"


@pytest.fixture(autouse=True)
def _store(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path / "documents"
    settings.PLAIT_HASH_KEYS = tmp_path / "hash-keys"
    settings.STATIC_ROOT = tmp_path  # pages without collected static files
    settings.STORAGES = settings.STORAGES | PLAIN


@pytest.fixture
def officer(db, arranging):
    """The data officer of area 201, as a reader."""
    from plait.access.reader import posts_of, reader_from
    from plait.people.models import Area, Post, User

    with arranging():
        area = Area.objects.create(code="201", name="Testshire")
        user = User.objects.create_user("officer@example.test", "Data Officer")
        Post.objects.create(area=area, user=user, role="data_officer", since=date(2020, 1, 1))
    return reader_from(user, posts_of(user, today=TODAY), area, today=TODAY)


@pytest.fixture
def inside(officer) -> Iterator[None]:
    """A transaction in which the database sees what the data officer may see."""
    from plait.access.context import acting_as

    with acting_as(officer):
        yield


@pytest.fixture
def load(officer, inside):
    """Receive, read and apply one file's bytes."""
    from plait.intake import applying, delivering

    def loaded(content: bytes, name: str = "file.xml", kind: str = ""):
        delivery, _ = delivering.receive(by=officer, name=name, chunks=[content], at=AT, kind=kind)
        delivery = delivering.read(delivery.pk, by=officer, at=AT)
        assert delivery.state == "read", delivery.refusal
        return applying.apply(delivery.pk, by=officer, at=AT)

    return loaded


@pytest.fixture
def signed_in(officer, client):
    """The data officer in a browser, with both proofs."""
    from allauth.mfa.models import Authenticator
    from django.utils import timezone

    from plait.config.middleware_sign_in import SINCE

    Authenticator.objects.create(user=officer.user, type="totp", data={"secret": "x"})
    client.force_login(officer.user, "allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session[SINCE] = timezone.now().timestamp()
    session.save()
    return client
