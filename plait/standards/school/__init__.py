"""What schools hand over: the common transfer file, and the school census as COLLECT gives it."""
