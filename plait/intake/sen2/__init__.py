"""The SEN2 return, or an extract of its shape, into the record."""
