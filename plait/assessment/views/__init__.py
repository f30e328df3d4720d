"""Pages of asking, deciding and advising."""
