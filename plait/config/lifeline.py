"""A child process notices that its parent is gone, however the parent died."""

import os
import signal
import sys
import threading

VARIABLE = "PLAIT_LIFELINE"  # the number of a pipe's end that closes when the parent dies


def hold() -> None:
    """Stop this process in good order when the parent's end of the pipe closes.

    The parent may be gone already: until the program has its own way to stop, it leaves as if
    it had come to its end, so that whatever it joined is left in order.
    """
    if end := os.environ.pop(VARIABLE, None):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        threading.Thread(target=_wait, args=[int(end)], daemon=True).start()


def _wait(end: int) -> None:
    os.read(end, 1)
    os.kill(os.getpid(), signal.SIGTERM)
