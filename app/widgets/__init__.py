"""Reusable widgets: they take plain values, show them, and know nothing of cases.

Import each one from its own module; this file imports none, so that the first screen pays only
for what it shows.
"""
