"""The strip on paper: its rows, its pitch, its pages and its legend."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from reportlab.lib.units import mm

from mentorapp import i18n
from mentorapp.domain.week import Segment, Week
from mentorapp.reports._strip import Legend, Strip, rows_of

PAGE = 176 * mm


def weeks(count: int, *segments: Segment) -> list[Week]:
    first = date(2025, 2, 3)
    mondays = (first + timedelta(weeks=n) for n in range(count))
    return [Week(monday, monday, monday + timedelta(days=6), segments) for monday in mondays]


@pytest.mark.parametrize(
    ("count", "rows"),
    [(0, []), (13, [13]), (56, [56]), (57, [52, 5]), (105, [52, 53]), (108, [52, 56]), (151, [52, 52, 47])],
)
def test_a_row_is_a_year(count: int, rows: list[int]) -> None:
    assert [len(row) for row in rows_of(count)] == rows


@pytest.mark.parametrize("count", [13, 105, 108, 160])
def test_no_row_is_wider_than_the_page(count: int) -> None:
    strip = Strip(weeks(count), date(2025, 6, 1))
    strip.wrap(PAGE, 1000)
    assert max(len(row) for row in strip.rows) * strip._measure().pitch <= PAGE + 0.01


def test_a_page_ends_between_rows() -> None:
    strip = Strip(weeks(300), date(2025, 6, 1))
    _width, whole = strip.wrap(PAGE, 1000)
    parts = strip.split(PAGE, whole / 2)
    assert [part.rows for part in parts if isinstance(part, Strip)] == [strip.rows[:3], strip.rows[3:]]
    assert strip.split(PAGE, strip.least(PAGE) - 1) == []


def test_the_legend_names_only_what_occurs() -> None:
    done = Segment("danish", "documented", 444, 8)
    assert [entry[3] for entry in Legend(weeks(2, done)).entries] == ["Dansk", "bjælke = bevis set"]
    planned = Segment("practice", "planned", 444, 8)
    assert [entry[3] for entry in Legend(weeks(2, planned)).entries] == ["Praktik", "omrids = planlagt"]
    i18n.use("en")
    assert Legend(weeks(2, planned)).entries


def test_no_weeks_take_no_room() -> None:
    assert Strip([], date(2025, 6, 1)).wrap(PAGE, 1000) == (PAGE, 0)
    assert Legend([]).wrap(PAGE, 1000) == (PAGE, 0)
