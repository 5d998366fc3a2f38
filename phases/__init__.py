"""What a meeting and its log are: pure Python and pydantic, no input or output."""
