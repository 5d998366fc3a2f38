"""The wall: a second display that people read and nobody types at."""
