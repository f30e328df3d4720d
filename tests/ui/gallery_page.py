"""A page with every part of the house on it, for the tests to draw and look at."""

from datetime import date, timedelta

from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict

from plait.ui.charts import Bar, Line, bar_chart, line_chart
from plait.ui.forms import DateField
from plait.ui.navigation import NavItem, Reader
from plait.ui.plait_model import Clock, Event, Lane, Meeting, Plait, Quiet, Week
from plait.ui.tables import Cell, Column

TODAY = date(2026, 11, 23)


class EveryField(forms.Form):
    """One field of each kind that a page may ask."""

    name = forms.CharField(label="Name", help_text="As the family writes it.")
    age = forms.IntegerField(label="Age")
    on = DateField(label="When was the advice received?", help_text="For example, 9 11 2026.")
    note = forms.CharField(label="Note", widget=forms.Textarea, required=False)
    duty = forms.ChoiceField(
        label="Duty", choices=[("", "Choose"), ("a", "Decide"), ("b", "Issue")]
    )
    way = forms.ChoiceField(
        label="How did it come?",
        widget=forms.RadioSelect,
        choices=[("post", "By post"), ("mail", "By e-mail")],
    )
    who = forms.MultipleChoiceField(
        label="Who was told?",
        widget=forms.CheckboxSelectMultiple,
        choices=[("family", "The family"), ("school", "The school")],
    )
    sure = forms.BooleanField(label="I have checked the date on the letter")
    password = forms.CharField(label="Password", widget=forms.PasswordInput)
    paper = forms.FileField(label="The letter")
    secret = forms.CharField(widget=forms.HiddenInput, initial="kept")


class Filters(forms.Form):
    """Two ways to narrow a list."""

    standing = forms.ChoiceField(label="Standing", choices=[("", "All"), ("late", "Late")])
    worker = forms.CharField(label="Worker", required=False)


def plait() -> Plait:
    """Give one child's year, with a long wait in health and a fall in attendance."""
    education = Lane(
        "Education",
        "education",
        [
            Event(date(2026, 1, 19), "SEN support"),
            Event(date(2026, 4, 27), "Review 1"),
            Event(date(2026, 7, 6), "Review 2"),
        ],
    )
    health = Lane(
        "Health",
        "health",
        [
            Event(date(2026, 2, 20), "Referred: speech and language"),
            Event(date(2026, 7, 6), "First seen, 19 weeks"),
        ],
        quiet=[Quiet(date(2026, 2, 20), date(2026, 7, 6))],
    )
    care = Lane("Social care", "care", [Event(date(2026, 9, 28), "Asked")], loaded=True,
                quiet=[Quiet(date(2026, 1, 1), date(2026, 9, 28))])  # fmt: skip
    return Plait(
        lanes=[education, health, care],
        today=TODAY,
        clocks=[
            Clock("Final plan, 15 Feb", date(2026, 9, 28), date(2027, 2, 15), "At risk", "at-risk"),
            Clock("School’s advice, 21 Dec", date(2026, 11, 9), date(2026, 12, 21), "28 days left",
                  lane="education"),
            Clock("Therapy advice, 21 Dec", date(2026, 11, 9), date(2026, 12, 21), "28 days left",
                  lane="health"),
            Clock("Care advice, 21 Dec", date(2026, 11, 9), date(2026, 12, 21), "28 days left",
                  lane="care"),
        ],
        meetings=[
            Meeting(date(2026, 9, 28), "Request received"),
            Meeting(date(2026, 11, 9), "Decision to assess"),
        ],
        weeks=[
            Week(date(2026, 1, 5) + timedelta(weeks=week), [0.97, 0.85, 0.4][week % 9 // 4])
            for week in range(46)
            if week not in (6, 13, 14, 20, *range(28, 35), 42)
        ],
    )  # fmt: skip


def context(form: forms.Form) -> dict:
    """Give everything the gallery's template asks for."""
    chart_columns = [Column("month", "Month"), Column("share", "On time", numeric=True)]
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]
    ours, theirs = [52, 50, 51, 47, None, 41], [50, 50, 49, 49, 48, 48]
    return {
        "nav": [
            NavItem("Today", "#", count=9),
            NavItem("Children", "#", current=True),
            NavItem("The area", "#"),
            NavItem("Returns", "#"),
        ],
        "reader": Reader("Jo Marsh", "EHC caseworker"),
        "area_name": "Larkshire",
        "is_sample": True,
        "due": date(2026, 12, 21),
        "picture": plait(),
        "columns": [
            Column("duty", "Duty"),
            Column("whose", "Whose"),
            Column("due", "Due", sort_href="?sort=due", sorted="ascending"),
            Column("days", "Days", numeric=True),
            Column("standing", "Standing"),
        ],
        "rows": [
            row("Decide whether to assess", "Authority", "9 Nov", "0", "Met on the day", "met"),
            row("Therapy advice", "Riverside NHS", "21 Dec", "28", "28 days left", "running"),
            row("Final plan", "Authority", "15 Feb", "84", "At risk: no draft yet", "at-risk"),
        ],
        "events": [
            ("Today 09:12", "Jo Marsh, caseworker", "whole record"),
            ("Friday", "Sam Oyelaran, SENCO", "attendance, dates"),
        ],
        "tabs": [NavItem("Open", "#", True, 231), NavItem("With a plan", "#", count=2079)],
        "filters": Filters(),
        "page": Paginator(range(200), 10).page(4),
        "query": QueryDict("standing=late&page=4"),
        "bars": bar_chart(
            [Bar("Within 20 weeks", 412, "412 (48%)", "met"), Bar("Later", 447, "447", "late")],
            title="Plans issued within 20 weeks and later",
        ),
        "lines": line_chart(
            [Line("Larkshire", ours), Line("England", theirs, "two")],
            months,
            title="Share issued in 20 weeks",
            top=100,
        ),
        "chart_columns": chart_columns,
        "chart_rows": [
            {"month": m, "share": f"{s}%" if s else None} for m, s in zip(months, ours, strict=True)
        ],
        "form": form,
    }  # fmt: skip


def row(duty: str, whose: str, due: str, days: str, words: str, kind: str) -> dict:
    """Give one row of the table of legal dates."""
    return {
        "duty": Cell(duty, href="#"),
        "whose": whose,
        "due": due,
        "days": days,
        "standing": Cell(words, tag=kind),
    }
