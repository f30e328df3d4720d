"""What is read of requests and decisions, always for somebody."""
