"""Letters of the one child with a case: the area's rules, and a letter of any kind."""

from datetime import date

from record_world import NOW, TODAY

from plait.standards.letter_facts import example_facts, fact_names

# What an officer writes for a letter whose facts the record does not hold.
GIVEN = {
    name: fact
    for name, fact in example_facts().items()
    if name
    not in ("recipient_name", "child", "child_name", "officer_name", "officer_role", "authority")
    and fact_names()[name].kind != "contact"
    and name not in ("appeal_by", "mediation_by", "team", "decided_on", "told")
}
DECIDED = date(2026, 11, 20)


def area_rules(area):
    """Give the area a letterhead and the services its letters must name."""
    from plait.cases.letter_rules import made_up
    from plait.cases.models import AreaRule

    for name, value in made_up().items():
        AreaRule.objects.create(area=area, name=name, value=value, changed_at=NOW)


def made(world, by, kind="refuse-to-assess", **more):
    """Write the drafts of a kind, as somebody."""
    from plait.cases.actions_letters import make
    from plait.cases.letter_persons import Person
    from plait.law.letters_told import Whom, whom

    asked = None
    if Whom.ONE_ASKED in whom(kind) or kind == "notify-others":
        asked = Person(Whom.ONE_ASKED, "asked:dr rao", "Dr Rao", "1 Clinic Road", "rao@example.org")
    return make(
        child=world.amina, request=world.request, kind=kind, given=GIVEN, decided_on=DECIDED,
        by=by, at=NOW, asked=asked, **more,
    )  # fmt: skip


def sent(letter, by, *, on=TODAY, **more):
    """Send a letter by the way that reaches its reader, as somebody."""
    from plait.cases.actions_letters_sent import send
    from plait.cases.models import Letter

    if letter.to_user_id is None and not letter.to_address:
        letter.how = "hand"
        letter.save()
    done = send(letter=letter, dated_on=on, sent_on=on, by=by, at=NOW, **more)
    return Letter.objects.get(pk=done.pk)


def to(letters, name):
    return next(one for one in letters if one.to_name == name)
