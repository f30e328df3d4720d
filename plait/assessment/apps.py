from django.apps import AppConfig

# Two parents apart: what one said of the child is not the other's to read.
_OF_ANOTHER = "('advice:' || {}) IN (SELECT plait_words_of_others())"


class AssessmentConfig(AppConfig):
    name = "plait.assessment"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        # Once it is taken on, those who prepare the decision read it; the family's other side
        # does not, for it holds whoever asked's own address and words.
        "assessment_asking": {
            "kind": "asking",
            "child": "child_id",
            # What is begun is its maker's alone, through their link or their account.
            "kind_by": ("state", {"taken": "panel", "begun": "advice_own"}),
            "refs": "('asking:' || id)",
        },
        "assessment_askingfile": {"kind": "asking", "via": ("asking_id", "assessment_asking")},
        "assessment_panel": {
            "kind": "case",
            "child": "child_id",
            "kind_by": ("state", {"writing": "panel"}),
        },
        "assessment_interimsupport": {"kind": "case", "child": "child_id"},
        "assessment_reassessment": {"kind": "case", "child": "child_id"},
        "assessment_advice": {
            "kind": "advice",
            "child": "child_id",
            "refs": "('advice:' || id)",
            "never": _OF_ANOTHER.format("id"),
        },
        "assessment_chase": {
            "kind": "chase",
            "child": "child_id",
            "never": _OF_ANOTHER.format("advice_id"),
        },
        "assessment_appointment": {
            "kind": "advice",
            "child": "child_id",
            "kind_by": ("for_family", {"false": "panel"}),
            # Whoever gives the advice reads what is booked for it; an officer writes it.
            "also_read": "('advice:' || advice_id) IN (SELECT plait_refs())",
            "never": f"coalesce({_OF_ANOTHER.format('advice_id')}, false)",
        },
        "assessment_missed": {
            "kind": "advice",
            "child": "child_id",
            "refs": "('advice:' || advice_id)",
            "never": _OF_ANOTHER.format("advice_id"),
        },
    }
