"""Leading the meeting: one screen, mirrored to the wall, safe for guardians to read."""
