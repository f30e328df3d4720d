"""Waiting for health: the services, how long, how far along, what to expect, and who is first."""
