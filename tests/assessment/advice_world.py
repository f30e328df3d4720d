"""A request that is being assessed, givers of every sort, and the links that come by mail."""

import re
from typing import Any

from record_world import NOW, TODAY

VAGUE = "Amina will have access to regular speech and language therapy as required."
SPECIFIC = (
    "A speech and language therapist will see Amina one to one for 30 minutes every week of term, "
    "for 12 weeks, and review it in July 2027."
)
TOLD = {"name": "Amina O'Connell", "born": "2019-03-04", "setting": "Larkfield Primary School"}


def assess(world: Any) -> None:
    """The authority decided to assess Amina on 9 November 2026."""
    from datetime import date

    from plait.cases.models import Assessment, Request

    Request.objects.filter(pk=world.request.pk).update(outcome="Y", outcome_on=date(2026, 11, 9))
    Assessment.objects.create(area=world.area, child=world.amina, request=world.request)
    world.request.refresh_from_db()


def giver(**more: Any) -> Any:
    from plait.assessment.actions.advice_asking import Giver

    usual = {"kind": "medical", "body": "nhs", "name": "Ms Reed", "post": "Therapist"}
    return Giver(**(usual | {"email": "reed@nhs.example"} | more))


def ask(world: Any, by: Any, *givers: Any, told: Any = None) -> list:
    from plait.assessment.actions.advice_asking import ask_advice

    return ask_advice(
        request=world.request, givers=givers or [giver()], told=told or TOLD, by=by, at=NOW
    )


def link_in(message: Any) -> str:
    return re.search(r"/open/\S+/", message.body)[0]


def open_link(browser: Any, message: Any) -> Any:
    return browser.post(link_in(message), follow=True)


__all__ = ["NOW", "SPECIFIC", "TODAY", "TOLD", "VAGUE", "ask", "assess", "giver", "link_in"]
