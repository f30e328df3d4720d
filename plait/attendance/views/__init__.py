"""The attendance of one child, and concerns about it."""
