"""Tests of where a case is kept."""
