"""Episodes and those who wait, read for somebody."""
