"""Both themes are readable: in full colour, in grey, and in sixteen colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich._palettes import STANDARD_PALETTE
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from app import theme
from app.theme import DARK, DARK_NAME, GROUNDS, LIGHT, PAIRS, SEMANTIC, TEXTS, THEMES

APP = Path(theme.__file__).parent
LEAST = 4.5
Rgb = tuple[int, int, int]


def values(of: Theme) -> dict[str, str]:
    return {**of.to_color_system().generate(), **of.variables}


def rgb(of: Theme, name: str) -> Rgb:
    """An opaque colour; "auto" or see-through ones can't be promised anything for."""
    color = Color.parse(values(of)[name])
    assert color.a == 1, name
    assert color.ansi is None, name
    return color.rgb


def luminance(color: Rgb) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in color)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: Rgb, other: Rgb) -> float:
    """The ratio WCAG 2.1 defines, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def grey(color: Rgb) -> Rgb:
    """What Textual makes of a colour under NO_COLOR."""
    red, green, blue = color
    value = round(red * 0.2126 + green * 0.7152 + blue * 0.0722)
    return value, value, value


def sixteen(color: Rgb) -> Rgb:
    """The nearest of a console's sixteen colours, as Rich picks it."""
    red, green, blue = STANDARD_PALETTE[STANDARD_PALETTE.match(color)]
    return red, green, blue


def all_pairs() -> list[tuple[str, str]]:
    return [(text, ground) for text in TEXTS for ground in GROUNDS] + list(PAIRS)


@pytest.mark.parametrize("each", THEMES, ids=lambda each: each.name)
@pytest.mark.parametrize(("text", "ground"), all_pairs())
def test_every_text_is_readable_on_every_ground_it_stands_on(
    each: Theme, text: str, ground: str
) -> None:
    ink, paper = rgb(each, text), rgb(each, ground)
    assert contrast(ink, paper) >= LEAST
    assert contrast(grey(ink), grey(paper)) >= LEAST
    assert contrast(sixteen(ink), sixteen(paper)) >= LEAST


@pytest.mark.parametrize("each", THEMES, ids=lambda each: each.name)
def test_nothing_is_red(each: Theme) -> None:
    for name in (*TEXTS, *GROUNDS, *SEMANTIC, "primary", "error", "warning", "accent"):
        color = Color.parse(values(each)[name])
        hue, saturation, _ = color.hsv
        red = saturation > 0.3 and (hue < 18 / 360 or hue > 335 / 360)
        assert not red, f"{name} in {each.name} is red"


@pytest.mark.parametrize("each", THEMES, ids=lambda each: each.name)
def test_the_four_states_of_the_time_have_four_colours(each: Theme) -> None:
    names = ("time-normal", "time-soon", "time-last", "time-over")
    assert len({rgb(each, name) for name in names}) == len(names)


def test_both_themes_set_the_same_variables() -> None:
    assert DARK.variables.keys() == LIGHT.variables.keys()
    assert set(SEMANTIC) <= DARK.variables.keys()
    assert theme.semantic_defaults() == {name: DARK.variables[name] for name in SEMANTIC}


def test_no_style_sheet_has_a_colour_of_its_own() -> None:
    for path in [*APP.rglob("*.tcss"), *APP.rglob("*.py")]:
        if path.name != "theme.py":
            found = re.findall(r"#[0-9a-fA-F]{6}\b|\brgba?\(", path.read_text(encoding="utf-8"))
            assert not found, f"{path.name}: {found}"


def test_every_text_colour_in_a_style_sheet_is_one_whose_contrast_is_checked() -> None:
    checked = {*TEXTS, *(text for text, _ in PAIRS), "time-track", "picture-far", "picture-near"}
    for path in [*APP.rglob("*.tcss"), *APP.rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        used = set(re.findall(r"(?<![-\w])color:\s*\$([a-z0-9-]+)", text))
        assert used <= checked, f"{path.name}: {used - checked}"


async def test_the_dark_theme_is_chosen_and_both_can_be_switched_to() -> None:
    app: App[None] = App()
    theme.register_themes(app)
    async with app.run_test() as pilot:
        assert app.theme == DARK_NAME
        app.theme = theme.LIGHT_NAME
        await pilot.pause()
        assert app.theme_variables["time-over"] == LIGHT.variables["time-over"]
