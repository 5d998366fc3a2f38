"""The two looks of the program: dark (the default) and light, both of high contrast.

This is the only file with colour values in it; style sheets name variables. The wall is read
from five metres off a weak projector, so every text colour in `TEXTS` has a contrast of at least
4.5:1 on every ground in `GROUNDS`, and so has every pair in `PAIRS` (WCAG 2.1, 1.4.3; a test
computes it, also as grey for `NO_COLOR` and in 16 colours). Nothing is red: the families
read these screens, and red on a guardian's activity or clock would shame or hurry (design §4.5,
§8). State always has a word and a symbol as well, so colour may be missing altogether.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from textual.app import App

DARK_NAME: Final = "viddevakt-dark"
LIGHT_NAME: Final = "viddevakt-light"

GROUNDS: Final = ("background", "surface", "panel")
"""Variables used as a ground that any text may stand on."""

TEXTS: Final = (
    "foreground",
    "text",
    "text-muted",
    "text-disabled",
    "text-primary",
    "text-secondary",
    "text-accent",
    "text-success",
    "text-warning",
    "text-error",
    "foreground-muted",
    "footer-key-foreground",
    "footer-description-foreground",
    "now",
    "done",
    "hint",
    "time-normal",
    "time-soon",
    "time-last",
    "time-over",
)
"""Variables used as a text colour on any of `GROUNDS`."""

PAIRS: Final = (
    ("banner-text", "banner"),
    ("picture-text", "picture-sky"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("foreground", "block-hover-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("input-selection-foreground", "input-selection-background"),
    ("footer-foreground", "footer-background"),
    ("button-color-foreground", "primary"),
    ("button-color-foreground", "success"),
    ("button-color-foreground", "warning"),
    ("button-color-foreground", "error"),
    ("button-foreground", "surface"),
)
"""Text and ground variables that are only used together."""

SEMANTIC: Final = (
    "now",
    "done",
    "hint",
    "banner",
    "banner-text",
    "picture-sky",
    "picture-far",
    "picture-near",
    "picture-text",
    "time-normal",
    "time-soon",
    "time-last",
    "time-over",
    "time-track",
)
"""The variables that are ours, named by what they say, beyond those Textual knows."""


def _texts(ink: Mapping[str, str]) -> dict[str, str]:
    """Textual's own variables that carry text."""
    return {
        "text": ink["foreground"],
        "text-muted": ink["muted"],
        "text-disabled": ink["muted"],
        "foreground-muted": ink["muted"],
        "foreground-disabled": ink["muted"],
        "text-primary": ink["primary"],
        "text-secondary": ink["muted"],
        "text-accent": ink["accent"],
        "text-success": ink["calm"],
        "text-warning": ink["soon"],
        "text-error": ink["last"],
    }


def _ours(ink: Mapping[str, str]) -> dict[str, str]:
    """The variables that are ours, named by what they say."""
    return {
        "now": ink["accent"],
        "done": ink["muted"],
        "hint": ink["soon"],
        "banner": ink["banner"],
        "banner-text": ink["banner-text"],
        "picture-sky": ink["background"],
        "picture-far": ink["far"],
        "picture-near": ink["near"],
        "picture-text": ink["foreground"],
        "time-normal": ink["calm"],
        "time-soon": ink["soon"],
        "time-last": ink["last"],
        "time-over": ink["over"],
        "time-track": ink["line"],
    }


def _parts(ink: Mapping[str, str]) -> dict[str, str]:
    """Borders, cursors, the footer, fields, buttons and scrollbars."""
    return {
        "border": ink["accent"],
        "border-blurred": ink["line"],
        "block-cursor-foreground": ink["background"],
        "block-cursor-background": ink["accent"],
        "block-cursor-blurred-foreground": ink["foreground"],
        "block-cursor-blurred-background": ink["panel"],
        "block-hover-background": ink["panel"],
        "footer-foreground": ink["foreground"],
        "footer-background": ink["panel"],
        "footer-key-foreground": ink["accent"],
        "footer-description-foreground": ink["foreground"],
        "input-cursor-foreground": ink["background"],
        "input-cursor-background": ink["foreground"],
        "input-selection-foreground": ink["background"],
        "input-selection-background": ink["accent"],
        "button-foreground": ink["foreground"],
        "button-color-foreground": ink["background"],
        "scrollbar": ink["line"],
        "scrollbar-hover": ink["muted"],
        "scrollbar-active": ink["accent"],
        "scrollbar-background": ink["background"],
    }


def _theme(name: str, *, dark: bool, ink: Mapping[str, str]) -> Theme:
    """Build one theme from its few inks.

    Textual derives dozens of variables, some as "auto 60%", which nobody can promise a contrast
    for; each one that carries text is therefore set here by hand.
    """
    return Theme(
        name=name,
        dark=dark,
        primary=ink["primary"],
        secondary=ink["muted"],
        accent=ink["accent"],
        foreground=ink["foreground"],
        background=ink["background"],
        surface=ink["surface"],
        panel=ink["panel"],
        success=ink["calm"],
        warning=ink["soon"],
        # Amber, not red: Textual paints a field that fails a check in this colour.
        error=ink["last"],
        variables={**_texts(ink), **_ours(ink), **_parts(ink)},
    )


DARK: Final = _theme(
    DARK_NAME,
    dark=True,
    ink={
        "background": "#0e1318",
        "surface": "#151c23",
        "panel": "#1c252e",
        "foreground": "#f4f6f8",
        "muted": "#b3bec9",
        "line": "#6d7c8b",
        "primary": "#8ac6f2",
        "accent": "#8fd8ea",
        "calm": "#8fd8c4",
        "soon": "#f2ce72",
        "last": "#f7b57a",
        "over": "#cdbcf7",
        "banner": "#bfe6df",
        "banner-text": "#0e1318",
        "far": "#3c5563",
        "near": "#243640",
    },
)
"""The default: light text on near-black, which stays dark on a projector in a dim room."""

LIGHT: Final = _theme(
    LIGHT_NAME,
    dark=False,
    ink={
        "background": "#fbfbf9",
        "surface": "#ffffff",
        "panel": "#eef1f3",
        "foreground": "#12171c",
        "muted": "#46515c",
        "line": "#77828d",
        "primary": "#1b4f9c",
        "accent": "#0f4c9a",
        "calm": "#17564d",
        "soon": "#6b4700",
        "last": "#7a3c00",
        "over": "#59349b",
        "banner": "#17454d",
        "banner-text": "#ffffff",
        "far": "#b9cbd3",
        "near": "#8fa9b3",
    },
)
"""Dark text on near-white, for a room in full daylight."""

THEMES: Final = (DARK, LIGHT)


def semantic_defaults() -> dict[str, str]:
    """Our own variables with the dark theme's values.

    For `App.get_theme_variable_defaults`: Textual parses style sheets once before an
    application's theme is in force, and an unknown variable would stop it there.
    """
    return {name: DARK.variables[name] for name in SEMANTIC}


def register_themes(app: App[Any]) -> None:
    """Make both themes known to `app` and choose the dark one."""
    for theme in THEMES:
        app.register_theme(theme)
    app.theme = DARK_NAME
