"""The house itself: what the import contracts cannot see."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

CLONE = Path(__file__).resolve().parents[1]
CODE = CLONE / "plait"
# From the ground up; apps on one line are neighbours.
FLOORS = (
    ("people",),
    ("journal",),
    ("access",),
    ("cases",),
    ("assessment", "plans", "attendance", "provision", "health", "support"),
    ("watch",),
    ("child",),
    ("intake", "returns", "insight", "family"),
    ("desk",),
)
# Rooms that may look at the clock; the middlewares and wiring stand at the front door too.
MAY_LOOK = re.compile(
    r"views(/|\w*\.py)|jobs\.py|command\.py|config/|access/middleware\w*\.py|journal/actions\.py|ui/words\.py"
    r"|journal/seal\.py"
)
CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("timezone", "now"),
         ("timezone", "localdate"), ("timezone", "localtime"), ("time", "time")}  # fmt: skip
LONGEST = 260


def modules() -> list[Path]:
    return [path for path in CODE.rglob("*.py") if "migrations" not in path.parts]


def test_no_foreign_key_points_up_or_sideways():
    from django.apps import apps

    floor = {name: height for height, names in enumerate(FLOORS) for name in names}
    for model in apps.get_models():
        app = model._meta.app_label
        for field in model._meta.get_fields():
            target = field.related_model if field.is_relation and field.concrete else None
            if app not in floor or target is None or target._meta.app_label not in floor:
                continue
            to = target._meta.app_label
            assert to == app or floor[to] < floor[app], f"{app}.{model.__name__}.{field.name}"


def test_only_the_front_door_looks_at_the_clock():
    looked = []
    for path in modules():
        name = path.relative_to(CODE).as_posix()
        if MAY_LOOK.search(name):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                whose = getattr(node.func.value, "id", getattr(node.func.value, "attr", ""))
                if (whose, node.func.attr) in CLOCK:
                    looked.append(f"{name}:{node.lineno}")
    assert looked == []


def test_no_file_is_a_place_for_anything():
    names = {path.stem for path in modules()}
    assert not names & {"utils", "helpers", "misc", "common", "tools"}


def test_no_file_has_grown_past_one_subject():
    long = {p.relative_to(CODE).as_posix(): len(p.read_text().splitlines()) for p in modules()}
    assert {name: lines for name, lines in long.items() if lines > LONGEST} == {}


def test_no_text_names_a_machine_or_a_registry():
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=CLONE, capture_output=True, text=True, check=False
    )
    if tracked.returncode:
        pytest.skip("not a git clone")
    never = re.compile(
        r"/(root|work|home/\w+)/(main|plait|shared)|file[s]?\.pythonhosted|py" r"pi\.org"
    )
    for name in filter(None, tracked.stdout.split("\0")):
        path = CLONE / name
        if path.is_file() and path.suffix in {".py", ".md", ".toml", ".lock", ".txt", ".html"}:
            assert not never.search(path.read_text(errors="replace")), name


def test_each_dependency_brings_its_reason():
    text = (CLONE / "pyproject.toml").read_text()
    project = tomllib.loads(text)["project"]
    for needed in project["dependencies"]:
        line = next(line for line in text.splitlines() if f'"{needed}"' in line)
        assert "#" in line, f"{needed} has no reason"


def test_each_decision_says_what_was_faced_chosen_and_how_it_is_noticed():
    for path in (CLONE / "docs" / "decisions").glob("0*.md"):
        text = path.read_text()
        for part in ("**Chosen.**", "**Costs.**", "**Noticed by.**"):
            assert part in text, f"{path.name} lacks {part}"


def test_each_setting_of_the_environment_is_on_its_page():
    page = (CLONE / "docs" / "settings.md").read_text()
    read = set()
    for path in [*modules(), *(CLONE / "scripts").glob("*.py")]:
        read |= set(
            re.findall(r'(?:environ(?:\.get)?[\[(]|_flag\()"(PLAIT_[A-Z_]+)"', path.read_text())
        )
    assert {name for name in read if f"`{name}`" not in page} == set()


def test_no_two_test_files_share_a_name_for_the_second_would_not_be_collected():
    alone = [
        path.name
        for path in sorted(Path(__file__).parent.rglob("test_*.py"))
        if not (path.parent / "__init__.py").exists()
    ]
    assert {name for name in alone if alone.count(name) > 1} == set()


@pytest.mark.xdist_group("house")
def test_a_group_of_tests_stays_on_one_worker(request):
    """The journeys share one open area: on two workers, one would visit the other's."""
    if not getattr(request.config.option, "loadgroup", False):
        pytest.skip("no groups in this run")
    assert request.node.nodeid.endswith("@house")
