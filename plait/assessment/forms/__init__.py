"""What is asked when a request is made, taken on or decided."""
