"""The least that Textual can be: what start-up is measured against."""

from textual.app import App


class Empty(App[None]):
    """Nothing on it."""


if __name__ == "__main__":
    Empty().run()
