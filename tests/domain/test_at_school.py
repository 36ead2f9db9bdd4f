"""Learners at school by week, counted by hand."""

from datetime import date, timedelta

from mentorapp.domain.at_school import AtSchool, at_school
from mentorapp.domain.week import Segment, Week

MONDAY = date(2026, 11, 16)


def week(*segments: Segment, later: int = 0) -> Week:
    monday = MONDAY + timedelta(weeks=later)
    return Week(monday, monday, monday + timedelta(days=6), segments)


def seg(kind: str, state: str) -> Segment:
    return Segment(kind, state, 444, 8)


def test_each_learner_counts_once_a_week() -> None:
    courses = [
        (week(seg("amu", "done"), seg("danish", "planned"), seg("practice", "planned")),),
        (week(seg("other", "documented")), week(seg("other", "planned"), later=1)),
        (week(seg("danish", "planned"), seg("amu", "planned")),),
        (week(seg("practice", "done")), week(seg("sick", "done"), later=1)),
        (),
    ]
    assert at_school(courses) == {MONDAY: AtSchool(2, 1), MONDAY + timedelta(weeks=1): AtSchool(0, 1)}
    assert at_school(courses)[MONDAY].total == 3


def test_nobody_is_no_entry() -> None:
    assert at_school([]) == {} and at_school([(week(seg("practice", "done")),)]) == {}
