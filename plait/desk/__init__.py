"""Each role's first page, and the list of cases."""
