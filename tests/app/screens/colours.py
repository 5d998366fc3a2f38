"""What of a window can't be read: in full colour, in grey, or on a console with sixteen colours."""

from __future__ import annotations

from typing import Any

from rich.color import Color
from rich.segment import Segment
from textual.app import App

from tests.app.test_theme import LEAST, Rgb, contrast, grey, sixteen

HOWS = {"full colour": lambda rgb: rgb, "grey": grey, "sixteen colours": sixteen}


def unreadable(app: App[Any]) -> list[str]:
    """Each text with letters or digits whose contrast is too low, and where that is so."""
    found = []
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            if any(character.isalnum() for character in segment.text):
                found += [f"{how}: {segment.text.strip()}" for how in _too_faint(segment)]
    return found


def coloured(app: App[Any]) -> list[str]:
    """Each piece of the window that isn't grey, as it mustn't be under NO_COLOR."""
    found = []
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            colors = (style.color, style.bgcolor) if style else ()
            if any(color and len(set(_rgb(color))) > 1 for color in colors):
                found.append(segment.text)
    return found


def _too_faint(segment: Segment) -> list[str]:
    ink, paper = _ink_and_paper(segment)
    return [how for how, seen in HOWS.items() if contrast(seen(ink), seen(paper)) < LEAST]


def _ink_and_paper(segment: Segment) -> tuple[Rgb, Rgb]:
    style = segment.style
    assert style is not None, segment
    ink, paper = _rgb(style.color), _rgb(style.bgcolor)
    return (paper, ink) if style.reverse else (ink, paper)


def _rgb(color: Color | None) -> Rgb:
    assert color is not None
    red, green, blue = color.get_truecolor()
    return red, green, blue
