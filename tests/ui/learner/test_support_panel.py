"""Mentor support: out of the way until there is some, then granted hours with those spent beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation
from mentorapp.domain.mentor_support import MentorTime
from mentorapp.store.roles import MENTOR
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.grant_form import GrantForm
from mentorapp.ui.learner.facts.mentor_time_form import MentorTimeForm
from mentorapp.ui.learner.learner_page import LearnerPage
from tests import builders

Show = Callable[..., LearnerPage]
Case = Callable[[bytes], CaseFile]


def keep_grant(desk: Desk, learner: bytes, *period: str, **fields: Any) -> None:
    desk.session.store.record(creation(replace(builders.grant(*period, **fields), learner=learner)), "Bevilling")


def keep_time(desk: Desk, learner: bytes, on: str, minutes: int) -> None:
    row = MentorTime(learner, f"tid {on}", builders.COURSE, builders.day(on), minutes)
    desk.session.store.record(creation(row), "Mentortimer")


def test_nothing_but_a_button_until_there_is_support(show: Show, amal: bytes) -> None:
    panel = show(amal, "facts").facts.support
    assert panel.isVisible() and panel.new.isVisible()
    assert panel.grants == panel.times == [] and not panel.new_time.isVisible()


def test_a_grant_is_written_put_right_and_taken_away(
    show: Show, desk: Desk, amal: bytes, case: Case, said: list[str]
) -> None:
    page = show(amal, "facts")
    panel, enrolment = page.facts.support, case(amal).enrolment
    assert enrolment is not None
    form = GrantForm(page, desk, enrolment)
    form.submit()
    assert form.first.error() == "Skal udfyldes." and case(amal).mentor_grants == ()
    form.first.line.setText("1.9.26")
    form.last.line.setText("30-08-26")
    form.submit()
    assert form.last.error() and case(amal).mentor_grants == ()
    form.last.line.setText("28-02-27")
    form.a_week.line.setText("2,5")
    form.in_all.line.setText("65")
    form.purpose.line.setText("Vejen til og fra arbejde")
    form.submit()
    (grant,) = case(amal).mentor_grants
    assert (grant.first_day, grant.last_day) == (date(2026, 9, 1), date(2027, 2, 28))
    assert (grant.minutes_a_week, grant.minutes_in_all) == (150, 3900)
    assert panel.grants[0].words == [
        "01-09-2026 – 28-02-2027", "2,5 timer om ugen · brugt 0 af 65 timer", "Vejen til og fra arbejde",
    ]  # fmt: skip
    again = GrantForm(page, desk, enrolment, grant)
    again.in_all.line.setText("70:30")
    again.submit()
    assert case(amal).mentor_grants[0].minutes_in_all == 4230
    panel.grants[0].delete.click()
    assert case(amal).mentor_grants == () and panel.grants == [] and "Ctrl+Z" in said[-1]
    desk.session.store.undo()
    assert len(case(amal).mentor_grants) == len(panel.grants) == 1


def test_hours_are_written_put_right_and_taken_away(
    show: Show, desk: Desk, amal: bytes, case: Case, said: list[str]
) -> None:
    keep_grant(desk, amal, "01-09-2026", "28-02-2027", minutes_in_all=120)
    page = show(amal, "facts")
    panel, enrolment = page.facts.support, case(amal).enrolment
    assert enrolment is not None and panel.new_time.isVisible()
    form = MentorTimeForm(page, desk, enrolment)
    assert form.day.line.text() == "22-11-2026"
    form.hours.line.setText("1:30")
    form.what.line.setText("Øvede at melde sig syg")
    form.submit()
    (time,) = case(amal).mentor_times
    assert (time.day, time.minutes, time.what) == (date(2026, 11, 22), 90, "Øvede at melde sig syg")
    assert panel.grants[0].words[1] == "brugt 1,5 af 2 timer"
    assert panel.times[0].words == ["22-11-2026: 1,5 timer", "Øvede at melde sig syg"]
    again = MentorTimeForm(page, desk, enrolment, time)
    again.hours.line.setText("3")
    again.submit()
    assert panel.grants[0].words[1] == "brugt 3 af 2 timer · 1 time mere end bevilget"
    panel.times[0].delete.click()
    assert case(amal).mentor_times == () and panel.times == [] and "Ctrl+Z" in said[-1]


@pytest.mark.parametrize(
    ("on", "hours", "field"), [("23-11-2026", "1", "day"), ("22-11-2026", "0", "hours"), ("", "1", "day")]
)
def test_hours_that_cannot_be_are_refused_beside_the_field(
    on: str, hours: str, field: str, show: Show, desk: Desk, amal: bytes, case: Case
) -> None:
    page, enrolment = show(amal, "facts"), case(amal).enrolment
    assert enrolment is not None
    form = MentorTimeForm(page, desk, enrolment)
    form.day.line.setText(on)
    form.hours.line.setText(hours)
    form.submit()
    assert [name for name in ("day", "hours") if getattr(form, name).error()] == [field]
    assert case(amal).mentor_times == ()


def test_many_days_are_folded_and_days_without_a_grant_said(show: Show, desk: Desk, amal: bytes) -> None:
    keep_grant(desk, amal, "02-11-2026", "28-02-2027", minutes_in_all=600)
    for on in range(1, 8):
        keep_time(desk, amal, f"0{on}-11-2026", 60)
    panel = show(amal, "facts").facts.support
    assert panel.grants[0].words[1] == "brugt 6 af 10 timer"
    assert panel.outside.text() == "Timer på dage, som ingen bevilling dækker: 1."
    assert [row.words[0] for row in panel.times][:2] == ["07-11-2026: 1 time", "06-11-2026: 1 time"]
    assert len(panel.times) == 5 and panel.all_times.text() == "Vis alle 7 dage"
    panel.all_times.click()
    assert len(panel.times) == 7 and not panel.all_times.isVisible()


def test_rows_have_names_for_readers(show: Show, desk: Desk, amal: bytes) -> None:
    keep_grant(desk, amal, "02-11-2026")
    row = show(amal, "facts").facts.support.grants[0]
    assert row.words[0] == "02-11-2026 – slutdato ikke oplyst"
    assert row.edit.accessibleName() == "Ret mentorstøtte, 02-11-2026 – slutdato ikke oplyst"


def test_mentors_write_hours_but_no_grants(show: Show, desk: Desk, amal: bytes, maryam: bytes) -> None:
    keep_grant(desk, amal, "02-11-2026", "28-02-2027")
    desk.session.store.set_local("role", MENTOR)
    page = show(amal, "facts")
    panel = page.facts.support
    assert panel.isVisible() and panel.new_time.isVisible() and not panel.new.isVisible()
    assert not panel.grants[0].edit.isVisible()
    page.show_learner(maryam, "facts")
    assert not panel.isVisible()
