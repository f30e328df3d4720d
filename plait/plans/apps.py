from django.apps import AppConfig

from plait.plans.never_false import GUARDS

_OF_A_VERSION = ("statement", "thread", "reason")


class PlansConfig(AppConfig):
    name = "plait.plans"
    default_auto_field = "django.db.models.BigAutoField"
    guards = GUARDS
    secured = {
        "plans_version": {
            "kind": "plan",
            "child": "child_id",
            "kind_by": ("stage", {"writing": "plan_draft"}),
        },
        **{
            f"plans_{name}": {"kind": "plan", "via": ("version_id", "plans_version")}
            for name in _OF_A_VERSION
        },
        # Who has a version open just now is no fact of the record: nothing of it is kept.
        "plans_presence": {"kind": "plan", "via": ("version_id", "plans_version"), "passing": True},
        "plans_agreement": {"kind": "agreement", "child": "child_id"},
        "plans_comment": {
            "kind": "comment",
            "child": "child_id",
            # Two parents apart: each reads their own.
            "also_read": "written_by_id = (SELECT plait_user())",
        },
        "plans_consultation": {
            "kind": "consultation",
            "child": "child_id",
            "refs": "('consultation:' || id)",
        },
        "plans_personalbudget": {"kind": "plan", "child": "child_id"},
        # A sum is the family's to read once it is proposed.
        "plans_budgetsum": {
            "kind": "plan",
            "child": "child_id",
            "kind_by": ("shown", {"false": "plan_draft"}),
        },
        "plans_helppage": {"kind": "help", "child": "child_id"},
        "plans_easyread": {"kind": "plan", "via": ("version_id", "plans_version")},
    }
