"""What is asked about attendance."""
