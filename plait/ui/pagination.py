"""The links from one page of a list to the next."""

from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from markupsafe import Markup

from plait.ui import govuk


def page_links(page: Page, query: QueryDict) -> Markup:
    """Draw the links to the other pages of a list, its filters kept; nothing for a single page."""
    if page.paginator.num_pages < 2:
        return Markup()
    params: dict[str, Any] = {"items": [item(number, page, query) for number in numbers(page)]}
    if page.has_previous():
        params["previous"] = {"href": href(page.previous_page_number(), query)}
    if page.has_next():
        params["next"] = {"href": href(page.next_page_number(), query)}
    return govuk.component("pagination", params)


def numbers(page: Page) -> list[int | str]:
    """List the page numbers worth a link, with an ellipsis where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


def item(number: int | str, page: Page, query: QueryDict) -> dict[str, Any]:
    if not isinstance(number, int):
        return {"ellipsis": True}
    return {
        "number": number,
        "href": href(number, query),
        "current": number == page.number,
    }


def href(number: int, query: QueryDict) -> str:
    """Give the address of one page of the list, with the same filters and order."""
    other = query.copy()
    other["page"] = str(number)
    return f"?{other.urlencode()}"
