"""One child with a case, and the people around her."""

import pytest
from letters_world import area_rules
from record_world import acting, browse, world

__all__ = ["acting", "browse", "world"]


@pytest.fixture
def letters(world, arranging):
    """The same child, in an area that has a letterhead and services to name."""
    with arranging():
        area_rules(world.area)
    return world
