"""Hours of mentor support, laid to the grants that cover their days."""

from __future__ import annotations

from mentorapp.domain.mentor_hours import mentor_hours
from mentorapp.domain.mentor_support import MentorTime
from tests.builders import COURSE, LEARNER, day, grant


def given(on: str, minutes: int) -> MentorTime:
    return MentorTime(LEARNER, f"{on} {minutes}", COURSE, day(on), minutes)


def test_both_ends_of_a_grant_belong_to_it() -> None:
    times = [given("31-08-2026", 5), given("01-09-2026", 60), given("30-09-2026", 30), given("01-10-2026", 7)]
    hours = mentor_hours([grant("01-09-2026", "30-09-2026", id="a")], times)
    assert (hours.spent, hours.outside) == ({"a": 90}, 12)


def test_where_two_grants_cover_a_day_it_is_the_newer_one() -> None:
    grants = [grant("01-09-2026", id="a"), grant("01-10-2026", "31-10-2026", id="b")]
    hours = mentor_hours(grants, [given("30-09-2026", 1), given("15-10-2026", 20), given("01-11-2026", 300)])
    assert (hours.spent, hours.outside) == ({"a": 301, "b": 20}, 0)


def test_without_grants_every_hour_lies_outside() -> None:
    hours = mentor_hours([], [given("30-09-2026", 45)])
    assert (hours.spent, hours.outside) == ({}, 45)
