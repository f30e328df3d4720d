"""Acts of the family and of those who answer them."""
