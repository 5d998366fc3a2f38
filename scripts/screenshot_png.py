"""Look at a screen as people see it: SVG from Textual, PNG by headless Chromium or CairoSVG.

    python scripts/screenshot_png.py screen.svg [screen.png]
    python scripts/screenshot_png.py tests.app.widgets.gallery:Gallery out.png 120x36

For work on the looks only; nothing in the program or its tests needs it.
"""

from __future__ import annotations

import asyncio
import importlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App

FONT = "DejaVu Sans Mono"


def picture_of(app: App[Any], width: int, height: int, keys: tuple[str, ...] = ()) -> str:
    """Run `app` without a terminal at this size, press `keys`, and return its screen as SVG."""

    async def run() -> str:
        async with app.run_test(size=(width, height)) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return app.export_screenshot()

    return asyncio.run(run())


def to_png(svg: str, target: Path) -> None:
    """Write `svg` as a PNG, with a font that is installed instead of the one on the web.

    Raises:
        SystemExit: with neither Chromium nor CairoSVG.
    """
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL).replace("Fira Code", FONT)
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        _with_cairo(svg, target)
        return
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    size = f"{int(float(box[1])) + 1},{int(float(box[2])) + 1}" if box else "1600,1000"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "screen.html"
        page.write_text(f"<body style='margin:0;background:#888'>{svg}</body>", encoding="utf-8")
        subprocess.run(
            [
                browser,
                *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
                f"--user-data-dir={folder}/profile",
                f"--window-size={size}",
                f"--screenshot={target.resolve()}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


def _with_cairo(svg: str, target: Path) -> None:
    try:
        cairosvg = importlib.import_module("cairosvg")
    except ImportError:
        sys.exit("Neither Chromium nor CairoSVG was found.")
    cairosvg.svg2png(bytestring=svg.encode(), write_to=str(target))


def main(arguments: list[str]) -> None:
    """Turn an SVG file, or a running app given as `module:Class`, into a PNG."""
    source, *rest = arguments
    if ":" not in source:
        path = Path(source)
        target = Path(rest[0]) if rest else path.with_suffix(".png")
        to_png(path.read_text(encoding="utf-8"), target)
        return
    target = Path(rest[0])
    width, height = (int(part) for part in (rest[1] if rest[1:] else "80x24").split("x"))
    sys.path.insert(0, str(Path.cwd()))
    module, _, name = source.partition(":")
    app = getattr(importlib.import_module(module), name)()
    to_png(picture_of(app, width, height, tuple(rest[2:])), target)


if __name__ == "__main__":
    main(sys.argv[1:])
