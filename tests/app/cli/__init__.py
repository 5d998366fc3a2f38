"""Tests of the command line, as people start it."""
