"""The log as pictures on the screen."""
