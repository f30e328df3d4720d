"""Registers of a child, and what is said about absence, as far as the reader may see."""
