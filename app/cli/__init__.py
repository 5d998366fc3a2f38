"""The command line (design §9): how other programs, tests and careful people use the log."""
