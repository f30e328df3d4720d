"""The files other than SEN2: registers of settings and people, allocation, closures, the key."""
