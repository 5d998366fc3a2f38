"""Papers: kinds, formats, and what they may never do."""
