"""Papers made from a window."""
