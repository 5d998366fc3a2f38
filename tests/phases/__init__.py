"""Tests of what a meeting is."""
