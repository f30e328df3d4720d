"""A load client: connections kept open, each asking for a page as soon as it has had one."""

import asyncio
import time
from dataclasses import dataclass, field


@dataclass
class Run:
    """What a few seconds of load came to."""

    seconds: float
    took: list[float] = field(default_factory=list)
    errors: int = 0

    @property
    def per_second(self) -> float:
        """Requests answered a second."""
        return len(self.took) / self.seconds

    @property
    def p95(self) -> float:
        """Milliseconds within which 95 of 100 requests were answered."""
        ordered = sorted(self.took)
        return 1000 * ordered[int(len(ordered) * 0.95)] if ordered else float("inf")


async def _one(
    port: int, paths: list[str], cookie: str, until: float, run: Run, start: int
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    turn = start
    while time.perf_counter() < until:
        path = paths[turn % len(paths)]
        turn += 1
        began = time.perf_counter()
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n".encode())
        status, body = await _answer(reader)
        if status != 200 or not body:
            run.errors += 1
        else:
            run.took.append(time.perf_counter() - began)
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> tuple[int, int]:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status = int(head.split(" ", 2)[1])
    headers = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    if "content-length" in headers:
        length = int(headers["content-length"])
        await reader.readexactly(length)
        return status, length
    length = 0
    while size := int(await reader.readline(), 16):
        await reader.readexactly(size + 2)
        length += size
    await reader.readline()
    return status, length


def load(port: int, paths: list[str], cookie: str, *, seconds: float, connections: int = 16) -> Run:
    """Ask for the paths in turn over many connections for some seconds."""
    run = Run(seconds)

    async def everybody() -> None:
        until = time.perf_counter() + seconds
        await asyncio.gather(
            *(_one(port, paths, cookie, until, run, start) for start in range(connections))
        )

    asyncio.run(everybody())
    return run
