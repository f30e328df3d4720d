"""What access says to people, in words."""
