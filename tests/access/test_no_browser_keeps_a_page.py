"""What was shown to one person stays in no browser's or proxy's store for the next at the desk."""

import pytest
from django.test import Client
from record_world import browse, world

from plait.access import kept_pages

__all__ = ["browse", "world"]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["/children/{}/", "/", "/cases/", "/cases/?as=csv", "/children/0/"]
)
def test_a_page_of_a_child_is_not_to_be_stored_whether_drawn_or_kept(world, browse, path):
    kept_pages.forget()
    manager = browse("manager")
    for _ in ("drawn", "kept"):
        told = manager.get(path.format(world.amina.pk))["Cache-Control"]
        assert {"private", "no-store"} <= set(told.split(", ")), told


@pytest.mark.parametrize("path", ["/accounts/login/", "/api/v1/kinds", "/api/v1/openapi.json"])
def test_nor_is_what_a_stranger_or_a_system_reads(world, path):
    assert "no-store" in Client().get(path)["Cache-Control"]
