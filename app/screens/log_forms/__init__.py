"""What is written into the log from a window: forms, the lists that lead to them, and saving."""
