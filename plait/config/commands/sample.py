"""`plait sample OUT`: the made-up area's own command, found here like every other."""

from plait.sample.command import HELP, NAME, arguments, run

__all__ = ["HELP", "NAME", "arguments", "run"]
