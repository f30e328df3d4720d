"""What the child's page says of who leads, and of what the watch holds of the child."""

from plait.access.reader import Reader
from plait.cases.queries import Record
from plait.watch import pages_team
from plait.watch import queries_team as teams


def in_sight(found: Record, reader: Reader) -> dict[str, object]:
    """Give who leads for the child, to those who may read it."""
    if not found.standing.may_read("team"):
        return {"leads": None}
    team = teams.team_of(found.child.pk, reader)
    posts = teams.posts_of_people([team.lead.person_id] if team.lead else [], reader)
    return {"leads": pages_team.leads(team, posts)}
