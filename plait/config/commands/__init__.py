"""Commands that need the record; each module has NAME, HELP, arguments, run, and perhaps a ROLE."""
