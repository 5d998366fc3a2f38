"""What the leader's window does itself: time in words, remarks, pages, what it asks first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from app.phase_words import AskedWords
from app.screens.choice_option import Option
from app.screens.interpreting import LONGER, more_time
from app.screens.lead.base import LeadBase
from app.wording.clock import minutes_words
from app.wording.rules import finding_words, reason_words
from phases.commands.afterwards import Reason
from phases.commands.clock import BreakOff, Close
from phases.commands.closing import FamilyLeft
from phases.commands.planning import MeetingPlan
from phases.interpreter import needs_interpreting
from phases.pace import pace
from phases.rules import READY_REASONS, blocked
from phases.rules_ask import Ask as RuleAsk
from phases.showing_dates import clock_time
from phases.shown_clock import minutes_left


class WindowActs(LeadBase):
    """Acts that are no command, or a command behind a question."""

    def do_act(self, act: str) -> object:
        """Any act by its name; the flow does it."""
        del act
        return None

    async def _tell_time(self) -> None:
        _ = self.words
        sitting = self.desk.log.case.sitting
        if sitting is None or not sitting.underway:
            return
        at = pace(sitting, self.desk.clock.stamp())
        left = minutes_left(at.remaining_s)
        ends = clock_time(self.desk.local(at.end_shown), _.language)
        told = minutes_words(left, _)
        self.say(_("In this part: {left}. Ends about {time}.", left=told, time=ends))

    async def _show_remarks(self) -> None:
        """What the rules remarked, with three ready reasons and a typed one."""
        _ = self.words
        if not self._remarks:
            self.say(_("No remarks"))
            return
        # The screen is mirrored: who is meant is told when the family can't read it any more.
        sitting = self.desk.log.case.sitting
        alone = sitting is not None and sitting.meeting.family_left
        text = "\n".join(finding_words(f, _, named=alone) for f in self._remarks)
        options = [Option(code, reason_words(code, _)) for code in READY_REASONS]
        options.append(Option("typed", _("Another reason …")))
        foot = _("Esc: back")
        self._unread = ()
        reason = await self.choose(_("Remark"), options, text=text, foot=foot)
        if reason == "typed":
            await self.open_form(self.forms().remark())
        elif reason:
            self.save_all([Reason(text=reason)])

    async def _show_more(self) -> None:
        from app.screens.lead.pages import more_rows
        from app.screens.more import MorePage

        rows = more_rows(self.words)
        act = await self.app.push_screen_wait(MorePage(rows, self.words))
        if act is not None:
            self.do_act(act)

    async def _other_windows(self) -> None:
        """What to type in another terminal; the one that is chosen goes to the clipboard."""
        from app.screens.lead.other_windows import window_options

        _ = self.words
        options = window_options(self.desk.log.case.id, self.desk.vault, _)
        text = _("In another terminal on this machine, or where the same folder can be reached:")
        call = await self.choose(_("Other windows"), options, text=text, foot=_("Esc: back"))
        if call is not None:
            self.app.copy_to_clipboard(call)
            # Not every terminal lets a program do that, and none says whether it did.
            self.say(_("On the clipboard, if this terminal allows it: {call}", call=call))

    async def _whose_turn(self) -> None:
        """Only while the meeting is under way has anybody the floor; before, who is here."""
        from app.screens.log_forms.coming_asks import who_is_here

        sitting = self.desk.log.case.sitting
        if sitting is not None and not sitting.over and sitting.state != "cancelled":
            if sitting.underway:
                await self._run_ask("floor")
            else:
                await self._follow(who_is_here(self.desk.log.case, self.words))

    async def nothing_more(self, asked: AskedWords) -> bool:
        """Before the meeting is closed: what would be left without a word, asked once.

        Not where a rule holds the close up: it says so itself, and opens what it asks for.
        """
        from app.screens.lead.before_closing import CLOSE, LEFT, before_closing

        log, _ = self.desk.log, self.words
        if blocked(RuleAsk(log.whole, log.context(), Close()), "close") is not None:
            return True
        options = before_closing(log.case, asked.title_of, _)
        if not options:
            return True
        title, foot = _("Is there something to take before you close?"), _("Esc: not yet")
        value = await self.choose(title, options, foot=foot, ready=True)
        if value is None or value == CLOSE:
            return value == CLOSE
        if value.startswith(LEFT):
            await self._open_item_now(value.removeprefix(LEFT))
        else:
            await self._follow(self.openers().handle(log.case.parked[value]))
        return False

    async def _break_off(self) -> None:
        _ = self.words
        options = (Option("yes", _("Break the meeting off")), Option("no", _("Go on")))
        text = _("Everything so far is kept.")
        title, foot = _("Break the meeting off?"), _("Esc: go on")
        if await self.choose(title, options, text=text, foot=foot) == "yes":
            self.save_all([BreakOff()])

    async def _more_time(self) -> list[MeetingPlan] | None:
        """What comes before the start: more minutes where somebody interprets; None for not yet."""
        case, _ = self.desk.log.case, self.words
        sitting = case.sitting
        if sitting is None or not needs_interpreting(case, sitting):
            return []
        title, options = more_time(sitting, _)
        chosen = await self.choose(title, options, foot=_("Esc: not yet"))
        if chosen is None:
            return None
        return [MeetingPlan(interpreter=True)] if chosen == LONGER else []

    async def _ask_family_left(self) -> None:
        _ = self.words
        options = (Option("yes", _("Yes")), Option("no", _("Not yet")))
        foot = _("Esc: not yet")
        # They may still be putting their coats on: thanks come first, and the question can wait.
        text = _("Has the family left? This can wait until then.")
        if await self.choose(_("Thank you for today"), options, text=text, foot=foot) == "yes":
            self.save_all([FamilyLeft()])

    async def _afterwards(self, act: Callable[[], Awaitable[None]]) -> None:
        """What can be done once the meeting is over; the log is still being written before."""
        sitting = self.desk.log.case.sitting
        if sitting is not None and sitting.over:
            await act()
        else:
            self.say(self.words("The papers are made when the meeting is over"))
            self.paint()

    async def _share_out(self) -> None:
        """Before it begins how long each part is to last; after that how to catch up."""
        sitting = self.desk.log.case.sitting
        if sitting is not None and sitting.state == "planned":
            await self.open_form(self.forms().minutes())
        else:
            await self._run_ask("replan")

    async def _to_what_follows(self) -> None:
        """To the rows of what is left; the evaluation is one of them."""
        self.leave("after")
