"""After the meeting: rows, lists, papers, and the end of a log."""
