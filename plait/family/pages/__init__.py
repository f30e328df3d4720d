"""The record, messages and notices in words."""
