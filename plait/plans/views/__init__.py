"""Pages of the plan, its threads, its comments and consultations."""
