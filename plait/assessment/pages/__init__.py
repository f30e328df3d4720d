"""Requests and decisions in words."""
