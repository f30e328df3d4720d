"""The thread view and the change view of the largest plan, against the trivial signed-in page."""

import argparse
import os

from benchmarks import area
from benchmarks.web import _row, _server

CHILDREN = 600


def main() -> None:
    """Print a row a page: requests a second and p95, as ratios in the same run; p95 bar: 2."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=CHILDREN)
    area.ready(parser.parse_args().children)
    os.environ |= {"PLAIT_HOME": str(area.HOME), "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
    from plait.config import postgres

    with postgres.start():
        import django

        django.setup()
        from benchmarks.plan_rows import a_case, officers, two_versions

        request = a_case()
        _, version = two_versions(request)
        (cookie,) = officers(request.area, 1)
        with _server() as port:
            print(
                "page | reader | requests/s | ratio (least to most) | p95 ms | p95 ratio | errors"
            )
            for name in ("thread", "changes"):
                _row(port, name, "send_manager", [f"/plans/{version}/{name}/"], cookie)


if __name__ == "__main__":
    main()
