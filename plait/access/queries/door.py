"""Who comes in: the person, their posts and their second proof, in one question a request."""

import json
from dataclasses import dataclass
from datetime import date

from plait.people.asked import first, made
from plait.people.models import Area, Post, User

# The last two say what `may_be_tried` says; a test holds them together.
_SQL = """
SELECT row_to_json(u)::text,
  (SELECT coalesce(json_agg(row_to_json(r)), '[]')::text FROM (
    SELECT p.*, row_to_json(a) AS area FROM people_post p JOIN people_area a ON a.id = p.area_id
    WHERE p.user_id = u.id AND p.since <= %(today)s
    AND (p.until IS NULL OR p.until >= %(today)s) ORDER BY p.id) r),
  (SELECT row_to_json(a)::text FROM people_area a
    ORDER BY a.id <> %(area)s, a.id LIMIT 1),
  EXISTS (SELECT FROM mfa_authenticator m
    WHERE m.user_id = u.id AND m.type IN ('totp', 'webauthn')),
  u.persona <> '' AND u.is_active AND EXISTS (SELECT FROM people_area a WHERE a.is_sample)
    AND NOT EXISTS (SELECT FROM people_area a WHERE NOT a.is_sample)
FROM people_user u WHERE u.id = %(user)s
"""


@dataclass(frozen=True)
class AtTheDoor:
    """A person as the database has them at this very request."""

    user: User
    today: date
    posts: list[Post]  # in force today, in any area
    area: Area | None  # the one the session works in, else the first; for whoever holds no post
    has_proof: bool  # a code generator or a passkey
    may_be_tried: bool  # a persona of a made-up area


def at_the_door(user_id: int, *, area: int | None, today: date) -> AtTheDoor | None:
    """Ask who somebody is and what posts they hold today."""
    found = first(_SQL, {"user": user_id, "area": area or 0, "today": today})
    if found is None:
        return None
    user, posts, here, proof, tried = found
    who = made(User, json.loads(user))
    return AtTheDoor(
        user=who,
        today=today,
        posts=[
            made(Post, row, user=who, area=made(Area, row["area"])) for row in json.loads(posts)
        ],
        area=made(Area, json.loads(here)) if here else None,
        has_proof=proof,
        may_be_tried=tried,
    )
