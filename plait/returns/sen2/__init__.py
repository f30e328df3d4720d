"""The SEN2 return, written from the live record."""
