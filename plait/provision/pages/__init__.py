"""Registers of education that is not on a roll full-time, put into words."""
