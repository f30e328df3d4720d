"""A plan and what hangs on it in words."""
