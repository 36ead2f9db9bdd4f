"""How each field of a list is understood, whatever its column is headed."""

from __future__ import annotations

from mentorapp.lists.cells import text, times
from mentorapp.lists.cells.text import Cell
from mentorapp.lists.row_reader import Parse

# The most hours believed in one cell: more is a slip of the finger, and is refused rather than counted.
MOST_A_DAY, MOST_A_WEEK, MOST_OF_A_COURSE, MOST_OF_A_PERIOD = 24, 80, 4_000, 10_000

WHO: dict[str, Parse] = {
    "name": text.name,
    "registration_number": text.registration_number,
    "birth_date": times.birth_date,
}
"""What tells learners apart, in every list."""


def hours_a_day(value: Cell) -> int:
    """Hours of one day, as minutes."""
    return times.minutes(value, MOST_A_DAY)


def hours_a_week(value: Cell) -> int:
    """Hours a week, as minutes."""
    return times.minutes(value, MOST_A_WEEK)


def hours_of_a_course(value: Cell) -> int:
    """Hours of a whole course, as minutes."""
    return times.minutes(value, MOST_OF_A_COURSE)


def hours_of_a_period(value: Cell) -> int:
    """Hours of months or years, as minutes."""
    return times.minutes(value, MOST_OF_A_PERIOD)
