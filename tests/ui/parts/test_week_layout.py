"""The strip's geometry in numbers."""

from datetime import date, timedelta

import pytest

from mentorapp.ui.parts.week_layout import WeekLayout, rows_of
from tests.ui.parts.weeks import START, course


@pytest.mark.parametrize(
    ("width", "rows", "pitch", "gap", "height"),
    [
        (1278, 1, 12, 2, 101),  # 1366 px window, one row
        (1094, 1, 10, 1, 101),
        (1800, 1, 16, 2, 101),  # never past 16: empty space is left at the right
        (848, 1, 8, 1, 101),  # 105 weeks of 8 px and the ring's room
        (847, 2, 15, 2, 210),
        (648, 2, 12, 2, 210),
    ],
)
def test_geometry(width: int, rows: int, pitch: int, gap: int, height: int) -> None:
    layout = WeekLayout(course(), width)
    assert (len(layout.rows), layout.measure.pitch, layout.measure.gap, layout.height) == (rows, pitch, gap, height)
    assert layout.measure.height == 40
    assert (layout.measure.seal_gap, layout.measure.seal) == (2, 3)
    assert (layout.cell_top, layout.base, layout.seal_bottom, layout.numbers_top) == (38, 78, 83, 87)
    assert all(layout.right(row) <= width - layout.inset for row in range(rows))


@pytest.mark.parametrize(
    ("count", "rows"),
    [(0, []), (52, [52]), (56, [56]), (57, [52, 5]), (105, [52, 53]), (109, [52, 52, 5]), (151, [52, 52, 47])],
)
def test_a_new_row_after_week_52_and_few_odd_weeks_stay(count: int, rows: list[int]) -> None:
    assert [len(row) for row in rows_of(count, 0, 8)] == rows


def test_twice_the_text_is_twice_the_height_and_still_fits_the_window() -> None:
    layout = WeekLayout(course(), 800, scale=2.0)
    assert layout.measure.height == 80
    assert layout.row_height == 202
    assert len(layout.rows) == 2
    assert layout.right(1) <= 800


def test_device_pixels_are_whole_on_a_screen_of_125_percent() -> None:
    layout = WeekLayout(course(), 1350, ratio=1.25)
    assert (layout.measure.pitch, layout.measure.day, layout.measure.hair) == (12, 10, 1)


def test_today_stands_after_the_last_day_that_has_happened() -> None:
    layout = WeekLayout(course(), 1278)
    after = [layout.after(date(2026, 11, 16) + timedelta(days=day)) for day in range(7)]
    left = layout.x(63)
    assert layout.weeks[63].number == 47
    assert after == [(0, left + x) for x in (2, 5, 7, 10, 12, 12, 12)]
    assert layout.after(START - timedelta(days=8)) is None


def test_months_begin_with_the_week_of_their_first_thursday() -> None:
    layout = WeekLayout(course(), 1278)
    months = layout.months(0)
    assert (months[0].week, months[0].month, months[0].fresh) == (0, 9, True)
    january = next(month for month in months if (month.month, month.year) == (1, 2026))
    assert layout.weeks[january.week].monday == date(2025, 12, 29)


def test_week_numbers_by_room_and_53_only_where_each_is_written() -> None:
    weeks = course(date(2026, 1, 1), date(2027, 6, 1))  # 2026 has 53 weeks
    narrow, wider = WeekLayout(weeks, 74 * 12 + 8), WeekLayout(weeks, 74 * 16 + 8)
    assert {weeks[index].number % 4 for index in narrow.numbered(0)} == {1}
    assert {weeks[index].number % 2 for index in wider.numbered(0)} == {1}
    assert 53 not in {weeks[index].number for index in (*narrow.numbered(0), *wider.numbered(0))}


def test_each_week_is_numbered_where_there_is_room_and_53_too() -> None:
    weeks = course(date(2025, 9, 1), date(2028, 10, 1))
    layout = WeekLayout(weeks, 53 * 24 + 8)
    assert layout.measure.pitch == 24
    numbers = [weeks[index].number for row in range(len(layout.rows)) for index in layout.numbered(row)]
    assert len(numbers) == len(weeks)
    assert 53 in numbers
