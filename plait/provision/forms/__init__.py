"""One form an act; each asks for what the act needs and no more."""
