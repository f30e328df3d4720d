"""Two officers press at the same moment, on two connections: one request, one decision."""

from threading import Barrier, Thread

import pytest
from record_world import NOW, TODAY

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def at_once(*acts):
    """Run acts on connections of their own, begun together; give what each came to."""
    from django.db import connections

    gate, came_to = Barrier(len(acts)), {}

    def run(number, act):
        gate.wait(10)
        try:
            came_to[number] = act()
        except Exception as why:
            came_to[number] = why
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=one) for one in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return [came_to[number] for number in range(len(acts))]


def test_two_officers_who_take_one_request_on_at_once_make_one_child_and_one_request(
    world, asked, arranging
):
    from django.db import transaction

    from plait.access.context import acting_as
    from plait.assessment.actions.taking import take_on
    from plait.people.models import Child

    with transaction.atomic():
        asking = asked()

    def take():
        with acting_as(world.reader("manager")) as by:
            return take_on(asking=asking, child=None, why="", by=by, at=NOW)

    first, second = at_once(take, take)
    assert first == second
    with transaction.atomic(), arranging():
        assert Child.objects.filter(surname="Malin").count() == 1


def test_two_who_decide_at_once_make_one_decision(world, arranging):
    from django.db import transaction

    from plait.access.context import acting_as
    from plait.access.refusals import Refused
    from plait.assessment.actions.panels import decide_panel, save_panel
    from plait.assessment.models import Panel

    words = {
        "meets_on": None, "weighed": ["The request"], "why": "Both.", "what_instead": "",
        "limbs": [{"limb": limb, "answer": "yes", "why": "The report."}
                  for limb in ("may-have-sen", "may-need-a-plan")],
    }  # fmt: skip
    with acting_as(world.reader("caseworker")) as by:
        panel = save_panel(
            request=world.request, about="assess", shown=0, words=words, by=by, at=NOW
        )

    def decide():
        with acting_as(world.reader("manager")) as by:
            return decide_panel(panel=panel, shown=1, outcome="Y", on=TODAY, by=by, at=NOW)

    came_to = at_once(decide, decide)
    assert sorted(isinstance(one, Refused) for one in came_to) == [False, True]
    with transaction.atomic(), arranging():
        assert Panel.objects.filter(state="decided").count() == 1
