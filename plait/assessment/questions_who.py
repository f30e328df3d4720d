"""Who a request is for, where they live and learn, and who asks."""

from django.utils.translation import gettext_lazy as _

from plait.access.lengths import PERSON, POSTCODE, RELATION
from plait.assessment.question import (
    FAMILY,
    PARENT,
    SETTING,
    THREE,
    YES_NO,
    YOUNG_PERSON,
    Field,
    Question,
)

WHO = (
    Question(
        "child",
        {
            PARENT: _("Who are you asking for?"),
            YOUNG_PERSON: _("What is your name?"),
            SETTING: _("Who are you asking for?"),
        },
        (
            Field("forename", _("First name"), needed=_("Enter the first name."), most=PERSON),
            Field(
                "surname",
                _("Family name"),
                hint=_("Leave it empty if there is only one name."),
                most=PERSON,
            ),
            Field(
                "born",
                _("Date of birth"),
                "date",
                _("For example, 4 3 2019"),
                _("Enter the date of birth."),
            ),
        ),
        why=_("So that we find the right record, and count the days rightly."),
    ),
    Question(
        "home",
        {
            PARENT: _("Where does the child live?"),
            YOUNG_PERSON: _("Where do you live?"),
        },
        (
            Field("address", _("Address"), "long", needed=_("Enter the address."), most=500),
            Field("postcode", _("Postcode"), most=POSTCODE, autocomplete="postal-code"),
            Field(
                "here",
                _("Is that in this council’s area?"),
                "one",
                needed=_("Choose an answer; “I do not know” is one."),
                choices=THREE,
            ),
        ),
        why=_("Another council must answer if it is responsible; we tell you if that is so."),
    ),
    Question(
        "others",
        {
            PARENT: _("Does anybody with a say in the child’s life live somewhere else?"),
            YOUNG_PERSON: _("Does a parent or carer of yours live somewhere else?"),
        },
        (
            Field(
                "elsewhere",
                _("A parent or carer at another address"),
                "one",
                needed=_("Choose an answer."),
                choices=THREE,
            ),
            Field("name", _("Their name"), hint=_("If there is one and you know it."), most=PERSON),
            Field(
                "relation",
                _("How they stand to the child"),
                hint=_("For example, father."),
                most=RELATION,
            ),
            Field(
                "hide",
                _("Is there anybody who must not know your address?"),
                "one",
                _("We then leave it out of everything the other person can see."),
                _("Choose an answer: it is about your safety."),
                YES_NO,
            ),
            Field("from_whom", _("If yes: who, and is anything else unsafe?"), "long", most=500),
        ),
        why=_(
            "Both parents usually have rights. Nobody is told where you live if that is not safe."
        ),
        asked_of=FAMILY,
    ),
    Question(
        "you",
        {
            PARENT: _("Who are you?"),
            YOUNG_PERSON: _("How can we reach you?"),
            SETTING: _("Who is asking for the setting?"),
        },
        (
            Field(
                "name",
                _("Your name"),
                needed=_("Enter your name."),
                most=PERSON,
                autocomplete="name",
                asked_of=(PARENT, SETTING),
            ),
            Field(
                "relation",
                _("What are you to the child?"),
                hint=_("For example mother, grandfather, foster carer, teacher."),
                needed=_("Say how you stand to the child."),
                most=RELATION,
                asked_of=(PARENT, SETTING),
            ),
            Field(
                "responsibility",
                _("Do you have parental responsibility?"),
                "one",
                _("Mothers have it; so do most fathers. You may ask without it."),
                _("Choose an answer."),
                THREE,
                asked_of=(PARENT,),
            ),
            Field(
                "setting",
                _("Which setting?"),
                needed=_("Enter the name of the setting."),
                asked_of=(SETTING,),
            ),
            Field(
                "told",
                _("Does the family know of this request?"),
                "one",
                _("They need not agree, and they are told by the authority."),
                _("Choose an answer."),
                YES_NO,
                asked_of=(SETTING,),
            ),
            Field("phone", _("Telephone"), autocomplete="tel", most=40),
            Field(
                "address",
                _("Your address, if it is another"),
                "long",
                most=500,
                asked_of=(PARENT,),
            ),
        ),
    ),
    Question(
        "setting",
        {
            PARENT: _("Where does the child learn?"),
            YOUNG_PERSON: _("Where do you learn?"),
        },
        (
            Field(
                "kind",
                _("Nursery, school, college or other place"),
                "one",
                needed=_("Choose an answer."),
                choices=(
                    ("setting", _("A nursery, school or college")),
                    ("home", _("At home")),
                    ("nowhere", _("Nowhere at present")),
                    ("other", _("Somewhere else")),
                ),
            ),
            Field("name", _("Its name")),
            Field("attends", _("How much of the week?"), hint=_("For example: mornings only.")),
        ),
        asked_of=FAMILY,
    ),
)
