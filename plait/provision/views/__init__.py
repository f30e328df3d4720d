"""Registers of education that is not on a roll full-time, and the family's own screen."""
