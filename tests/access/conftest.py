"""A small area, arranged past row security, and pages without collected static files."""

from pathlib import Path

import pytest
from access_world import World, made_world
from django.core.cache import cache

PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}


@pytest.fixture
def world(db, arranging) -> World:
    with arranging():
        return made_world()


@pytest.fixture(autouse=True)
def plain_static(settings, tmp_path: Path) -> None:
    settings.STORAGES = settings.STORAGES | PLAIN
    settings.STATIC_ROOT = tmp_path


@pytest.fixture(autouse=True)
def fresh_counters() -> None:
    cache.clear()
