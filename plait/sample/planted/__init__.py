"""The problems hidden in the made-up area, each with a sentence on how it is found."""
