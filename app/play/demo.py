"""The fictional case of `viddevakt demo`: its script played up to this moment, in one entry.

Real folder, real journal, real windows: only the vault is a temporary one, and the case a
rehearsal, whose clock may run faster.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import data
from app.play.clock import VirtualClock
from app.play.player import Played, Player, beginning
from app.play.script import read_script
from app.words import LANGUAGES, locale_language
from data.clock import meeting_zone
from data.entry import NewEntry
from data.vault import Vault
from phases.clock import Clock

if TYPE_CHECKING:
    from phases.structures import Structure

SCRIPTS: Final = Path(data.__file__).parent / "demo"
"""One script a language, the same meeting in each."""

DEMO_ID: Final = "DEMO"


def demo_language(option: str | None, environ: Mapping[str, str]) -> str:
    """The demo's language: `--lang`, else the locale's when it is one of ours, else nynorsk."""
    wish = option or locale_language(environ)
    return wish if wish in LANGUAGES else "nn"


def play_demo(
    language: str, clock: Clock, structures: Mapping[str, Structure], speed: float = 1.0
) -> Played:
    """The demo case as it stands now: one meeting held, the next one just begun."""
    text = (SCRIPTS / f"{language}.txt").read_text(encoding="utf-8")
    lines = read_script(text)
    zone = meeting_zone()
    player = Player(
        VirtualClock(beginning(lines, zone), zone, clock),
        structures,
        names={"speed": f"{speed:g}"},
    )
    return player.play(lines)


def build_demo(
    vault: Vault,
    language: str,
    clock: Clock,
    structures: Mapping[str, Structure],
    speed: float = 1.0,
) -> str:
    """Make the demo case in this vault; gives its id. Raises StoreError."""
    played = play_demo(language, clock, structures, speed)
    first = NewEntry(secrets.token_hex(8), clock.stamp().utc, "", "demo", played.tables)
    return vault.create(DEMO_ID, clock.stamp().utc, first)


@contextmanager
def temporary_vault() -> Iterator[Vault]:
    """A vault in a folder for this person alone (0700), gone with everything in it afterwards."""
    folder = tempfile.mkdtemp(prefix="viddevakt-demo-")
    try:
        yield Vault(Path(folder) / "vault", noted=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
