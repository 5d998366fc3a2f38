"""The shortest way to a window: recognises the plainest calls without loading click.

Click costs 25 ms of the time to the first screen. Only calls without anything unusual are
recognised here; help, mistakes and everything else go to click, which knows the same commands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

OnACase = Literal["lead", "wall", "notes", "guard", "evaluate", "after"]
"""The windows that are opened on a case."""


class Wish(NamedTuple):
    """The window that is wanted."""

    window: OnACase | Literal["demo", "home"]
    case: str = ""
    speed: float | None = None
    vault: str | None = None
    language: str | None = None
    who: str = ""


def window_wish(argv: Sequence[str]) -> Wish | None:
    """The window that these arguments plainly ask for; None where click must look at them."""
    options, rest = _options(argv)
    if options is None:
        return None
    wish = Wish("home", vault=options.get("--vault"), who=options.get("--as", ""))
    wish = wish._replace(language=options.get("--lang"))
    if wish.language not in (None, "nn", "nb", "en"):
        return None
    return _command(wish, rest)


def _options(argv: Sequence[str]) -> tuple[dict[str, str] | None, Sequence[str]]:
    """The global options before the command, each at most once, and what follows them."""
    found: dict[str, str] = {}
    rest = list(argv)
    while len(rest) > 1 and rest[0] in ("--vault", "--lang", "--as"):
        if rest[0] in found:
            return None, rest
        found[rest[0]] = rest[1]
        del rest[:2]
    return found, rest


def _command(wish: Wish, rest: Sequence[str]) -> Wish | None:
    match list(rest):
        case []:
            return wish
        case ["demo"]:
            return wish._replace(window="demo")
        case ["demo", "--speed", speed] if _speed(speed):
            return wish._replace(window="demo", speed=float(speed))
        case ["lead", case, "--speed", speed] if _speed(speed) and not case.startswith("-"):
            return wish._replace(window="lead", case=case, speed=float(speed))
        case [name, case] if not case.startswith("-"):
            window = next((each for each in get_args(OnACase) if each == name), None)
            return wish._replace(window=window, case=case) if window else None
    return None


def _speed(text: str) -> bool:
    """Whether it is a plain whole speed; click says what is wrong with any other."""
    return text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 600 and len(text) < 4
