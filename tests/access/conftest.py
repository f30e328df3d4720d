"""A small area, arranged past row security."""

import pytest
from access_world import World, made_world


@pytest.fixture
def world(db, arranging) -> World:
    with arranging():
        return made_world()
