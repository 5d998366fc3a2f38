"""Tests of the script player."""
