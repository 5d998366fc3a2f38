"""The viddevakt's own window: one key, and an own reminder."""
