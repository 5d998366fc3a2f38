"""Every act, declared once: keys, palette, help, command line, scripts and docs read this list."""

from __future__ import annotations

from phases.commands import (
    afterwards,
    case_facts,
    choosing,
    clock,
    closing,
    consents,
    log,
    log_assessing,
    log_goals,
    participants,
    planning,
    talk,
    welcome,
)
from phases.commands.base import Command, Draft

COMMANDS: tuple[type[Command], ...] = (
    case_facts.CaseNew,
    case_facts.CaseSet,
    participants.ParticipantAdd,
    participants.ParticipantEdit,
    participants.ParticipantRemove,
    consents.ConsentAdd,
    consents.ConsentWithdraw,
    planning.MeetingPlan,
    planning.MeetingCancel,
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
    welcome.Introductions,
    welcome.ConsentTold,
    welcome.Writer,
    welcome.Viddevakt,
    welcome.Challenge,
    choosing.OfferAdd,
    choosing.OfferEdit,
    choosing.Choose,
    choosing.DecidedBy,
    choosing.HandOverCommand,
    choosing.Accept,
    choosing.Decline,
    choosing.NoMeasure,
    choosing.ReadAloud,
    closing.NextMeetingCommand,
    closing.InformChildCommand,
    closing.StaffStay,
    closing.FamilyLeft,
    log.ActivityAdd,
    log.ActivityEdit,
    log.ActivityReplace,
    log_assessing.Assess,
    log_assessing.ActivityEnd,
    log_assessing.ActivityEvaluate,
    log_goals.GoalAdd,
    log_goals.GoalEdit,
    log_goals.GoalEnd,
    log.Park,
    log.ParkedHandle,
    log.NoteCommand,
    afterwards.Evaluate,
    afterwards.Reason,
    afterwards.Undo,
)
"""In the order in which documentation lists them."""


def command_named(name: str) -> type[Command] | None:
    """The command with this name."""
    return next((c for c in COMMANDS if c.name == name), None)


__all__ = ["COMMANDS", "Command", "Draft", "command_named"]
