"""Sessions as Django keeps them in the database, read by one prepared question."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as InTheDatabase

from plait.people.asked import first

_SQL = """
SELECT session_data FROM django_session WHERE session_key = %(key)s AND expire_date > now()
"""


class SessionStore(InTheDatabase):
    """Django's own store; only how a session is found again differs."""

    @classmethod
    def get_model_class(cls) -> Any:
        return InTheDatabase.get_model_class()

    def load(self) -> dict[str, Any]:
        found = first(_SQL, {"key": self.session_key})
        if found is None:
            self._session_key = None
            return {}
        return self.decode(found[0])
