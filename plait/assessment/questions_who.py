"""Who a request is for, where they live and learn, and who asks."""

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
            PARENT: "Who are you asking for?",
            YOUNG_PERSON: "What is your name?",
            SETTING: "Who are you asking for?",
        },
        (
            Field("forename", "First name", needed="Enter the first name."),
            Field("surname", "Family name", hint="Leave it empty if there is only one name."),
            Field(
                "born", "Date of birth", "date", "For example, 4 3 2019", "Enter the date of birth."
            ),
        ),
        why="So that we find the right record, and count the days rightly.",
    ),
    Question(
        "home",
        {
            PARENT: "Where does the child live?",
            YOUNG_PERSON: "Where do you live?",
        },
        (
            Field("address", "Address", "long", needed="Enter the address.", most=500),
            Field("postcode", "Postcode", most=10, autocomplete="postal-code"),
            Field(
                "here",
                "Is that in this council’s area?",
                "one",
                needed="Choose an answer; “I do not know” is one.",
                choices=THREE,
            ),
        ),
        why="Another council must answer if it is responsible; we tell you if that is so.",
    ),
    Question(
        "others",
        {
            PARENT: "Does anybody with a say in the child’s life live somewhere else?",
            YOUNG_PERSON: "Does a parent or carer of yours live somewhere else?",
        },
        (
            Field(
                "elsewhere",
                "A parent or carer at another address",
                "one",
                needed="Choose an answer.",
                choices=THREE,
            ),
            Field("name", "Their name", hint="If there is one and you know it."),
            Field("relation", "How they stand to the child", hint="For example, father."),
            Field(
                "hide",
                "Is there anybody who must not know your address?",
                "one",
                "We then leave it out of everything the other person can see.",
                "Choose an answer: it is about your safety.",
                YES_NO,
            ),
            Field("from_whom", "If yes: who, and is anything else unsafe?", "long", most=500),
        ),
        why="Both parents usually have rights. Nobody is told where you live if that is not safe.",
        asked_of=FAMILY,
    ),
    Question(
        "you",
        {
            PARENT: "Who are you?",
            YOUNG_PERSON: "How can we reach you?",
            SETTING: "Who is asking for the setting?",
        },
        (
            Field(
                "name",
                "Your name",
                needed="Enter your name.",
                autocomplete="name",
                asked_of=(PARENT, SETTING),
            ),
            Field(
                "relation",
                "What are you to the child?",
                hint="For example mother, grandfather, foster carer, teacher.",
                needed="Say how you stand to the child.",
                asked_of=(PARENT, SETTING),
            ),
            Field(
                "responsibility",
                "Do you have parental responsibility?",
                "one",
                "Mothers have it; so do most fathers. You may ask without it.",
                "Choose an answer.",
                THREE,
                asked_of=(PARENT,),
            ),
            Field(
                "setting",
                "Which setting?",
                needed="Enter the name of the setting.",
                asked_of=(SETTING,),
            ),
            Field(
                "told",
                "Does the family know of this request?",
                "one",
                "They need not agree, and they are told by the authority.",
                "Choose an answer.",
                YES_NO,
                asked_of=(SETTING,),
            ),
            Field("phone", "Telephone", autocomplete="tel", most=40),
            Field(
                "address",
                "Your address, if it is another",
                "long",
                most=500,
                asked_of=(PARENT,),
            ),
        ),
    ),
    Question(
        "setting",
        {
            PARENT: "Where does the child learn?",
            YOUNG_PERSON: "Where do you learn?",
        },
        (
            Field(
                "kind",
                "Nursery, school, college or other place",
                "one",
                needed="Choose an answer.",
                choices=(
                    ("setting", "A nursery, school or college"),
                    ("home", "At home"),
                    ("nowhere", "Nowhere at present"),
                    ("other", "Somewhere else"),
                ),
            ),
            Field("name", "Its name"),
            Field("attends", "How much of the week?", hint="For example: mornings only."),
        ),
        asked_of=FAMILY,
    ),
)
