"""The screens before a meeting."""
