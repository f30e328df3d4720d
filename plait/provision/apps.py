from django.apps import AppConfig


class ProvisionConfig(AppConfig):
    name = "plait.provision"
    default_auto_field = "django.db.models.BigAutoField"
    secured = {
        "provision_alternative": {"kind": "provision", "child": "child_id"},
        "provision_alternativereview": {"kind": "provision", "child": "child_id"},
        "provision_eotaspart": {"kind": "provision", "child": "child_id"},
        "provision_reintegration": {"kind": "provision", "child": "child_id"},
        "provision_homeeducation": {"kind": "home_education", "child": "child_id"},
        "provision_objection": {"kind": "objection", "child": "child_id"},
        "provision_missingnotice": {"kind": "missing", "child": "child_id"},
    }
