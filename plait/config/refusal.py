"""What a command says when it cannot do what was asked."""


class Refusal(Exception):
    """One sentence for the person at the terminal: what is wrong and what mends it."""
