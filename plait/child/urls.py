from django.urls import path

from plait.child.views import correct, dates, decide, papers, record, road, same, search

app_name = "child"
urlpatterns = [
    path("children/search", search.search, name="search"),
    path("children/same/", same.questions, name="same_list"),
    path("children/same/<int:question_id>/", same.same, name="same"),
    path("children/same/<int:question_id>/apart/", same.apart, name="apart"),
    path("children/<int:child_id>/", record.record, name="record"),
    path("children/<int:child_id>/looks/", record.looks, name="looks"),
    path("children/<int:child_id>/history/", record.history, name="history"),
    path("children/<int:child_id>/origin/", record.origin, name="origin"),
    path("children/<int:child_id>/road/", road.road, name="road"),
    path("children/<int:child_id>/dates/", correct.dates, name="dates"),
    path("children/<int:child_id>/dates/<int:clock_id>/", dates.legal_date, name="legal_date"),
    path(
        "children/<int:child_id>/dates/<int:clock_id>/exception/",
        dates.exception,
        name="exception",
    ),
    path(
        "children/<int:child_id>/dates/<int:clock_id>/exception/back/",
        dates.exception_back,
        name="exception_back",
    ),
    path("children/<int:child_id>/dates/<int:clock_id>/met/", dates.met, name="met"),
    path(
        "children/<int:child_id>/correct/<slug:fact>/<int:row_id>/", correct.correct, name="correct"
    ),
    path("children/<int:child_id>/decide/", decide.choose, name="choose"),
    path("children/<int:child_id>/decide/<slug:what>/<int:row_id>/", decide.decide, name="decide"),
    path("children/<int:child_id>/notes/add/", papers.add_note, name="add_note"),
    path("children/<int:child_id>/documents/add/", papers.add_document, name="add_document"),
    path("documents/<int:document_id>/", papers.document, name="document"),
    path("documents/<int:document_id>/file", papers.document_file, name="document_file"),
    path("documents/<int:document_id>/share/", papers.share, name="share"),
    path("documents/<int:document_id>/hide/", papers.hide, name="hide"),
    path("documents/<int:document_id>/remove/", papers.remove, name="remove"),
]
