"""What the child's page says of who leads, and of what the watch holds of the child."""

from plait.cases.queries import Record
from plait.child.queries_sight import in_sight_of, lead_in
from plait.watch import pages, pages_team


def in_sight(found: Record) -> dict[str, object]:
    """Give who leads for the child, and what waits for somebody, as far as the reader may read."""
    entry, signals, asked = in_sight_of(found)
    team, posts = lead_in(found)
    return {
        "entry": entry,
        "noticed": [(one, pages.rule_words(one), " ".join(one.facts)) for one in signals],
        "asked": asked,
        "leads": pages_team.leads(team, posts),
    }
