"""Allocation, handing over, cover, families, inspections."""

from typing import Any

from django import forms

from plait.access.queries import children, people
from plait.access.reader import Reader
from plait.people.models import FamilyTie, Post, Role
from plait.ui.forms import DateField

LARGEST_FILE = 2_000_000  # bytes


def named(posts: Any) -> list[tuple[int, str]]:
    """Name each post by its holder and role."""
    return [(post.pk, f"{post.user.name}, {Role(post.role).label}") for post in posts]


def _may_follow(post: Post, other: Post | None) -> bool:
    """A case passes to another holder of the same role; nobody follows themselves."""
    return other is None or (post.pk != other.pk and post.role == other.role)


class ToSomebody(forms.Form):
    """A form that gives cases to the holder of a post."""

    to = forms.TypedChoiceField(label="To", coerce=int)

    def __init__(self, *args: Any, reader: Reader, without: Post | None = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self._posts = {p.pk: p for p in self.posts(reader) if _may_follow(p, without)}
        self.fields["to"].choices = [("", "Choose a person"), *named(self._posts.values())]

    def posts(self, reader: Reader) -> Any:
        """Give the posts that can be chosen."""
        return people.posts_with_cases(reader)

    def clean_to(self) -> Post:
        """Turn the choice into the post."""
        return self._posts[self.cleaned_data["to"]]


class AllocateOne(ToSomebody):
    """Allocate one case."""

    why = forms.CharField(label="Why", required=False, max_length=200)


class HandOver(ToSomebody):
    """Pass a whole caseload on."""

    on = DateField(label="From which day", help_text="Both can open the cases on that day.")
    why = forms.CharField(label="Why", max_length=200)


class Cover(ToSomebody):
    """Let a colleague open the cases for a while."""

    since = DateField(label="First day away")
    until = DateField(label="Last day away")
    why = forms.CharField(label="Why", max_length=200)


class ByRule(forms.Form):
    """Which children, and between whom they are shared."""

    setting = forms.TypedChoiceField(label="Setting", required=False, coerce=int, empty_value=None)
    surname_from = forms.CharField(label="Surnames from", required=False, max_length=20)
    surname_to = forms.CharField(label="Surnames to", required=False, max_length=20)
    unallocated = forms.BooleanField(
        label="Only children without a caseworker", required=False, initial=True
    )
    to = forms.TypedMultipleChoiceField(
        label="Share them between", coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, reader: Reader, **kw: Any) -> None:
        super().__init__(*args, **kw)
        roll = [(s.pk, s.name) for s in children.settings_with_children(reader)]
        self.fields["setting"].choices = [("", "Any setting"), *roll]
        self._posts = {post.pk: post for post in people.caseworkers(reader)}
        self.fields["to"].choices = named(self._posts.values())

    def clean_to(self) -> list[Post]:
        """Turn the choices into posts."""
        return [self._posts[pk] for pk in self.cleaned_data["to"]]

    def which(self) -> children.Which:
        """Give the rule."""
        return children.Which(
            **{
                name: self.cleaned_data[name]
                for name in ("setting", "surname_from", "surname_to", "unallocated")
            }
        )


class ByFile(forms.Form):
    """A file that says who has which case."""

    file = forms.FileField(
        label="CSV file",
        help_text="Two columns, named on the first line: number,email. The number is a UPN, ULN, "
        "NHS or local number; the e-mail is the caseworker’s.",
    )

    def clean_file(self) -> str:
        """Read the file as text."""
        given = self.cleaned_data["file"]
        if given.size > LARGEST_FILE:
            raise forms.ValidationError("The file is larger than 2 MB. Send it in parts.")
        try:
            return given.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise forms.ValidationError(
                "The file is not UTF-8 text. Save it as “CSV UTF-8” and send it again."
            ) from None


class FamilyForm(forms.Form):
    """Who is opened a record, what was checked, and what keeps the family safe."""

    who = forms.ChoiceField(
        label="The record is opened to",
        choices=[("parent", "a parent or carer"), ("young_person", "the young person")],
        widget=forms.RadioSelect,
        initial="parent",
    )
    name = forms.CharField(label="Their name", max_length=120)
    email = forms.EmailField(label="Their e-mail address")
    what_was_seen = forms.CharField(
        label="What did you check?",
        max_length=300,
        help_text="As in: passport and the child’s birth certificate, seen at the office.",
    )
    relationship = forms.CharField(label="Relationship", required=False, max_length=40)
    responsibility = forms.ChoiceField(
        label="Parental responsibility",
        choices=FamilyTie.Responsibility.choices,
        initial=FamilyTie.Responsibility.NOT_KNOWN,
        widget=forms.RadioSelect,
    )
    lives_with = forms.TypedChoiceField(
        label="Lives with the child",
        choices=[("yes", "Yes"), ("no", "No"), ("", "Not known")],
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    hide_address_from_others = forms.BooleanField(
        label="Hide their address from other adults of the family", required=False
    )
    unsafe_to_tell = forms.BooleanField(
        label="It would be unsafe to tell this adult about an emergency", required=False
    )
    safety_note = forms.CharField(label="What to be careful of", required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """A parent has a relationship; a young person is the child."""
        given = super().clean() or {}
        if given.get("who") == "parent" and not given.get("relationship"):
            self.add_error("relationship", "Say how they stand to the child, as in: mother.")
        return given


class DrawForm(ToSomebody):
    """Cases for an inspector: a number and a seed, or a list."""

    count = forms.IntegerField(label="How many", required=False, min_value=1, max_value=500)
    seed = forms.CharField(
        label="Seed",
        required=False,
        max_length=40,
        help_text="Any word; let the inspector choose it. The same word draws the same cases.",
    )
    numbers = forms.CharField(
        label="Or these children",
        required=False,
        widget=forms.Textarea,
        help_text="One number a line: UPN, ULN, NHS or local number.",
    )
    until = DateField(label="Last day of the inspection")

    def posts(self, reader: Reader) -> Any:
        """Only inspectors can be chosen."""
        return people.inspectors(reader)

    def clean_numbers(self) -> list[str]:
        """Read the lines."""
        return [n.strip().upper() for n in self.cleaned_data["numbers"].split() if n.strip()]

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two ways."""
        given = super().clean() or {}
        by_seed = given.get("count") and given.get("seed")
        if bool(by_seed) == bool(given.get("numbers")):
            raise forms.ValidationError("Enter either how many and a seed, or a list of numbers.")
        return given
