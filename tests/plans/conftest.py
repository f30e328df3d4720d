"""A child being assessed, with advice given, and a plan written by the acts themselves."""

from datetime import date

import pytest
from letters_world import area_rules
from plan_world import a_draft, advised
from record_world import acting, browse, world

__all__ = ["acting", "browse", "world"]


@pytest.fixture
def assessing(world, acting):
    """Amina, whom the authority decided to assess, with three passages of advice given."""
    return advised(world, acting)


@pytest.fixture
def draft(world, acting, assessing):
    """A draft with nothing to mend."""
    return a_draft(world, acting, assessing)


@pytest.fixture
def served(world, acting, draft):
    from record_world import NOW

    from plait.plans.actions.versions import serve_draft

    return serve_draft(version=draft, on=date(2026, 11, 2), by=acting("caseworker"), at=NOW)


@pytest.fixture
def letters(world, arranging):
    """The same child, in an area that has a letterhead and services to name."""
    with arranging():
        area_rules(world.area)
    return world
