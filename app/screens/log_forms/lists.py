"""The lists that a window opens, one behind the other, until something is saved or a form opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.screens.log_forms.day_picking import DayPicking
from app.screens.log_forms.part_acts import PartActs

if TYPE_CHECKING:
    from app.screens.log_forms.asks import Answer, Ask
    from app.screens.log_forms.openers import Openers
    from phases.sitting import Sitting


class Lists(PartActs, DayPicking):
    """Which list a name stands for, and going from list to list."""

    def openers(self) -> Openers:
        """The lists for the case as it stands."""
        from app.screens.log_forms.openers import Openers

        return Openers(self.desk.log.case, self.desk, self.words)

    async def _run_ask(self, name: str) -> None:
        openers = self.openers()
        asks = {
            "floor": openers.floor,
            "replan": openers.replan,
            "viddevakt": openers.viddevakt,
            "writer": openers.writer,
            "choice": openers.choice,
            "relay_holder": openers.relay_holder,
            "measures": openers.measures,
            "everyone_active": openers.everyone_active,
            "parked": openers.parked,
            "assess": openers.which_to_assess,
        }
        await self._follow(asks[name]())

    async def _follow(self, ask: Ask) -> None:
        """From list to list until commands are saved or a form opens."""
        foot = self.words("Esc: back")
        while True:
            value = await self.choose(
                ask.title, ask.options, text=ask.text, foot=foot, ready=ask.ready
            )
            if value is None:
                return
            answer = ask.answers[value]
            following = answer.more() if answer.more is not None else answer.ask
            if following is None:
                break
            ask = following
        await self._take(answer)

    async def _take(self, answer: Answer) -> None:
        if answer.form is not None:
            await self.open_form(answer.form)
        elif answer.commands:
            outcome = await self._save_or_reason(answer.commands)
            if outcome.done and answer.then:
                await self._open_item_now(answer.then)

    # -- lists with files of their own

    async def _open_covering(self) -> None:
        """For each service that no consent covers; nothing once all are."""
        from app.screens.log_forms.covering_asks import covering

        ask = covering(self.desk.log.case, self.words)
        if ask is not None:
            await self._follow(ask)

    async def _open_closing(self, name: str, about: Sitting | None = None) -> None:
        """Opened at the end: how it goes on, who gets the log, how the meeting was.

        `about` an earlier meeting, else it is the newest that was held.
        """
        from app.screens.log_forms.closing_asks import ClosingAsks

        asks = ClosingAsks(self.desk.log.case, self.desk, self.words, about)
        if name == "inform-others":
            await self.open_form(asks.forms.others())
        else:
            await self._follow(getattr(asks, name.replace("-", "_"))())

    async def _open_consent(self, name: str) -> None:
        """A consent given now, one taken back, who is left out: with everybody in the case."""
        from app.screens.log_forms.consent_asks import ConsentAsks

        ask = ConsentAsks(self.desk.log.whole, self.desk, self.words).open(name)
        if ask is not None:
            await self._follow(ask)
