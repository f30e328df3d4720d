"""The plan, its drafts, and what others say of it."""

from django.urls import path

from plait.plans.views import (
    changes,
    checks,
    consult,
    family,
    files,
    plan,
    serve,
    statement,
    together,
    write,
)  # fmt: skip

app_name = "plans"
urlpatterns = [
    path("children/<int:child_id>/plan/", plan.plan, name="plan"),
    path("children/<int:child_id>/plan/<int:request_id>/begin/", plan.begin, name="begin"),
    path("children/<int:child_id>/help/", files.help_page, name="help"),
    path("children/<int:child_id>/help/approved/", files.approve_help, name="approve_help"),
    path("plans/<int:version_id>/", plan.version, name="version"),
    path("plans/<int:version_id>/write/", write.write, name="write"),
    path("plans/<int:version_id>/whole/", write.whole, name="whole"),
    path("plans/<int:version_id>/add/<str:section>/", write.add, name="add"),
    path("plans/<int:version_id>/none/<str:section>/", write.none, name="none"),
    path("plans/<int:version_id>/thread/", checks.thread, name="thread"),
    path("plans/<int:version_id>/unused/<int:passage_id>/", checks.unused, name="unused"),
    path("plans/<int:version_id>/checks/", checks.checks, name="checks"),
    path("plans/<int:version_id>/checks/<str:code>/<str:ref>/", checks.reason, name="reason"),
    path("plans/<int:version_id>/serve/", serve.serve, name="serve"),
    path("plans/<int:version_id>/go-on/", serve.go_on, name="go_on"),
    path("plans/<int:version_id>/final/", serve.final, name="final"),
    path("plans/<int:version_id>/say/", family.say, name="say"),
    path("plans/<int:version_id>/agree/", family.agree, name="agree"),
    path("plans/<int:version_id>/consult/", consult.consult, name="consult"),
    path("plans/<int:version_id>/easy/", files.easy, name="easy"),
    path("plans/<int:version_id>/files/<str:name>", files.file, name="file"),
    path("plans/<int:version_id>/changes/", changes.changes, name="changes"),
    path("plans/<int:version_id>/present", together.present, name="present"),
    path("plans/<int:version_id>/<slug:ref>/save", together.save, name="save"),
    path("plans/<int:version_id>/<slug:ref>/", statement.statement, name="statement"),
    path("plans/<int:version_id>/<slug:ref>/out/", write.take_out, name="take_out"),
    path("plans/<int:version_id>/<slug:ref>/move/", write.move, name="move"),
    path("plans/comments/<int:comment_id>/", family.answer, name="answer_said"),
    path("consultations/", consult.mine, name="my_consultations"),
    path("consultations/<int:consultation_id>/", consult.answer_mine, name="answer_mine"),
    path("consultation/", consult.answer_consultation, name="answer_consultation"),
]
