"""Where a case is kept, and what ships with the program."""
