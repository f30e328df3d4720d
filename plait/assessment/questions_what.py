"""What a request is about, what was tried, and how to talk with whoever asks."""

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
            PARENT: "What are you worried about?",
            YOUNG_PERSON: "What is hard for you?",
            SETTING: "What needs does the setting see?",
        },
        (
            Field(
                "words",
                "In your own words",
                "long",
                "Write as you would say it. You need no reports and no special words.",
                "Write at least a sentence; more can follow later.",
                most=LONG,
            ),
        ),
        why="The first question of the law is whether there may be special educational needs.",
    ),
    Question(
        "tried",
        {
            PARENT: "What has been tried, and did it help?",
            YOUNG_PERSON: "What have people tried, and did it help?",
            SETTING: "What has been done, for how long, and what came of it?",
        },
        (
            Field(
                "words",
                "In your own words",
                "long",
                "At home, at school, or with anybody else. Leave it empty if you do not know.",
                most=LONG,
            ),
        ),
        why="The second question is whether more may be needed than a setting can do by itself.",
    ),
    Question(
        "hopes",
        {
            PARENT: "What do you hope for?",
            YOUNG_PERSON: "What do you hope for?",
            SETTING: "What do the child and the family hope for?",
        },
        (Field("words", "In your own words", "long", "For next year, or for later.", most=LONG),),
    ),
    Question(
        "services",
        {
            PARENT: "Who else helps, or has been asked to?",
            YOUNG_PERSON: "Who else helps you?",
        },
        (
            Field(
                "who",
                "Choose all that are right",
                "several",
                choices=(
                    ("paediatrics", "A children’s doctor"),
                    ("camhs", "Mental health services"),
                    ("therapy", "Speech, occupational or physiotherapy"),
                    ("psychology", "An educational psychologist"),
                    ("social_care", "A social worker or family worker"),
                    ("vision_hearing", "A teacher for hearing or sight"),
                ),
            ),
            Field("names", "Their names, if you know them", "long", most=2_000),
        ),
        why="If there is an assessment, these are the people we ask for advice.",
    ),
    Question(
        "telling",
        {
            PARENT: "How shall we talk with you?",
            YOUNG_PERSON: "How shall we talk with you?",
        },
        (
            Field(
                "language", "Which languages do you speak best?", hint="Write more than one if so."
            ),
            Field(
                "interpreter",
                "Do you need an interpreter, or signing?",
                "one",
                needed="Choose an answer.",
                choices=YES_NO,
            ),
            Field(
                "how",
                "How shall we tell you what happens?",
                "one",
                needed="Choose one; you can change it later.",
                choices=(
                    ("email", "By e-mail"),
                    ("text", "By text message"),
                    ("letter", "By letter"),
                    ("telephone", "By telephone"),
                ),
            ),
            Field("needs", "Is there anything else that helps you read or talk?", "long", most=500),
        ),
        asked_of=FAMILY,
    ),
    Question(
        "files",
        {PARENT: "Do you want to send anything with it?"},
        (
            Field(
                "upload",
                "A report, a letter, a picture",
                "file",
                "PDF, Word (.docx), OpenDocument (.odt), PNG, JPEG, HEIC or text; up to 25 MB. "
                "You need not send anything.",
            ),
        ),
    ),
)
