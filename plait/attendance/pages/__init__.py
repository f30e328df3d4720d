"""Attendance in words, tables and a strip."""
