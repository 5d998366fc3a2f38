"""Personal details that aren't needed here: R-S2, reliability §5 row 70."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from phases.personal import (
    Personal,
    PersonalKind,
    check_digits,
    find_personal,
    is_birth_number,
    personal_kinds,
)

BIRTH = PersonalKind.BIRTH_NUMBER
PHONE = PersonalKind.PHONE
E_MAIL = PersonalKind.E_MAIL


def made_up(day: date, serial: int, day_add: int = 0, month_add: int = 0) -> str | None:
    """Make a number with right check digits, or None where that serial has none."""
    nine = f"{day.day + day_add:02d}{day.month + month_add:02d}{day.year % 100:02d}{serial:03d}"
    digits = check_digits(nine)
    return None if digits is None else nine + digits


NUMBERS = st.builds(
    made_up,
    st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)),
    st.integers(min_value=0, max_value=999),
    st.sampled_from([0, 40]),
    st.sampled_from([0, 40, 80]),
).filter(lambda number: number is not None)


@given(NUMBERS)
def test_every_number_with_right_check_digits_is_found_in_a_sentence(number: str) -> None:
    assert is_birth_number(number)
    for written in (number, f"{number[:6]} {number[6:]}"):
        text = f"Fødd {written}."
        assert Personal(5, 5 + len(written), BIRTH) in find_personal(text)


@given(NUMBERS, st.integers(min_value=0, max_value=10), st.integers(min_value=1, max_value=9))
def test_one_wrong_digit_is_always_noticed(number: str, place: int, add: int) -> None:
    wrong = str((int(number[place]) + add) % 10)
    assert not is_birth_number(number[:place] + wrong + number[place + 1 :])


@given(NUMBERS, st.integers(min_value=0, max_value=9))
def test_two_neighbours_swapped_are_noticed(number: str, place: int) -> None:
    assume(number[place] != number[place + 1])
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    # Swapping inside the date may turn one date into no date; either way it doesn't pass.
    assert not is_birth_number(swapped)


@given(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_check_digits_satisfy_both_sums(nine: str) -> None:
    found = check_digits(nine)
    assume(found is not None)
    digits = [int(digit) for digit in f"{nine}{found}"]
    first = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
    second = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
    assert sum(d * w for d, w in zip(digits, first, strict=False)) % 11 == 0
    assert sum(d * w for d, w in zip(digits, second, strict=True)) % 11 == 0


@pytest.mark.parametrize(
    "text", ["12345678901", "00000000000", "32010112345", "1234567890", "123456789012", "abc"]
)
def test_other_digits_are_no_birth_number(text: str) -> None:
    assert not is_birth_number(text)
    assert BIRTH not in personal_kinds(text)


def test_a_day_outside_the_calendar_is_no_birth_number_even_with_right_digits() -> None:
    for date_part in ("300201", "310412", "001210", "011301", "015301", "810101"):
        serials = (check_digits(f"{date_part}{serial:03d}") for serial in range(50))
        serial, digits = next((n, found) for n, found in enumerate(serials) if found)
        assert not is_birth_number(f"{date_part}{serial:03d}{digits}")


@pytest.mark.parametrize(
    "text",
    [
        "ring 91234567",
        "912 34 567",
        "91 23 45 67",
        "tlf.22334455",
        "tlf: 22 33 44 55, etter kl. 16",
        "22.33.44.55",
        "+47 912 34 567",
        "+4791234567",
        "(+47) 91234567",
        "004791234567",
        "0047 91 23 45 67",
        "+47 20270119",
        "91\u00a023\u00a045\u00a067",
        "mor 91234567 eller",
    ],
)
def test_norwegian_phone_numbers_are_found(text: str) -> None:
    assert personal_kinds(text) == (PHONE,)


@pytest.mark.parametrize("text", ["a.b+c@skule.example.no", "Skriv til ø@ås.no.", "x@y.no, takk"])
def test_e_mail_addresses_are_found(text: str) -> None:
    assert personal_kinds(text) == (E_MAIL,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "klokka 13.00",
        "kl. 13.00-13.45",
        "2027-01-19",
        "9.12.2026",
        "22.12.2026",
        "20270119",
        "24122026",
        "2026 2027",
        "2026-2027",
        "2026/27",
        "veke 41, 42, 43 og 44",
        "5,5,10,5,10,5,5",
        "10 20 30 40 50",
        "25 000 000 kroner",
        "912 345 678",
        "sak 2026/91234567",
        "CASE-91234567",
        "91234567-89ab-cdef",
        "#91234567",
        "12345678",
        "9123456",
        "912345678",
        "3.91234567",
        "a@b",
        "[@click=app.quit]x",
        "@heime",
        "30 samtalar, 15 møte",
    ],
)
def test_dates_times_sums_and_case_ids_are_left_alone(text: str) -> None:
    assert find_personal(text) == ()


def test_finds_come_in_order_with_their_places_and_without_the_text() -> None:
    text = "x@y.no eller 91234567"
    assert find_personal(text) == (Personal(0, 6, E_MAIL), Personal(13, 21, PHONE))


@given(st.text())
def test_any_text_is_judged_without_an_error(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in find_personal(text))


@given(st.dates())
def test_dates_as_people_write_them_never_fire(day: date) -> None:
    for text in (day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}"):
        assert find_personal(f"innan {text} kl. 13.00") == ()
