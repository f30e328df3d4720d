"""What a request is about, what was tried, and how to talk with whoever asks."""

from django.utils.translation import gettext_lazy as _

from plait.assessment.question import (
    FAMILY,
    LONG,
    PARENT,
    SETTING,
    YES_NO,
    YOUNG_PERSON,
    Field,
    Question,
)

WHAT = (
    Question(
        "worries",
        {
            PARENT: _("What are you worried about?"),
            YOUNG_PERSON: _("What is hard for you?"),
            SETTING: _("What needs does the setting see?"),
        },
        (
            Field(
                "words",
                _("In your own words"),
                "long",
                _("Write as you would say it. You need no reports and no special words."),
                _("Write at least a sentence; more can follow later."),
                most=LONG,
            ),
        ),
        why=_("The first question of the law is whether there may be special educational needs."),
    ),
    Question(
        "tried",
        {
            PARENT: _("What has been tried, and did it help?"),
            YOUNG_PERSON: _("What have people tried, and did it help?"),
            SETTING: _("What has been done, for how long, and what came of it?"),
        },
        (
            Field(
                "words",
                _("In your own words"),
                "long",
                _("At home, at school, or with anybody else. Leave it empty if you do not know."),
                most=LONG,
            ),
        ),
        why=_("The second question is whether more may be needed than a setting can do by itself."),
    ),
    Question(
        "hopes",
        {
            PARENT: _("What do you hope for?"),
            YOUNG_PERSON: _("What do you hope for?"),
            SETTING: _("What do the child and the family hope for?"),
        },
        (
            Field(
                "words",
                _("In your own words"),
                "long",
                _("For next year, or for later."),
                most=LONG,
            ),
        ),
    ),
    Question(
        "services",
        {
            PARENT: _("Who else helps, or has been asked to?"),
            YOUNG_PERSON: _("Who else helps you?"),
        },
        (
            Field(
                "who",
                _("Choose all that are right"),
                "several",
                choices=(
                    ("paediatrics", _("A children’s doctor")),
                    ("camhs", _("Mental health services")),
                    ("therapy", _("Speech, occupational or physiotherapy")),
                    ("psychology", _("An educational psychologist")),
                    ("social_care", _("A social worker or family worker")),
                    ("vision_hearing", _("A teacher for hearing or sight")),
                ),
            ),
            Field("names", _("Their names, if you know them"), "long", most=2_000),
        ),
        why=_("If there is an assessment, these are the people we ask for advice."),
    ),
    Question(
        "telling",
        {
            PARENT: _("How shall we talk with you?"),
            YOUNG_PERSON: _("How shall we talk with you?"),
        },
        (
            Field(
                "language",
                _("Which languages do you speak best?"),
                hint=_("Write more than one if so."),
            ),
            Field(
                "interpreter",
                _("Do you need an interpreter, or signing?"),
                "one",
                needed=_("Choose an answer."),
                choices=YES_NO,
            ),
            Field(
                "how",
                _("How shall we tell you what happens?"),
                "one",
                needed=_("Choose one; you can change it later."),
                choices=(
                    ("email", _("By e-mail")),
                    ("text", _("By text message")),
                    ("letter", _("By letter")),
                    ("telephone", _("By telephone")),
                ),
            ),
            Field(
                "needs", _("Is there anything else that helps you read or talk?"), "long", most=500
            ),
        ),
        asked_of=FAMILY,
    ),
    Question(
        "files",
        {PARENT: _("Do you want to send anything with it?")},
        (
            Field(
                "upload",
                _("A report, a letter, a picture"),
                "file",
                _(
                    "PDF, Word (.docx), OpenDocument (.odt), PNG, JPEG, HEIC or text; up to 25 MB. "
                    "You need not send anything."
                ),
            ),
        ),
    ),
)
