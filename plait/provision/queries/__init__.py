"""Registers of education that is not on a roll full-time, as far as the reader may see."""
