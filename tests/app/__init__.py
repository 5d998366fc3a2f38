"""Tests of what people see and do."""
