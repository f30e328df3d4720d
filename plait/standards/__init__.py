"""The published standards of the field: identifiers, code sets, returns and the files partners send."""
