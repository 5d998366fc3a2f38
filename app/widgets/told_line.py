"""A line that tells how something went."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from app.widgets.plain import one_line


class ToldLine(Static):
    """One line; a fault has a "!" besides its colour, which the style sheets give to `-fault`."""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        """Nothing to tell yet."""
        super().__init__("", id=id, classes=classes, markup=False)

    @property
    def told(self) -> str:
        """What stands there."""
        return self.content.plain if isinstance(self.content, Content) else ""

    def tell(self, text: str, *, fault: bool = False) -> None:
        """Tell this, or nothing."""
        line = one_line(text)
        self.update(Content(f"! {line}" if fault and line else line))
        self.set_class(fault, "-fault")
