"""Every act, declared once: keys, palette, help, command line, scripts and docs read this list."""

from __future__ import annotations

from phases.commands import afterwards, agree, clock, log, prepare, talk
from phases.commands.base import Command, Draft

COMMANDS: tuple[type[Command], ...] = (
    prepare.CaseNew,
    prepare.CaseSet,
    prepare.ParticipantAdd,
    prepare.ParticipantEdit,
    prepare.ParticipantRemove,
    prepare.ConsentAdd,
    prepare.ConsentWithdraw,
    prepare.MeetingPlan,
    prepare.MeetingCancel,
    clock.Start,
    clock.Next,
    clock.Back,
    clock.Pause,
    clock.Resume,
    clock.Minute,
    clock.ReplanCommand,
    clock.Away,
    clock.Hide,
    clock.Show,
    clock.Close,
    clock.BreakOff,
    talk.Answered,
    talk.Pass,
    talk.GiveFloor,
    talk.Arrive,
    talk.Leave,
    talk.Guard,
    talk.GuardKindCommand,
    agree.Introductions,
    agree.ConsentTold,
    agree.Writer,
    agree.Viddevakt,
    agree.Challenge,
    agree.OfferAdd,
    agree.OfferEdit,
    agree.Choose,
    agree.DecidedBy,
    agree.HandOverCommand,
    agree.Accept,
    agree.Decline,
    agree.NoMeasure,
    agree.ReadAloud,
    agree.NextMeetingCommand,
    agree.InformChildCommand,
    agree.StaffStay,
    agree.FamilyLeft,
    log.ActivityAdd,
    log.ActivityEdit,
    log.ActivityEnd,
    log.ActivityEvaluate,
    log.Park,
    log.ParkedHandle,
    afterwards.Evaluate,
    afterwards.Reason,
    afterwards.Undo,
)
"""In the order in which documentation lists them."""


def command_named(name: str) -> type[Command] | None:
    """The command with this name."""
    return next((c for c in COMMANDS if c.name == name), None)


__all__ = ["COMMANDS", "Command", "Draft", "command_named"]
