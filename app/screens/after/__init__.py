"""After the meeting: minutes, who gets them, where they stand, the family's word, the log's end."""
