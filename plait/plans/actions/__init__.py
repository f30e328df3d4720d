"""Acts on a plan: its versions, statements, threads, and what others say of it."""
