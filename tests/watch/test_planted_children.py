"""A month of a made-up area goes in by the doors, and every child hidden in it is found."""

import json
from collections import Counter
from datetime import UTC, date, datetime

import pytest

from plait.sample.area import make_area
from plait.sample.write import write_area

ON = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
CHILDREN = 240
# Files of what is not about who is out of sight; without them the test is half as long.
LEFT_OUT = ("people.csv", "allocation.csv", "sen2-2025.xml", "sen2-2026.xml", "closures.csv")


@pytest.fixture
def planted(db, arranging, settings, tmp_path):
    """Give the answers, once the month is loaded and the watch has run."""
    from plait.access.context import acting_as
    from plait.intake.loading import files_in_order, load_file, loader
    from plait.people.models import Area
    from plait.watch.actions_run import run

    settings.MEDIA_ROOT = tmp_path / "documents"
    folder = tmp_path / "month"
    write_area(folder, make_area(CHILDREN, 7, ON))
    with arranging():
        Area.objects.create(code="999", name="Plaitshire", is_sample=True)
        by = loader("999", "", today=ON)
        files, _ = files_in_order([folder])
        for file in files:
            if file.name not in LEFT_OUT:
                done = load_file(file, by=by, at=AT)
                assert not done["refusal"], done
                assert not done["severity"].get("error"), (file.name, done)
    with acting_as(by):
        run(by=by, at=AT)
        yield json.loads((folder / "answers.json").read_text())["in_the_feeds"]


def _held(told):
    """Give the children of the record who bear this number, or who bear it in a file."""
    from plait.people.models import Identifier, Incoming

    of = Identifier.objects.filter(value=told["upn"]).values_list("child_id", flat=True)
    came = Incoming.objects.filter(upn=told["upn"]).values_list("child_id", flat=True)
    return set(of) | (set(came) - {None})


def _signs(child):
    from plait.watch.models import OutOfSchool, Question, Signal

    found = {f"signal:{rule}" for rule in _of(Signal, child, "rule")}
    found |= {f"list:{reason}" for reason in _of(OutOfSchool, child, "reason")}
    return found | {f"question:{strand}" for strand in _of(Question, child, "strand")}


def _of(model, child, name):
    return model.objects.filter(child_id=child).values_list(name, flat=True)


def _one_child(plant, child):
    """Whether health's row of a child was linked to the school's, or is shown beside it."""
    from plait.people.models import Child, Incoming

    held = Child.objects.get(pk=child)
    others = Incoming.objects.filter(sender="health", surname=held.surname)
    return [
        row for row in others
        if row.child_id == child or child in [one["child"] for one in row.evidence]
    ]  # fmt: skip


def _missed(plant):
    """Say what of one plant was not found as its signs say."""
    held = [_held(told) for told in plant["children"]]
    if any(len(ids) != 1 for ids in held):
        return [f"{plant['kind']}: its children are {held} on record"]
    ids = [one for (one,) in held]
    missed = []
    for sign in plant["signs"]:
        for child in ids:
            fine = {
                "quiet": lambda c=child: not _signs(c),
                "one child": lambda c=child: _one_child(plant, c),
                "two children": lambda: len(set(ids)) == 2,
            }.get(sign, lambda c=child, s=sign: s in _signs(c))
            if not fine():
                missed.append(f"{plant['kind']}: child {child} lacks {sign}; has {_signs(child)}")
    return missed


def test_every_child_hidden_in_a_month_of_files_is_found_and_few_others_are(planted, capsys):
    from plait.cases.models import Placement
    from plait.people.models import Child, Incoming
    from plait.watch.models import OutOfSchool, Signal
    from plait.watch.rules_list import OF_A_PLAN

    assert len(planted) >= 14
    missed = [line for plant in planted for line in _missed(plant)]
    assert not missed, "\n".join(missed)

    hidden = {child for plant in planted for told in plant["children"] for child in _held(told)}
    # The return itself says of these that they learn at home or nowhere: no false alarm.
    of_a_plan = Placement.objects.filter(setting_kind__in=OF_A_PLAN)
    hidden |= set(of_a_plan.values_list("child_id", flat=True))
    alarms = Counter(
        Signal.objects.exclude(child_id__in=hidden).values_list("rule", flat=True)
    ) + Counter(OutOfSchool.objects.exclude(child_id__in=hidden).values_list("reason", flat=True))
    waits = Incoming.objects.filter(state=Incoming.State.REVIEW).count()
    with capsys.disabled():
        print(f"\nFalse alarms among {Child.objects.count()} children: {dict(alarms) or 'none'}; "
              f"{waits} persons wait for somebody to say who they are.")  # fmt: skip
    assert sum(alarms.values()) <= Child.objects.count() * 0.02
