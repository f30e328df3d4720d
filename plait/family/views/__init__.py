"""The family's pages: the record, messages, how to be told."""
