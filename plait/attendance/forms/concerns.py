"""What is written about a concern, by those who work with the child and by the family."""

from django import forms
from django.utils.translation import gettext_lazy

from plait.attendance.barrier_words import BARRIERS, HELPED
from plait.ui.forms import DateField

LONG = 4000


def _text(label: str, rows: int = 4, *, most: int = LONG, **more: object) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **more
    )


class RaiseForm(forms.Form):
    """What was recorded, in words to the family."""

    says = _text(
        "What do you want to say to the family?",
        6,
        help_text="Say what was recorded and since when, and that you want to know what stands in "
        "the way. The family reads these words beside the strip.",
    )


class TryForm(forms.Form):
    """What is tried, and since when."""

    what = _text("What is tried?", 3, most=500)
    since = DateField(label="Since which day?")


class HelpedForm(forms.Form):
    """Whether it helped."""

    helped = forms.ChoiceField(
        label="Did it help?",
        widget=forms.RadioSelect,
        choices=[(key, HELPED[key][0]) for key in ("yes", "no")],
    )


class ActionForm(forms.Form):
    """Which action is taken, and why what was tried is not enough."""

    action = forms.CharField(
        label="Which action?",
        max_length=200,
        help_text="As in: a notice to improve, an attendance contract, a penalty notice.",
    )
    why = _text("Why is what was tried not enough?")


class EndConcernForm(forms.Form):
    """What came of it."""

    outcome = _text("What came of it?", 3, most=300)


class BarrierForm(forms.Form):
    """What stands in the way, for the family to say."""

    barriers = forms.MultipleChoiceField(
        label=gettext_lazy("What makes it hard to come to school?"),
        help_text=gettext_lazy("Choose all that are true."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    child_says = _text(
        gettext_lazy("What does your child say? Their own words are best."), 3, required=False
    )
    family_says = _text(
        gettext_lazy("What do you want the school to know? What has helped before?"),
        4,
        required=False,
    )

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)
        self.fields["barriers"].choices = [
            (key, gettext_lazy(words)) for key, words in BARRIERS.items()
        ]
