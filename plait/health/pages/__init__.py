"""Waits in words."""
