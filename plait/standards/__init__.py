"""The published standards of the field: identifiers, codes, returns and partners' files."""
