"""What is done with a request, each in one transaction with its line in the journal."""
