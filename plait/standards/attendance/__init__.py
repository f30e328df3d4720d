"""Attendance without a framework: codes, registers of one byte a session, measures, patterns."""
