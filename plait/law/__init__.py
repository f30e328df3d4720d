"""The law of SEND in England as data and pure functions; nothing here knows Django or a clock."""
