"""A loaded area, and its data officer."""

from intake.conftest import _store, inside, load, officer
from returns.conftest import faultless

__all__ = ["_store", "faultless", "inside", "load", "officer"]
