"""A child process notices that its parent is gone, however the parent died."""

import os
import signal
import threading

VARIABLE = "PLAIT_LIFELINE"  # the number of a pipe's end that closes when the parent dies


def hold() -> None:
    """Stop this process in good order when the parent's end of the pipe closes."""
    if end := os.environ.pop(VARIABLE, None):
        threading.Thread(target=_wait, args=[int(end)], daemon=True).start()


def _wait(end: int) -> None:
    os.read(end, 1)
    os.kill(os.getpid(), signal.SIGTERM)
