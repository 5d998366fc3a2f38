"""The real program in a real terminal: what only a process of its own can show."""
