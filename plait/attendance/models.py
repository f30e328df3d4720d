"""Rolls, registers, part-time timetables, suspensions, and what is said about absence."""

from plait.attendance.models_concerns import Concern
from plait.attendance.models_registers import Register, TermCount
from plait.attendance.models_roll import Enrolment, PartTime, Suspension

__all__ = ["Concern", "Enrolment", "PartTime", "Register", "Suspension", "TermCount"]
