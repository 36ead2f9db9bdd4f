"""Fremmøde: a week confirmed in one click, what differed by day, periods, and the school's word left alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from mentorapp.domain.case_file import CaseFile
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.attendance.period_form import PeriodForm
from mentorapp.ui.learner.attendance.week_form import WeekForm
from mentorapp.ui.learner.learner_page import LearnerPage
from tests import builders
from tests.builders import hours
from tests.ui.learner.keeping import keep

Show = Callable[..., LearnerPage]
Case = Callable[[bytes], CaseFile]


def form_of(page: LearnerPage, desk: Desk, place: int = 0) -> WeekForm:
    panel = page.attendance.open
    assert panel._days is not None
    return WeekForm(page, desk, panel._days, panel.rows()[place].week)


def test_open_weeks_are_newest_first(show: Show, amal: bytes) -> None:
    page = show(amal, "attendance")
    assert [row.week.monday for row in page.attendance.open.rows()] == [
        date(2026, 11, 16), date(2026, 11, 9), date(2026, 11, 2),
    ]  # fmt: skip
    assert page.attendance.settled.rows() == []


def test_one_click_confirms_and_undo_takes_it_back(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    page = show(amal, "attendance")
    page.attendance.open.rows()[0].confirm.click()
    (mark,) = case(amal).week_marks
    assert (mark.week, mark.confirmed_by) == ("2026-W47", "Karin Holst")
    assert len(page.attendance.open.rows()) == 2
    assert [row.week.monday for row in page.attendance.settled.rows()] == [date(2026, 11, 16)]
    desk.session.store.undo()
    assert case(amal).week_marks == ()
    assert len(page.attendance.open.rows()) == 3


def test_a_confirmed_week_is_opened_again(show: Show, amal: bytes, case: Case) -> None:
    page = show(amal, "attendance")
    page.attendance.open.rows()[0].confirm.click()
    page.attendance.settled.rows()[0].reopen.click()
    assert case(amal).week_marks == ()


def test_a_whole_month_at_once(show: Show, amal: bytes, case: Case, said: list[str]) -> None:
    page = show(amal, "attendance")
    assert page.attendance.open.months.key() == "2026-11"
    page.attendance.open.whole_month.click()
    assert [mark.week for mark in case(amal).week_marks] == ["2026-W45", "2026-W46", "2026-W47"]
    assert said[-1].startswith("3 uger er bekræftet")
    assert page.attendance.open.rows() == []
    assert page.attendance.open.none.text().startswith("Ingen uger venter.")


def test_a_mentor_confirms_weeks_and_no_more(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    desk.session.store.set_local("role", "mentor")
    page = show(amal, "attendance")
    assert not page.attendance.open._month.isVisibleTo(page)
    assert not page.attendance.periods.new.isVisibleTo(page)
    assert not page.attendance.school.bring.isVisibleTo(page)
    page.attendance.open.rows()[0].confirm.click()
    assert len(case(amal).week_marks) == 1


def test_what_differed_is_written_by_day(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    page = show(amal, "attendance")
    form = form_of(page, desk)
    form.days[1].kind.set_key("sick")
    form.days[3].kind.setCurrentIndex(1)
    form.days[3].hours.line.setText("5")
    form.submit()
    written = {entry.day: entry for entry in case(amal).attendance if entry.kind == "practice"}
    assert (written[date(2026, 11, 17)].status, written[date(2026, 11, 17)].minutes) == ("sick", 0)
    assert (written[date(2026, 11, 19)].status, written[date(2026, 11, 19)].minutes) == ("present", hours(5))
    assert len(written) == 2
    assert [mark.week for mark in case(amal).week_marks] == ["2026-W47"]


def test_a_confirmed_week_is_put_right(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    page = show(amal, "attendance")
    first = form_of(page, desk)
    first.days[1].kind.set_key("sick")
    first.submit()
    settled = page.attendance.settled
    assert settled._days is not None
    again = WeekForm(page, desk, settled._days, settled.rows()[0].week)
    assert again.days[1].kind.key() == "sick"
    again.days[1].kind.set_key("planned")
    again.submit()
    assert [entry for entry in case(amal).attendance if entry.kind == "practice"] == []
    assert len(case(amal).week_marks) == 1


def test_hours_must_be_written_where_they_were_others(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    form = form_of(show(amal, "attendance"), desk)
    form.days[0].kind.setCurrentIndex(1)
    form.submit()
    assert form.message() == "16-11-2026: skriv, hvor mange timer eleven var der."
    form.days[0].hours.line.setText("25")
    form.submit()
    assert "0 til 24" in form.days[0].hours.error()
    assert case(amal).week_marks == ()


def test_weekend_fields_wait_until_they_are_asked_for(show: Show, desk: Desk, amal: bytes) -> None:
    form = form_of(show(amal, "attendance"), desk)
    form.open()
    assert len(form.days) == 7
    assert not form.days[5].kind.isVisible()
    form.weekend.click()
    assert form.days[5].kind.isVisible()
    form.reject()


def test_a_period_takes_the_place_of_weeks_and_says_so(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    page = show(amal, "attendance")
    page.attendance.open.rows()[0].confirm.click()
    form = PeriodForm(page, desk, case(amal))
    form.first.line.setText("01-11-2026")
    form.last.line.setText("22-11-2026")
    assert form.last._hint == "1 bekræftet uge erstattes."
    form.worked.line.setText("80,5")
    form.sick.line.setText("5,6")
    form.source.set_key("duty_roster")
    form.submit()
    period = max(case(amal).practice_periods, key=lambda period: period.first_day)
    assert (period.worked_minutes, period.paid_sickness_minutes, period.source) == (
        hours("80,5"), hours("5,6"), "duty_roster",
    )  # fmt: skip
    assert page.attendance.open.rows() == []
    assert len(page.attendance.periods._periods or ()) == 3


@pytest.mark.parametrize(
    ("first", "last", "complaint"),
    [
        ("10-11-2026", "01-11-2026", "Til ligger før fra."),
        ("01-12-2026", "31-12-2026", "Perioden er ikke begyndt endnu."),
    ],
)
def test_a_period_that_cannot_be(
    show: Show, desk: Desk, amal: bytes, case: Case, first: str, last: str, complaint: str
) -> None:
    form = PeriodForm(show(amal, "attendance"), desk, case(amal))
    form.first.line.setText(first)
    form.last.line.setText(last)
    form.worked.line.setText("10")
    form.submit()
    assert complaint in (form.first.error(), form.last.error())
    assert len(case(amal).practice_periods) == 2


def test_overlapping_periods_are_said(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    form = PeriodForm(show(amal, "attendance"), desk, case(amal))
    form.first.line.setText("15-10-2026")
    form.last.line.setText("15-11-2026")
    assert form.last._hint == "Overlapper en anden periode; begge regnes helt med."


def test_the_school_is_shown_with_who_said_so(show: Show, maryam: bytes) -> None:
    lines = show(maryam, "attendance").attendance.school.lines()
    assert lines[0] == "ons 28-10-2026 · syg: DU1 modul 4 · kilde ikke oplyst"
    assert "12-08-2026 – 23-06-2027 · 66,6 timer i alt: DU1 modul 4 · kursets samlede timer" in lines


def test_without_practice_hours_it_says_what_to_do(show: Show, desk: Desk) -> None:
    learner = keep(desk.session, builders.case(builders.enrolment("01-02-2025")), "Amal Idris Hamid")
    page = show(learner, "attendance")
    assert page.attendance.open.rows() == []
    assert page.attendance.open.none.text().startswith("Praktiktimerne er ikke oplyst.")
