"""Acts on education that is not on a roll full-time: ask, check, write, journal."""
