"""Advice on a few open cases of the made-up area: asked, given, late; in good words and vague."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from plait.access.context import acting_as
from plait.access.reader import Reader, posts_of, reader_from
from plait.assessment.actions.advice_after import agree_interim, chase, record_received
from plait.assessment.actions.advice_asking import Giver, ask_advice
from plait.assessment.actions.advice_giving import Row
from plait.assessment.models import Advice
from plait.assessment.queries.advice import facts_of, people_of
from plait.cases.models import Request
from plait.config.refusal import Refusal
from plait.law import advice as law
from plait.people.models import Area, User

# The manager asks: a caseworker may not have been tied to the child yet on a day gone by.
ASKER, CASEWORKER = "send.manager@plaitshire.test", "caseworker@plaitshire.test"
# How many days ago each case was asked, the newest first; the last two are late.
AGO = (3, 20, 52, 60)
DOCTOR = ("Dr Amara Finch", "Educational psychologist", "psychology@plaitshire.test")
THERAPIST = ("Ms Tilly Marsh", "Speech and language therapist", "therapy@plaitshire.test")
SOCIAL = ("The duty team", "Children’s social care", "duty@plaitshire.test")
HEAD = ("Mr Owen Pell", "Head teacher", "head@plaitshire.test")
GOOD = (
    ("need", "{name} understands single words and short phrases, and loses longer instructions."),
    ("outcome", "By July {year}, {name} follows an instruction of three parts in class."),
    ("provision", "A speech and language therapist will work with {name} one to one for 30 minutes "
     "every week of term for 12 weeks, and will review it with the setting in the last week."),
    ("provision", "A teaching assistant trained by the therapist will practise the same words with "
     "{name} for 15 minutes every school day, in a group of at most three."),
)  # fmt: skip
VAGUE = (
    ("need", "{name} finds it hard to keep attention on one task for longer than five minutes."),
    ("provision", "{name} would benefit from access to regular small group work as required."),
    ("provision", "Opportunities for movement breaks should be offered where possible."),
    ("outcome", "{name} feels calm in the classroom by the end of the school year."),
)


def seed(code: str, *, today: date, at: datetime) -> int:
    """Ask on a few cases of the sample's caseworker; gives how many there were."""
    area = Area.objects.filter(code=code).first()
    if area is None or not area.is_sample:
        raise Refusal("Advice is only made up in a made-up area.")
    user = User.objects.filter(email=ASKER).first()
    if user is None:
        raise Refusal(f"{ASKER} is not here: load the sample's files first.")
    reader = reader_from(user, posts_of(user, today=today), area, today=today)
    with acting_as(reader):
        if Advice.objects.filter(area=area).exists():
            return 0
        cases = list(_cases(reader))
    return sum(_seed_one(case, reader, ago) for case, ago in zip(cases, AGO, strict=False))


def _cases(reader: Reader) -> Any:
    """Open assessments of the caseworker, those decided last before the others."""
    rows = Request.objects.filter(
        area=reader.area, outcome="Y", assessment__outcome="A", outcome_on__isnull=False
    )
    mine = rows.filter(child__ties__user__email=CASEWORKER, child__merged_into__isnull=True)
    return mine.select_related("child").order_by("-outcome_on", "id").distinct()[: len(AGO)]


def _seed_one(case: Request, reader: Reader, ago: int) -> bool:
    """Ask on a day gone by, then let some of it come in and remind of the rest."""
    day = max(reader.today - timedelta(days=ago), case.outcome_on)
    then = replace(reader, today=day)
    at = timezone.make_aware(datetime.combine(day, time(9, 30)))
    with acting_as(reader):
        people = people_of(case.child_id, reader)
        givers = _givers(case, people, reader)
    told = {
        "name": case.child.name, "born": case.child.birth_date.isoformat(),
        "setting": people.settings[-1].name if people.settings else "",
        "said": "We want people to know what helps before things go wrong.",
        "caseworker": reader.user.name, "caseworker_email": reader.user.email,
        "area": reader.area.name,
    }  # fmt: skip
    with acting_as(reader):
        sent = ask_advice(request=case, givers=givers, told=told, by=then, at=at)
    _answers([one.advice for one in sent], case, reader, at)
    return True


def _givers(case: Request, people: Any, reader: Reader) -> list[Giver]:
    """One giver a kind: those tied to the child, the setting, or made-up people without account."""
    named = {
        "medical": THERAPIST, "psychology": DOCTOR, "social_care": SOCIAL, "education": HEAD
    }  # fmt: skip
    tied = {tie.role: tie.user for tie in people.tied}
    found = []
    for one in law.asked_for(facts_of(case.child, case, reader.today)):
        kind = one.kind
        if kind.id == "family" and "parent" in tied:
            user = tied["parent"]
            found.append(Giver(kind.id, kind.body, user.name, "Parent", user=user))
        elif kind.id == "medical" and "health_adviser" in tied:
            user = tied["health_adviser"]
            found.append(Giver(kind.id, kind.body, user.name, "Paediatrician", user=user))
        elif kind.id in ("education", "adulthood") and people.settings:
            setting = people.settings[-1]
            found.append(Giver(kind.id, kind.body, setting.name, "SENCO", setting=setting))
        elif kind.id in named:
            name, post, email = named[kind.id]
            found.append(Giver(kind.id, kind.body, name, post, email))
    return found


def _answers(rows: list[Advice], case: Request, reader: Reader, at: datetime) -> None:
    """The psychologist's came in good words, social care's in vague ones; one is reminded."""
    by_kind = {row.kind: row for row in rows}
    came = min(at + timedelta(days=12), timezone.now())
    for kind, words in (("psychology", GOOD), ("social_care", VAGUE)):
        row = by_kind.get(kind)
        if row is not None and came.date() > at.date() + timedelta(days=5):
            name, post, _ = DOCTOR if kind == "psychology" else SOCIAL
            with acting_as(reader):
                record_received(
                    advice=row, rows=_rows(words, case, came.year + 1), upload=None, name=name,
                    role=post, dated_on=came.date(), received_on=came.date(), by=reader, at=came,
                )  # fmt: skip
    with acting_as(reader):
        awaited = by_kind.get("medical")
        if awaited is not None and awaited.due_on < reader.today:
            chase(
                advice=Advice.objects.select_related("child", "request").get(pk=awaited.pk),
                how="telephone", to_whom="", said="The report is being typed.", by=reader,
                at=timezone.now(),
            )  # fmt: skip
        agree_interim(
            request=case, what="An hour with an adult each morning, for words and pictures.",
            who="The setting", since=at.date(), until=None, agreed_with="The family, the setting",
            by=reader, at=at,
        )  # fmt: skip


def _rows(words: tuple[tuple[str, str], ...], case: Request, year: int) -> list[Row]:
    name = case.child.forename or "The child"
    return [Row(kind, text.format(name=name, year=year)) for kind, text in words]
