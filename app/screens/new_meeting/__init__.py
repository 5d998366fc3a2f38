"""A new meeting as last time: each proposal is taken with Enter, or changed first."""

from __future__ import annotations

from app.screens.new_meeting.screen import NewMeetingScreen

__all__ = ["NewMeetingScreen"]
