"""Lists that inspectors ask for, answered from the record."""
