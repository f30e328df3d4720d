from django.urls import path

from plait.family.views import attendance, leave, letters, messages, record, taught, telling

app_name = "family"
urlpatterns = [
    path("my/", record.children, name="children"),
    path("my/how-to-tell-me/", telling.how_to_tell, name="how_to_tell"),
    path("my/<int:child_id>/", record.child, name="child"),
    path("my/<int:child_id>/taught/", taught.taught, name="taught"),
    path("my/<int:child_id>/looks/", record.looks, name="looks"),
    path("my/<int:child_id>/messages/", messages.my_messages, name="messages"),
    path("my/<int:child_id>/changes/", telling.notices, name="notices"),
    path("my/<int:child_id>/who-helps/", leave.who_helps, name="who_helps"),
    path("my/<int:child_id>/who-helps/<int:tie_id>/end/", leave.end_help, name="end_help"),
    path("language/", telling.language, name="language"),
    path("my/<int:child_id>/letters/<int:letter_id>/", letters.letter, name="letter"),
    path("my/<int:child_id>/dates.ics", letters.dates_file, name="dates_file"),
    path("my/<int:child_id>/attendance/", attendance.attendance, name="attendance"),
    path("my/<int:child_id>/attendance/<int:concern_id>/", attendance.concern, name="concern"),
    path("messages/", messages.inbox, name="inbox"),
    path("messages/<int:child_id>/<int:family_id>/", messages.answer_message, name="answer"),
]
