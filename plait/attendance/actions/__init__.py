"""What is done when attendance turns: a concern, an answer, help that is tried."""
