"""What a family writes, and how each person wants to be told."""

import re

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from plait.access.lengths import MESSAGE
from plait.family.models import Preference
from plait.ui.forms import DateField

HOW = (
    (Preference.How.EMAIL, _("E-mail")),
    (Preference.How.TEXT, _("Text message")),
    (Preference.How.LETTER, _("Letter")),
    (Preference.How.NOTHING, _("Nothing: I look here myself")),
)
PHONE = re.compile(r"\+?[0-9]{10,14}")


class Write(forms.Form):
    """One message."""

    text = forms.CharField(
        label=_("Your message"),
        max_length=MESSAGE,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("Say one thing, or several. You need not say again what the record holds."),
    )


class Answer(forms.Form):
    """An answer to somebody of the family."""

    text = forms.CharField(
        label=_("Your answer"),
        max_length=MESSAGE,
        widget=forms.Textarea({"rows": 6}),
        help_text=_("It goes to this person alone, not to others of the family."),
    )


class HowToTell(forms.Form):
    """How to tell one person that something changed."""

    how = forms.ChoiceField(
        label=_("When something changes on a record, tell me by"),
        choices=HOW,
        widget=forms.RadioSelect,
        help_text=_(
            "E-mails and texts never say what changed or name a child: "
            "they say that something waits for you here."
        ),
    )
    phone = forms.CharField(
        label=_("Mobile number"),
        required=False,
        max_length=20,
        help_text=_("Only for text messages."),
    )

    def clean_phone(self) -> str:
        """Take a number with or without spaces."""
        return re.sub(r"[\s()-]", "", self.cleaned_data["phone"])

    def clean(self) -> dict[str, str]:
        """Ask for the number when texts are chosen."""
        given = super().clean() or {}
        phone = given.get("phone", "")
        if given.get("how") == "text" and not PHONE.fullmatch(phone):
            self.add_error("phone", now("Give the number the texts go to, as in 07700 900123."))
        return given


class WhoHelps(forms.Form):
    """Whom the family lets read with them, until when, and what for."""

    name = forms.CharField(label=_("Their name"), max_length=120)
    email = forms.EmailField(
        label=_("Their e-mail address"), help_text=_("A link goes there, for them.")
    )
    what = forms.CharField(
        label=_("What they help you with"),
        max_length=200,
        help_text=_("As in: reading the draft plan."),
    )
    until = DateField(label=_("Their last day"), help_text=_("A year from today at most."))
