"""A bare TextArea: what typing is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class Area(App[None]):
    """One field, and nothing that counts."""

    def compose(self) -> ComposeResult:
        """The field alone."""
        yield TextArea()


if __name__ == "__main__":
    Area().run()
