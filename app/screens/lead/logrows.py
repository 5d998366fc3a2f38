"""The log as the wall may show it: what, who, when; never how it went (design §8)."""

from __future__ import annotations

from app.widgets.log_table import LogRow
from app.words import Words
from phases.case import Case
from phases.records import Activity, Offer
from phases.showing_dates import short_date
from phases.sitting import Sitting
from phases.structures import WorksOn


def log_rows(case: Case, sitting: Sitting, works_on: WorksOn, _: Words) -> tuple[LogRow, ...]:
    """The newest first, for it is what people look for; in offers and decision the offers lead."""
    rows = [_activity_row(a, case, _) for a in reversed(list(case.activities.values()))]
    if works_on in ("offers", "decision"):
        taken = {a.offer for a in case.activities.values()}
        offers = [o for o in case.offers_in(sitting.meeting.id) if o.id not in taken]
        rows = [*(_offer_row(o, sitting, _) for o in offers), *rows]
    return tuple(rows)


def _activity_row(activity: Activity, case: Case, _: Words) -> LogRow:
    when = short_date(activity.due, _.language) if activity.due else ""
    symbol, word = _status(activity, _)
    return LogRow(activity.id, activity.title, case.label(activity.owner), when, symbol, word)


def _status(activity: Activity, _: Words) -> tuple[str, str]:
    if activity.tried_before:
        return "·", _("tried before")
    if activity.status == "ended":
        return "✓", _("done with")
    return ("▸", _("under way")) if activity.status == "active" else ("·", _("planned"))


def _offer_row(offer: Offer, sitting: Sitting, _: Words) -> LogRow:
    choice = sitting.meeting.choice
    if choice is None:
        symbol, word = "?", _("offer")
    elif offer.id in choice.offers:
        symbol, word = "✓", _("chosen")
    else:
        symbol, word = "·", _("may come later")
    return LogRow(offer.id, offer.text, offer.service, "", symbol, word)
