"""An EHC plan as plain data, and what can be asked of it without a database."""
