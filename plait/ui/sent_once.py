"""The mark each drawn form carries, by which a form that is sent twice is known."""

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from markupsafe import Markup

FIELD = "sent_once"
MARKS = "marks_later"  # on a request whose page is drawn to be kept: what stands for the marks
_INPUTS = Markup(
    '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
    '<input type="hidden" name="' + FIELD + '" value="{}">'
)


def result(page: HttpResponse) -> HttpResponse:
    """Say that this page is what an act came to: whoever sends its form again reads it again."""
    page.is_result = True
    return page


class FormMarks:
    """Drawn as `{{ csrf_input }}` in every form that is sent: a new mark each time it is drawn."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def __html__(self) -> Markup:
        if (later := getattr(self.request, MARKS, None)) is not None:
            return later
        return _INPUTS.format(get_token(self.request), token_hex(16))

    def __str__(self) -> str:
        return self.__html__()
