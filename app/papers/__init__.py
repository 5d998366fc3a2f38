"""Papers: what leaves the program as a document, from the log, and not typed again.

A kind of paper (`kinds.py`) is made from a log into a `Paper` (`paper.py`): headings, facts, tables
and pictures, without a format. A format (`formats/`) writes any paper. Neither knows the other, so
each new kind comes in every format and each new format writes every kind. No Textual in here.
"""
