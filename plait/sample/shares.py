"""Draw a value by its share, the same value for the same seed."""

from bisect import bisect
from collections.abc import Mapping
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Shares(Generic[Value]):
    """Values with their weights; weights need not add up to anything."""

    def __init__(self, weights: Mapping[Value, float]) -> None:
        self.weights = dict(weights)
        self.values = tuple(weights)
        self.steps = tuple(accumulate(weights.values()))

    def draw(self, rng: Random) -> Value:
        return self.values[bisect(self.steps, rng.random() * self.steps[-1])]


def chance(rng: Random, share: float) -> bool:
    return rng.random() < share
