"""A capital letter where a text of ours begins a line."""

from __future__ import annotations

from datetime import date

from app.wording.capital import capital
from phases.showing_dates import long_date


def test_a_capital_letter_leaves_the_rest_as_it_is() -> None:
    assert capital("ønsker BUP og PPT") == "Ønsker BUP og PPT"
    assert capital("") == ""


def test_a_month_keeps_its_capital_in_english() -> None:
    assert capital(long_date(date(2026, 11, 22), "en")) == "Sunday 22 November 2026"
