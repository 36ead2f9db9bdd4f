"""Which course may be moved, and how far."""

from datetime import date

import pytest

from mentorapp.domain.course_move import furthest_back, is_movable, moved
from tests.builders import TODAY, schooling

AMU = ("amu", "07-12-2026", "18-12-2026", "man-fre 08:00-15:24")


def test_a_plan_with_both_its_days_to_come_may_be_moved() -> None:
    assert is_movable(schooling(*AMU, 74), TODAY)
    assert is_movable(schooling("amu", "23-11-2026", "23-11-2026"), TODAY), "tomorrow"


@pytest.mark.parametrize(
    "row",
    [
        schooling("amu", "22-11-2026", "27-11-2026"),
        schooling("amu", "12-08-2026", "23-06-2027"),
        schooling("amu", "07-12-2026"),
        schooling("amu", None, "18-12-2026"),
        schooling("amu", "18-12-2026", "07-12-2026"),
        schooling(*AMU, 74, cancelled=True),
        schooling(*AMU, 74, 7),
    ],
    ids=["begins today", "has begun", "no end", "no start", "ends before it begins", "cancelled", "attended"],
)
def test_what_is_more_or_less_than_a_plan_may_not(row) -> None:
    assert not is_movable(row, TODAY)


def test_a_move_keeps_everything_but_the_days() -> None:
    row = schooling(*AMU, 74, title="Medvirken til rehabilitering")
    later = moved(row, 4)
    assert (later.first_day, later.last_day) == (date(2027, 1, 4), date(2027, 1, 15))
    assert moved(later, -4) == row


@pytest.mark.parametrize(
    ("first", "weeks"), [("23-11-2026", 0), ("29-11-2026", 0), ("30-11-2026", -1), ("07-12-2026", -2)]
)
def test_it_begins_after_today(first: str, weeks: int) -> None:
    row = schooling("amu", first, "18-12-2026")
    assert furthest_back(row, TODAY) == weeks
    earliest = moved(row, weeks)
    assert earliest.first_day is not None and earliest.first_day > TODAY
    assert not is_movable(moved(row, weeks - 1), TODAY)
