"""The wall, seen and not touched."""
