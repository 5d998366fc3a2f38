"""Helpers for building and checking the project; never shipped."""
