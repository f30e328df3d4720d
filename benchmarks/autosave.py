"""Officers save one plan's words while they type, in pairs on one statement: is a word lost?

Each officer keeps one place of a statement that another writes too, and a statement is merged
again and again. At the end the last word each was told is kept must be in the plan.
"""

import argparse
import asyncio
import json
import os
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from benchmarks import area
from benchmarks.web import _server

TOKEN = "b" * 32
PAUSE = 1.5  # seconds between two saves of one officer, as the page's script has it
FILLED = "In the first place stands {0} and nothing else; far from it, in the second, stands {1}."


@dataclass
class Told:
    """What the saves came to."""

    saves: int = 0
    clashes: int = 0
    errors: list[str] = field(default_factory=list)
    took: list[float] = field(default_factory=list)
    last: dict[int, str] = field(default_factory=dict)


async def _post(port: int, path: str, cookie: str, given: dict[str, str]) -> tuple[int, dict]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    body = urlencode(given).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}; csrftoken={TOKEN}\r\n"
        f"X-CSRFToken: {TOKEN}\r\nAccept: application/json\r\nConnection: close\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    writer.write(head.encode() + body)
    whole = await reader.read()
    writer.close()
    top, _, answer = whole.partition(b"\r\n\r\n")
    start, end = answer.find(b"{"), answer.rfind(b"}")
    found = json.loads(answer[start : end + 1]) if start >= 0 else {}
    return int(top.split(b" ", 2)[1]), found


async def _officer(
    place: int, port: int, path: str, cookie: str, base: str, until: float, told: Told
) -> None:
    await asyncio.sleep(PAUSE * (place % 10) / 10)
    mine, count = f"officer{place}x0", 0
    while time.perf_counter() < until:
        count += 1
        word = f"officer{place}x{count}"
        began = time.perf_counter()
        text = base.replace(mine, word)
        status, answer = await _post(port, path, cookie, {"base": base, "text": text})
        told.took.append(time.perf_counter() - began)
        if status == 200:
            told.saves += 1
            base, mine = answer["text"], word
            told.last[place] = word
        elif status == 409:
            told.clashes += 1
        else:
            told.errors.append(f"{status} {answer}")
        await asyncio.sleep(PAUSE)


def main() -> int:
    """Print saves, clashes, errors and words lost; fail on an error or a lost word."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--officers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30, help="300 for the full run")
    asked = parser.parse_args()
    area.ready(600)
    os.environ |= {"PLAIT_HOME": str(area.HOME), "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
    from plait.config import postgres

    with postgres.start():
        import django

        django.setup()
        return _measure(asked.officers, asked.seconds)


def _measure(number: int, seconds: float) -> int:
    from benchmarks.plan_rows import a_case, officers, two_versions
    from plait.plans.models import Statement

    request = a_case()
    _, version = two_versions(request)
    cookies = officers(request.area, number)
    rows = Statement.objects.using("maintenance").filter(version=version, section="F")
    held = list(rows.order_by("place")[: (number + 1) // 2])
    for pair, row in enumerate(held):
        row.text = FILLED.format(f"officer{2 * pair}x0", f"officer{2 * pair + 1}x0")
        row.save(using="maintenance")
    told = Told()
    with _server() as port:
        asyncio.run(_everybody(port, version, held, cookies, seconds, told))
    kept = " ".join(rows.values_list("text", flat=True)).replace(";", "").replace(".", "").split()
    lost = [word for word in told.last.values() if word not in kept]
    ordered = sorted(told.took)
    print(f"{number} officers, {seconds:.0f} s: {told.saves} saves, {told.clashes} clashes, "
          f"{len(told.errors)} errors, {len(lost)} words lost; "
          f"p95 {1000 * ordered[int(len(ordered) * 0.95)]:.0f} ms")  # fmt: skip
    for fault in told.errors[:3]:
        print(fault[:200])
    return 1 if told.errors or lost or not told.saves else 0


async def _everybody(
    port: int, version: int, held: list, cookies: list[str], seconds: float, told: Told
) -> None:
    until = time.perf_counter() + seconds
    await asyncio.gather(*(
        _officer(place, port, f"/plans/{version}/{held[place // 2].ref}/save", cookie,
                 held[place // 2].text, until, told)
        for place, cookie in enumerate(cookies)
    ))  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
