"""A made-up local area, written out as the files partners send, with an answer key."""
