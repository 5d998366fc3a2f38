"""The screens people see, each with its style sheet beside it."""
