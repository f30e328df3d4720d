"""The letters a decision brings: drafts for each person the law names, with the panel's reasons."""

from datetime import datetime

from plait.access.reader import Reader
from plait.access.refusals import Refused
from plait.assessment.models import Panel
from plait.cases.actions_letters import for_decision
from plait.cases.models import Letter

# By what was decided and how; a plan that is found necessary is told of with its draft.
KINDS = {
    ("assess", "Y"): "agree-to-assess",
    ("assess", "N"): "refuse-to-assess",
    ("plan", "N"): "refuse-plan",
}


def with_a_decision(*, panel: Panel, by: Reader, at: datetime) -> list[Letter]:
    """Write them; with nobody on the record to write to, the page of letters says what is owed."""
    kind = KINDS.get((panel.about, panel.outcome))
    if kind is None or panel.decided_on is None:
        return []
    why = "\n\n".join(filter(None, (panel.why, panel.what_instead)))
    try:
        return for_decision(panel.request, kind, panel.decided_on, why, by, at)
    except Refused:
        return []
