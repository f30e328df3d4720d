"""Made-up registers of which it is known who is who: they measure how children are recognised."""
