"""One child with a case, the people around her, and strangers who ask."""

import pytest
from asking_world import ANSWERS
from record_world import acting, browse, world

__all__ = ["acting", "asked", "browse", "world"]


@pytest.fixture
def asked(world, arranging):
    """A request that a stranger sent: `asked()`, or with other answers `asked(child={...})`."""
    from datetime import UTC, datetime

    from record_world import TODAY

    from plait.assessment.models import Asking

    def made(*, channel="parent", state="sent", received_on=TODAY, email="ewa@example.org", **more):
        answers = {key: given | more.get(key, {}) for key, given in ANSWERS.items()}
        with arranging():
            return Asking.objects.create(
                area=world.area, channel=channel, state=state, email=email, answers=answers,
                begun_at=datetime(2026, 11, 20, 9, tzinfo=UTC), received_on=received_on,
                sent_on=received_on, receipt_why="It was sent on the web.",
                **{name: value for name, value in more.items() if name not in ANSWERS},
            )  # fmt: skip

    return made
