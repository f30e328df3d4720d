"""The SEN2 return: its message read, checked, written and turned into COLLECT's blade files."""
