"""Plait: three strands, one child."""

__version__ = "0.1.0"
