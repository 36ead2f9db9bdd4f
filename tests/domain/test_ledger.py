"""The worked examples of the definitions, figure by figure, and the choice of rules. Today is 22 November 2026."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from mentorapp.domain.ledger import Ledger, States, build
from tests.builders import (
    TODAY,
    amal,
    at_work,
    case,
    day,
    enrolment,
    hevin,
    hours,
    leave,
    maryam,
    oksana,
    period,
    placement,
    rahel,
    schooling,
    yusuf,
)


def ledger_of(file: object, today: date = TODAY) -> Ledger:
    ledger = build(file, today)  # type: ignore[arg-type]
    assert ledger is not None
    return ledger


def states(*written: str) -> States:
    return States(*map(hours, written))


def in_hours(minutes: int | None, decimals: int = 1) -> float:
    assert minutes is not None
    return round(minutes / 60, decimals)


def test_amal_is_far_behind_but_can_still_reach_it() -> None:
    ledger = ledger_of(amal())
    assert (ledger.start, ledger.end, ledger.end_extended) == (day("01-02-2025"), day("31-01-2027"), day("31-01-2027"))
    assert ledger.school == states("470,0", "377,4", "355,2")
    assert ledger.counted == states("658,8", "555,0", "532,8")
    assert ledger.required == hours(851)
    assert ledger.elapsed_weeks == Fraction(660, 7)
    assert ledger.active_weeks == Fraction(730, 7)
    assert in_hours(ledger.expected) == 769.4
    assert ledger.gap_weeks is not None and round(float(ledger.gap_weeks), 2) == 5.79
    assert ledger.future == hours("74,0")
    assert (ledger.days_left, ledger.weeks_left) == (48, Fraction("9.6"))
    assert in_hours(ledger.needed_a_week) == 30.8
    assert ledger.forecast == 17 * hours(37)
    assert ledger.amu_required == 0
    assert ledger.reachable is True


def test_amals_practice_is_the_payslips_and_three_weeks_as_planned() -> None:
    ledger = ledger_of(amal())
    payslips = (
        hours("1210,5") + hours(111) + hours("44,4") + hours("14,8") + hours(1065) + hours("129,5") + hours("22,2")
    )
    assert ledger.practice_done == payslips + 3 * hours(28)
    assert ledger.practice_worked == hours("1210,5") + hours(1065)
    assert ledger.weeks_as_planned == 3
    assert ledger.practice_a_week == Fraction(ledger.practice_done * 7, 660)
    assert ledger.total_a_week == Fraction((ledger.practice_done + hours("377,4")) * 7, 660)


def test_amal_reaches_it_only_with_whole_weeks() -> None:
    """296,0 hours are exactly the 40 working days left on 2 December."""
    assert (ledger_of(amal(), day("02-12-2026")).days_left, ledger_of(amal(), day("03-12-2026")).days_left) == (40, 39)
    assert ledger_of(amal(), day("02-12-2026")).reachable is True
    assert ledger_of(amal(), day("03-12-2026")).reachable is False


def test_without_any_entry_94_weeks_are_taken_as_planned() -> None:
    ledger = ledger_of(replace(amal(), practice_periods=()))
    assert ledger.weeks_as_planned == 94
    assert "94 uger regnet som planlagt." in ledger.assumptions


def test_maryam_follows_her_plan() -> None:
    ledger = ledger_of(maryam())
    assert (ledger.start, ledger.end) == (day("01-09-2025"), day("31-08-2027"))
    assert ledger.school == states("562,4", "303,4", "236,8")
    assert ledger.counted == states("1124,8", "606,8", "473,6")
    assert ledger.elapsed_weeks == 64
    assert in_hours(ledger.expected) == 582.3
    assert ledger.gap_weeks is not None and round(float(ledger.gap_weeks), 2) == -0.66
    assert ledger.future == hours("355,2")
    assert (ledger.days_left, ledger.weeks_left) == (195, Fraction(39))
    assert in_hours(ledger.needed_a_week) == 6.3
    assert ledger.forecast == 26 * hours(37)
    assert ledger.amu == States()
    assert ledger.amu_required == 0
    assert ledger.reachable is True


def test_oksanas_danish_does_not_count_after_her_exam() -> None:
    ledger = ledger_of(oksana())
    assert ledger.danish_counts is False
    assert ledger.school == states("297,3", "278,6", "278,6")
    assert ledger.counted == states("417,0", "387,0", "387,0")
    assert ledger.amu == states("37,0", "37,0", "37,0")
    assert ledger.amu_required == hours(296)
    assert (ledger.future, ledger.forecast) == (0, hours(387))


def test_rahel_is_extended_for_her_leave() -> None:
    ledger = ledger_of(rahel())
    assert ledger.end == day("30-04-2023")
    assert ledger.end_extended == day("17-03-2024")
    assert ledger.latest_lawful_end == day("17-03-2024")
    assert ledger.active_weeks == Fraction(1052 - 322, 7)
    assert ledger.elapsed_weeks == ledger.active_weeks
    assert ledger.rule_set is not None and ledger.rule_set.key == "IGU-2021"


def test_yusuf_has_the_old_requirement_and_his_later_exam_changes_nothing() -> None:
    ledger = ledger_of(yusuf())
    assert ledger.required == hours(740)
    assert ledger.danish_counts is True
    assert ledger.counted == states("866,2", "834,0", "834,0")
    assert (ledger.days_left, ledger.needed_a_week) == (0, None)


def test_an_unknown_scheme_has_hours_but_no_figures_of_the_law() -> None:
    ledger = ledger_of(hevin())
    assert ledger.school == states("210", "142,5", "0")
    unknown = (ledger.rule_set, ledger.counted, ledger.required, ledger.expected, ledger.gap, ledger.future)
    assert unknown == (None,) * 6
    assert (ledger.needed_a_week, ledger.forecast, ledger.reachable, ledger.amu_required) == (None,) * 4
    assert ledger.latest_lawful_end is None
    assert (ledger.end, ledger.end_extended) == (day("18-12-2026"), day("18-12-2026"))


def test_without_a_course_there_is_no_ledger() -> None:
    assert build(case(), TODAY) is None


@pytest.mark.parametrize(
    ("start", "rule_set", "weeks"),
    [
        ("01-07-2016", "IGU-2016", 20),
        ("30-06-2019", "IGU-2016", 20),
        ("01-07-2019", "IGU-2019", 20),
        ("30-04-2021", "IGU-2019", 20),
        ("01-05-2021", "IGU-2021", 23),
        ("31-12-2023", "IGU-2021", 23),
        ("01-01-2024", "IGU-2024", 23),
        ("31-12-2027", "IGU-2024", 23),
    ],
)
def test_the_start_decides_the_rules(start: str, rule_set: str, weeks: int) -> None:
    ledger = ledger_of(case(enrolment(start)))
    assert ledger.rule_set is not None and ledger.rule_set.key == rule_set
    assert ledger.required == weeks * hours(37)


@pytest.mark.parametrize("start", ["30-06-2016", "01-01-2028"])
def test_outside_every_rule_set_nothing_is_required(start: str) -> None:
    ledger = ledger_of(case(enrolment(start), schooling("amu", "08-08-2026", planned=10)))
    assert (ledger.rule_set, ledger.required, ledger.expected, ledger.reachable) == (None, None, None, None)
    assert ledger.counted == states("10", "0", "0")
    assert ledger.end is not None


def test_the_stored_rule_set_wins_over_the_one_of_the_start() -> None:
    ledger = ledger_of(case(enrolment("01-05-2021", rule_set="IGU-2019")))
    assert ledger.required == hours(740)


def test_a_stored_rule_set_nobody_knows_gives_way_and_is_said() -> None:
    ledger = ledger_of(case(enrolment("01-05-2021", rule_set="LOKAL")))
    assert ledger.required == hours(851)
    assert any("LOKAL" in sentence for sentence in ledger.assumptions)


@pytest.mark.parametrize(
    ("passed", "counts"), [("28-02-2025", False), ("01-03-2025", True), ("02-03-2025", True), (None, False)]
)
def test_only_an_exam_before_the_first_day_ends_danish(passed: str | None, counts: bool) -> None:
    ledger = ledger_of(case(enrolment("01-03-2025"), exam="PD3", exam_on=passed))
    assert ledger.danish_counts is counts
    assert ledger.amu_required == (0 if counts else hours(296))
    assert any("ukendt" in sentence for sentence in ledger.assumptions) is (passed is None)


def test_before_the_start_nothing_has_elapsed_and_the_weeks_left_run_from_it() -> None:
    ledger = ledger_of(case(enrolment("04-01-2027"), placement(28)))
    assert (ledger.elapsed_weeks, ledger.expected, ledger.practice_done) == (Fraction(0), 0, 0)
    assert ledger.practice_a_week is None
    assert ledger.days_left == ledger_of(case(enrolment("04-01-2027")), day("03-01-2027")).days_left


def test_days_left_lack_recorded_holiday_and_leave() -> None:
    plain = ledger_of(amal()).days_left
    away = replace(
        amal(), leaves=(leave("holiday", "21-12-2026", "27-12-2026"), leave("sick", "24-12-2026", "02-01-2027"))
    )
    # Monday 21 to Thursday 31 December without Friday 25 and the weekend: eight working days, each once.
    assert plain is not None
    assert ledger_of(away).days_left == plain - 8
    announced = replace(amal(), attendance=(at_work("04-01-2027", 0, "holiday"), at_work("05-01-2027", 0, "sick")))
    assert ledger_of(announced).days_left == plain - 1


def test_expected_runs_evenly_while_the_plan_is_too_small_and_by_the_plan_once_it_is_not() -> None:
    course, block = enrolment("01-01-2026"), ("amu", "01-03-2027", "30-04-2027")
    small = ledger_of(case(course, schooling(*block, planned="850,9")))
    large = ledger_of(case(course, schooling(*block, planned=851)))
    assert small.expected == round(hours(851) * 326 / 730)
    assert large.expected == 0


def test_nothing_is_needed_once_the_requirement_is_met() -> None:
    ledger = ledger_of(case(enrolment("01-01-2026"), schooling("amu", "01-03-2026", attended=900)))
    assert (ledger.needed_a_week, ledger.gap) == (0, round(hours(851) * 326 / 730) - hours(900))


@pytest.mark.parametrize(("worked", "reachable"), [("2597,1", False), ("2597,2", True)])
def test_practice_that_is_owed_takes_its_part_of_the_weeks_left(worked: str, reachable: bool) -> None:
    """-2,6 hours of school are missing and a day of 7,4 is left, so 10 of the 25 x 730/7 = 2607,14 may be owed."""
    file = case(
        enrolment("01-01-2026"),
        schooling("amu", "01-03-2026", attended="853,6"),
        period("01-01-2026", "30-12-2027", worked),
    )
    ledger = ledger_of(file, day("30-12-2027"))
    assert ledger.days_left == 1
    assert ledger.reachable is reachable


def test_leave_that_extends_stops_the_clock() -> None:
    course = enrolment("01-01-2026", "30-06-2028")
    counted = ledger_of(case(course, leave("parental", "01-02-2026", "01-08-2026", extends=True)))
    ignored = ledger_of(case(course, leave("parental", "01-02-2026", "01-08-2026")))
    assert ignored.elapsed_weeks - counted.elapsed_weeks == Fraction(182, 7)
    assert ignored.active_weeks is not None and counted.active_weeks is not None
    assert ignored.active_weeks - counted.active_weeks == 26


def test_the_elapsed_weeks_stop_at_the_extended_end() -> None:
    assert ledger_of(amal(), day("31-01-2027")).elapsed_weeks == Fraction(730, 7)
    assert ledger_of(amal(), day("31-01-2028")).elapsed_weeks == Fraction(730, 7)


def test_a_course_that_was_stopped_goes_no_further() -> None:
    file = case(enrolment("01-01-2026", outcome="stopped", outcome_on=day("31-01-2026")), placement(30))
    ledger = ledger_of(file)
    assert ledger.elapsed_weeks == Fraction(31, 7)
    assert ledger.days_left == 0
    assert ledger.practice_done == 22 * hours(6)
    assert ledger.active_weeks == Fraction(730, 7)


def test_practice_nobody_knows_anything_about_is_unknown() -> None:
    ledger = ledger_of(case(enrolment("01-01-2026")))
    assert ledger.practice_known is False
    assert (ledger.practice_a_week, ledger.total_a_week, ledger.reachable) == (None, None, None)
    assert ledger_of(case(enrolment("01-01-2026"), placement(None))).practice_a_week is None


def test_only_the_newest_enrolment_is_looked_at() -> None:
    before = replace(enrolment("01-01-2020"), id="before")
    file = amal()
    both = replace(file, enrolments=(*file.enrolments, before))
    other = replace(file.schooling[0], id="other", enrolment="before")
    assert ledger_of(replace(both, schooling=(*file.schooling, other))).school == ledger_of(file).school
