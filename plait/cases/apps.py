from django.apps import AppConfig

_OF_CHILD = ("assessment", "namedsetting", "need", "phasetransfer", "placement", "plan")
_OF_CHILD += ("reported", "request", "review")


class CasesConfig(AppConfig):
    name = "plait.cases"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        **{f"cases_{name}": {"kind": "case", "child": "child_id"} for name in _OF_CHILD},
        "cases_clock": {"kind": "case", "child": "child_id", "refs": "ref"},
        "cases_letter": {
            "kind": "letter",
            "child": "child_id",
            # Whoever it was sent to reads it, by their account or through a link to it alone.
            "also_read": "state = 'sent' AND (to_user_id = (SELECT plait_user()) "
            "OR current_setting('plait.link', true) = 'letter:' || id)",
        },
        # They hold nobody's data, and whoever works on one child alone goes by them too.
        "cases_lettertemplate": {"kind": "area_rule", "also_read": "true"},
        "cases_arearule": {"kind": "area_rule", "also_read": "true"},
        "cases_passage": {
            "kind": "advice",
            "child": "child_id",
            "kind_by": ("state", {"draft": "advice_own"}),
            "refs": "ref",
            # What one parent said is not the other's to read.
            "never": "ref IN (SELECT plait_words_of_others()) "
            "AND written_by_id IS DISTINCT FROM (SELECT plait_user())",
        },
        "cases_document": {
            "kind": "document",
            "child": "child_id",
            "also_read": "written_by_id = (SELECT plait_user())",
            "kind_by": ("shared", {"authors": "document_own", "professionals": "document_pro"}),
            "never": "id IN (SELECT plait_hidden_documents())",
            "triggers_write": True,  # a report that came with advice: plait.access.given_words
        },
        "cases_document_hidden_from": {
            "kind": "document_own",
            "via": ("document_id", "cases_document"),
        },
        "cases_note": {
            "kind": "note_family",
            "child": "child_id",
            "also_read": "written_by_id = (SELECT plait_user())",
            "kind_by": ("for_family", {"false": "note"}),
        },
    }
