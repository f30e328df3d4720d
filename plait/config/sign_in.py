"""How people come in: by invitation or by the command line, never by signing themselves up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):
    """Nobody makes their own account; an invitation does."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
