"""From a paper to a tagged PDF, against WeasyPrint alone given the same finished HTML."""

import argparse
import json
import statistics
import sys
import time

from benchmarks.sen2_check import told
from plait.ui.paper.engine import why_no_pdf
from plait.ui.paper.pdf import PRINT, STATIC, fetcher, paper_pdf, whole_html
from tests.ui.paper.plan_like import plan_like


def plainly(html: str, pictures: dict) -> bytes:
    """Print finished HTML as anyone would: read the styles, then write."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts, fetch = FontConfiguration(), fetcher(pictures)
    styles = [
        CSS(filename=path, font_config=fonts, url_fetcher=fetch)
        for path in (STATIC / "paper.css", PRINT)
    ]
    page = HTML(string=html, url_fetcher=fetch)
    return page.write_pdf(stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1")


def main() -> int:
    """Print both medians of alternating runs, their ranges and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    asked = parser.parse_args()
    if why := why_no_pdf():
        print(why)
        return 0
    pictures: dict = {}
    html = whole_html(plan_like(), pictures)
    plainly(html, pictures), paper_pdf(plan_like())  # both warm
    floor, ours = [], []
    for _ in range(asked.runs):
        began = time.perf_counter()
        plainly(html, pictures)
        floor.append(time.perf_counter() - began)
        began = time.perf_counter()
        paper_pdf(plan_like())
        ours.append(time.perf_counter() - began)
    print(json.dumps({
        "work": "print a plan of 13 pages", "floor_s": told(floor), "ours_s": told(ours),
        "ratio": round(statistics.median(ours) / statistics.median(floor), 2), "reach": 2,
    }))  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
