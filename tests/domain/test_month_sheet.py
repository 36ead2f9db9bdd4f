"""Which weeks a month sheet holds, and what they plan."""

from __future__ import annotations

from datetime import date, timedelta

import holidays

from mentorapp.domain.calendar import PUBLIC_HOLIDAYS
from mentorapp.domain.ledger import build
from mentorapp.domain.month_sheet import mondays, month_sheet, sheet_months
from mentorapp.domain.month_sheet_words import duration
from mentorapp.domain.practice_weeks import month_of_week, week_of
from mentorapp.domain.public_holiday_names import holiday_name
from tests.builders import TODAY, amal, maryam


def test_every_week_stands_on_the_sheet_of_one_month() -> None:
    months = [date(year, month, 1) for year in range(2024, 2028) for month in range(1, 13)]
    found = [begin for month in months for begin in mondays(month)]
    assert found == [found[0] + timedelta(weeks=number) for number in range(len(found))]
    assert all(month_of_week(begin) == f"{month:%Y-%m}" for month in months for begin in mondays(month))


def test_a_week_shows_what_its_confirmation_counts() -> None:
    for case in (amal(), maryam()):
        ledger = build(case, TODAY)
        assert ledger is not None
        for month in sheet_months(ledger):
            told = month_sheet(case, ledger, month)
            for week in told.weeks:
                holiday = sum(
                    told.days.practice().get(day.day.toordinal(), 0) for day in week.days if day.kind == "holiday"
                )
                shown = {day.kind for day in week.days}
                if "practice" in shown:
                    assert week.minutes + holiday == week_of(told.days, week.monday).total
                assert all(day.minutes == 0 for day in week.days if day.kind != "practice")


def test_a_week_on_whole_days_at_school_is_worked_on_the_others() -> None:
    ledger = build(maryam(), TODAY)
    assert ledger is not None
    week = month_sheet(maryam(), ledger, date(2026, 11, 1)).weeks[0]
    assert [(day.kind, day.minutes) for day in week.days[:5]] == [
        ("practice", 375), ("practice", 375), ("school", 0), ("practice", 375), ("practice", 375)
    ]  # fmt: skip


def test_the_months_run_from_the_start_to_the_one_after_today() -> None:
    ledger = build(amal(), TODAY)
    assert ledger is not None
    months = sheet_months(ledger)
    assert (months[0], months[-1]) == (date(2025, 1, 1), date(2026, 12, 1))  # 1 February 2025 is in week 5
    ended = build(amal(), date(2027, 6, 1))
    assert ended is not None and sheet_months(ended)[-1] == date(2027, 1, 1)


def test_holidays_have_their_names() -> None:
    named = holidays.country_holidays("DK", years=range(2015, 2046), language="da")
    for day in sorted(PUBLIC_HOLIDAYS):
        said = named[day].casefold()
        if "anden" in said:
            said = said.replace("anden", "2.")
        assert holiday_name(day).casefold() == said, day


def test_durations_are_said_as_people_say_them() -> None:
    assert [duration(minutes) for minutes in (420, 375, 60, 30, 0)] == [
        "7 timer", "6 timer 15 min", "1 time", "30 min", "0 timer",
    ]  # fmt: skip
