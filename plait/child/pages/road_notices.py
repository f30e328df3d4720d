"""The notices that the law asks for beside the decision whether to assess, on the road."""

from django.urls import reverse

from plait.child.pages.road_step import Act
from plait.child.queries_road import Facts
from plait.ui.words import long_day, plural


def notices_said(facts: Facts) -> tuple[str, ...]:
    """Say whom nobody told yet that an assessment is considered, or will be made."""
    if not facts.notices:
        return ()
    names = ", ".join(one.to for one in facts.notices)
    since = long_day(min(one.since for one in facts.notices))
    count = plural(len(facts.notices), "notice")
    return (f"{count} still to be sent, asked for since {since}: {names}.",)


def notices_act(facts: Facts) -> tuple[Act, ...]:
    """Lead to the page on which all of them are sent at once."""
    if not facts.notices:
        return ()
    return (("Tell those whom the law names", reverse("child:notices", args=[facts.child_id])),)
