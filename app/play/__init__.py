"""Meetings from text files, on a clock of their own: `play`, the demo case, the scenarios."""
