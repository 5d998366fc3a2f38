"""Who may do what: every window with every command (design §3)."""

from __future__ import annotations

from typing import Final, get_args

import pytest

from phases.changes import Refusal
from phases.commands import COMMANDS, Command, command_named
from phases.commands.clock import Minute, Pause, Resume
from phases.rights import RIGHTS, Duty, Window
from tests.phases.room import started

LOG: Final = {
    "activity-add",
    "activity-edit",
    "activity-end",
    "activity-evaluate",
    "activity-replace",
    "assess",
    "goal-add",
    "goal-edit",
    "goal-end",
    "park",
    "parked-handle",
    "note",
    "fill",
    "tick",
}
AGREE: Final = {
    "introductions",
    "consent-told",
    "writer",
    "viddevakt",
    "challenge",
    "offer-add",
    "offer-edit",
    "choose",
    "decided-by",
    "hand-over",
    "accept",
    "decline",
    "no-measure",
    "read-aloud",
    "next-meeting",
    "inform-child",
    "outcome",
    "distribution",
    "inform-others",
    "half-year-plan",
    "feedback",
    "minutes",
    "sign",
    "staff-stay",
    "reason",
}
GUARD: Final = {"guard", "guard-kind"}
EVERYTHING: Final = {c.name for c in COMMANDS}
MAY: Final[dict[Window, set[str]]] = {
    "lead": EVERYTHING,
    "notes": (LOG | AGREE) & EVERYTHING,
    "guard": GUARD,
    "wall": set(),
}
WINDOWS: Final[tuple[Window, ...]] = get_args(Window)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("kind", COMMANDS, ids=lambda c: str(c.name))
def test_a_window_does_what_it_may_and_nothing_else(window: Window, kind: type[Command]) -> None:
    room = started()
    room.window = window
    found = room.ask(kind())
    refused = isinstance(found, Refusal) and found.code == "no-right"
    assert refused == (kind.name not in MAY[window])


def test_a_refusal_for_want_of_a_right_names_the_window() -> None:
    room = started()
    room.window = "wall"
    refused = room.refused(COMMANDS[0]())
    assert (refused.code, refused.exit_code, refused.args) == ("no-right", 2, {"window": "wall"})


def test_the_table_knows_every_window_and_only_known_duties() -> None:
    assert set(RIGHTS) == set(WINDOWS)
    assert RIGHTS["lead"] == set(get_args(Duty))


def test_every_command_is_declared_once_and_described() -> None:
    names = [c.name for c in COMMANDS]
    assert len(set(names)) == len(names)
    assert all(c.__doc__ and not c.__doc__.startswith(f"{c.__name__}(") for c in COMMANDS)
    assert all(command_named(c.name) is c for c in COMMANDS)
    assert command_named("fly") is None


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda c: str(c.name))
def test_a_command_is_frozen_and_its_texts_are_fields_of_its_own(kind: type[Command]) -> None:
    command = kind()
    assert all(hasattr(command, field) for field in kind.texts)
    with pytest.raises(AttributeError):
        command.name = "other"  # type: ignore[misc]


def test_two_commands_are_alike_when_their_fields_are() -> None:
    assert Minute(2) == Minute(minutes=2)
    assert len({Minute(2), Minute(minutes=2), Minute(3)}) == 2
    assert Minute(2) != Minute()
    assert Pause() != Resume()


def test_a_command_takes_its_own_fields_and_no_others() -> None:
    with pytest.raises(TypeError):
        Minute(1, 2)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Minute(seconds=2)  # type: ignore[call-arg]


def test_a_command_that_declares_no_change_is_unknown() -> None:
    assert started().refused(Command()).code == "unknown-command"


@pytest.mark.parametrize("kind", COMMANDS, ids=lambda c: str(c.name))
def test_a_command_shows_its_name_and_nothing_that_was_typed(kind: type[Command]) -> None:
    texts = dict.fromkeys(kind.texts, "hemmeleg")
    shown = repr(kind(**texts))
    assert shown.startswith(kind.__name__)
    assert "hemmeleg" not in shown
