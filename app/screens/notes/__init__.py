"""The note-taker's desk: the log first, the time small."""
