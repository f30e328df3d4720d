"""Which acts of the journal are events of the process in law."""

# What an entry of the journal is in the process of the law; by its outcome where it has one.
EVENTS = {
    ("asking_taken", ""): "assessment_requested",
    ("request_decided", "Y"): "agree_to_assess",
    ("request_decided", "N"): "refuse_to_assess",
    ("assessment_ended", "N"): "refuse_plan",
    ("draft_served", ""): "draft_served",
    ("plan_issued", ""): "plan_finalised",
    ("again_decided", "Y"): "agree_reassessment",
    ("again_decided", "N"): "refuse_reassessment",
    ("again_ended", "amended"): "plan_finalised",
    ("again_ended", "kept"): "no_change",
}
ACTS = sorted({what for what, _ in EVENTS})
