"""A loaded area, and its data officer."""

import pytest
from intake.conftest import _store, inside, load, officer
from plan_world import a_draft, advised
from record_world import acting, browse, world
from returns.conftest import faultless

__all__ = ["_store", "acting", "browse", "faultless", "inside", "load", "officer", "world"]


@pytest.fixture
def draft(world, acting):
    """A draft of Amina's plan with nothing to mend, not yet served."""
    return a_draft(world, acting, advised(world, acting))
