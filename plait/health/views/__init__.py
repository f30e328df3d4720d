"""Waits by service, and the health lane of one child."""
