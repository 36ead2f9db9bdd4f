"""Ends, extensions and leave."""

from datetime import date

import pytest

from mentorapp.domain.course_dates import LONGEST_SHOWN, CourseDates, course_dates, known_until, qualifying_days
from mentorapp.domain.enrolment import Enrolment, Leave
from tests.builders import TODAY, case, day, enrolment, igu, leave, placement, schooling

START, END = day("01-05-2021"), day("30-04-2023")


def dates_of(course: Enrolment, *leaves: Leave) -> CourseDates:
    programme = igu()
    return course_dates(course, programme, programme.rule_set_on(course.start), leaves, TODAY)


def test_an_agreed_end_counts_only_where_it_is_later() -> None:
    assert dates_of(enrolment("01-05-2021", "01-05-2023")).end_extended == day("01-05-2023")
    assert dates_of(enrolment("01-05-2021", "29-04-2023")).end_extended == END
    assert dates_of(enrolment("01-05-2021")).end_extended == END


def test_a_scheme_without_years_ends_as_agreed_or_not_at_all() -> None:
    agreed = course_dates(enrolment("05-10-2026", "03-01-2027"), None, None, (), TODAY)
    open_end = course_dates(enrolment("05-10-2026"), None, None, (), TODAY)
    assert (agreed.end, agreed.end_extended, agreed.latest_lawful_end) == (day("03-01-2027"), day("03-01-2027"), None)
    assert (open_end.end, open_end.end_extended, open_end.active_weeks()) == (None, None, None)


def test_a_start_on_29_february_ends_on_28_february() -> None:
    assert dates_of(enrolment("29-02-2024")).end == day("28-02-2026")


@pytest.mark.parametrize(
    ("last", "days"),
    [("26-02-2022", 0), ("27-02-2022", 57)],  # from 2 January: 56 days are eight weeks, and not more
)
def test_only_more_than_eight_weeks_of_sickness_extend(last: str, days: int) -> None:
    assert qualifying_days([leave("sick", "02-01-2022", last)], START, END, igu().rule_set("IGU-2021")) == days


def test_sickness_must_be_continuous_but_may_come_in_two_notes() -> None:
    rules = igu().rule_set("IGU-2021")
    one = [leave("sick", "03-01-2022", "02-02-2022"), leave("sick", "03-02-2022", "05-03-2022")]
    two = [leave("sick", "03-01-2022", "02-02-2022"), leave("sick", "04-02-2022", "05-03-2022")]
    assert qualifying_days(one, START, END, rules) == 62
    assert qualifying_days(two, START, END, rules) == 0


def test_because_of_school_there_is_no_latest_day_and_the_agreed_date_holds() -> None:
    """§ 6, stk. 5 has no fixed length; nothing is extended until a date is agreed."""
    away = leave("parental", "01-01-2022", "31-01-2022")
    agreed = dates_of(enrolment("01-05-2021", "31-12-2023", extension_reason="school"), away)
    assert (agreed.end_extended, agreed.latest_lawful_end) == (day("31-12-2023"), None)
    without = dates_of(enrolment("01-05-2021", extension_reason="school"), away)
    assert (without.end_extended, without.latest_lawful_end) == (END, None)
    for_leave = dates_of(enrolment("01-05-2021", "31-12-2023", extension_reason="leave"), away)
    assert (for_leave.end_extended, for_leave.latest_lawful_end) == (day("31-12-2023"), day("31-05-2023"))


def test_leave_outside_the_two_years_and_days_counted_twice_do_not_extend() -> None:
    rules = igu().rule_set("IGU-2021")
    outside = [leave("parental", "01-04-2021", "10-05-2021"), leave("parental", "21-04-2023", "01-09-2023")]
    twice = [leave("parental", "01-01-2022", "31-01-2022"), leave("parental", "15-01-2022", "31-01-2022")]
    assert qualifying_days(outside, START, END, rules) == 20
    assert qualifying_days(twice, START, END, rules) == 31


def test_other_leave_and_the_rules_of_2016_give_no_extension() -> None:
    kinds = [leave("holiday", "01-01-2022", "31-03-2022"), leave("leave", "01-04-2022", "30-06-2022")]
    assert qualifying_days(kinds, START, END, igu().rule_set("IGU-2021")) == 0
    parental = [leave("parental", "01-01-2022", "31-01-2022")]
    assert qualifying_days(parental, START, END, igu().rule_set("IGU-2016")) == 0
    assert qualifying_days(parental, START, END, None) == 0


def test_of_two_leaves_on_one_day_the_weightier_is_told() -> None:
    dates = dates_of(
        enrolment("01-05-2021"),
        leave("parental", "10-05-2021", "10-05-2021"),
        leave("holiday", "10-05-2021", "11-05-2021"),
    )
    assert dates.leave == {day("10-05-2021").toordinal(): "parental", day("11-05-2021").toordinal(): "holiday"}


def test_extending_leave_counts_once_and_only_inside_the_course() -> None:
    dates = dates_of(
        enrolment("01-05-2021"),
        leave("parental", "01-04-2021", "14-05-2021", extends=True),
        leave("sick", "08-05-2021", "14-05-2021", extends=True),
    )
    assert dates.elapsed_weeks(day("07-05-2021")) == 0
    assert dates.elapsed_weeks(day("21-05-2021")) == 1


def test_a_mistyped_year_does_not_fill_the_memory() -> None:
    assert len(dates_of(enrolment("01-05-2021"), leave("leave", "01-05-2021", "31-12-9998")).leave) == 730
    far = case(enrolment("01-05-2026", programme="Småjob"), schooling("amu", "01-05-2026", "01-05-2206"))
    assert known_until(far, day("01-05-2026"), TODAY) == day("01-05-2026") + LONGEST_SHOWN


def test_a_course_without_end_is_known_until_its_last_date() -> None:
    start = day("02-11-2026")
    assert known_until(case(enrolment("02-11-2026")), start, TODAY) == TODAY
    assert known_until(case(enrolment("02-11-2026")), start, date(2026, 1, 1)) == start
    assert known_until(case(None, placement(6, last="05-02-2027")), start, TODAY) == day("05-02-2027")
    assert known_until(case(None, leave("leave", "01-01-2027", "05-01-2027")), start, TODAY) == day("05-01-2027")
