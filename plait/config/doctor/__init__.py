"""Is the record sound? Each check looks at one promise and says where it is not kept."""

from plait.config.doctor.checks import CHECKS, Finding, examine

__all__ = ["CHECKS", "Finding", "examine"]
