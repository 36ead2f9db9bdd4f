"""Planning in the window: what a course would do is said while it is typed, and day one is honest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pytestqt.qtbot import QtBot

from mentorapp.domain.case_file import CaseFile
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.learner_page import LearnerPage
from mentorapp.ui.learner.schooling.schooling_form import SchoolingForm
from tests import builders
from tests.ui.learner.keeping import keep

Show = Callable[..., LearnerPage]
Case = Callable[[bytes], CaseFile]


def new_form(page: LearnerPage, desk: Desk, case: CaseFile) -> SchoolingForm:
    assert case.enrolment is not None
    return SchoolingForm(page, desk, case.enrolment)


def type_in(form: SchoolingForm, first: str, last: str, days: tuple[int, ...]) -> None:
    form.kind.set_key("amu")
    form.first.line.setText(first)
    form.last.line.setText(last)
    form.weekdays.set_days(days)
    form.starts.line.setText("08:00")
    form.ends.line.setText("15:24")


def test_what_a_course_gives_is_said_before_it_is_saved(
    show: Show, desk: Desk, qtbot: QtBot, amal: bytes, case: Case
) -> None:
    """Four whole weeks of AMU: 629 + 148 = 777 of 851 h."""
    form = new_form(show(amal, "schooling"), desk, case(amal))
    assert form.plan is not None
    plan = form.plan
    type_in(form, "04-01-2027", "31-01-2027", (1, 2, 3, 4, 5))
    qtbot.waitUntil(lambda: bool(plan.said.texts()))
    assert plan.said.texts()[:2] == ["Planen giver 21,0 af 23 uger; 2,0 mangler.", "Før: 17,0 uger."]
    assert len(case(amal).schooling) == 6


def test_conflicts_are_said_while_typing(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    form = new_form(show(amal, "schooling"), desk, case(amal))
    assert form.plan is not None
    type_in(form, "07-12-2026", "08-12-2026", (1, 2))
    form.plan.settle()
    assert "2 dage falder sammen med Medvirken til rehabilitering: 07-12-2026, 08-12-2026." in form.plan.said.texts()


def test_an_unfinished_form_says_nothing_of_the_plan(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    form = new_form(show(amal, "schooling"), desk, case(amal))
    assert form.plan is not None
    type_in(form, "08-12-2026", "07-12-2026", (1, 2))
    form.plan.settle()
    assert form.plan.said.texts() == []


def test_free_weeks_for_a_cancelled_course(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    page = show(amal, "schooling")
    before = case(amal)
    row = next(row for row in before.schooling if row.id == "amu 07-12-2026")
    assert before.enrolment is not None
    form = SchoolingForm(page, desk, before.enrolment, row)
    assert form.plan is not None
    form.cancelled.setChecked(True)
    form.plan.settle()
    assert form.plan.said.texts()[0] == "Planen giver 15,0 af 23 uger; 8,0 mangler."
    form.plan.find_button.click()
    assert form.plan.found.text() == "Ledige uger til 74,0 timer: uge 48–49 (2026)."
    offer = form.plan._offers.itemAt(0)
    assert offer is not None
    offer.widget().click()  # type: ignore[union-attr]
    form.submit()
    after = next(row for row in case(amal).schooling if row.id == "amu 07-12-2026")
    assert (after.first_day, after.last_day, after.cancelled) == (date(2026, 11, 23), date(2026, 12, 4), None)
    assert after.weekdays == (1, 2, 3, 4, 5)


def test_the_tab_says_the_last_week_a_block_can_begin(show: Show, amal: bytes) -> None:
    assert show(amal, "schooling").schooling.plan.texts() == [
        "Planen giver 17,0 af 23 uger; 6,0 mangler.",
        "De 6,0 uger, planen mangler, er 30 skoledage på fuld tid; de skal begynde senest mandag 30-11-2026 (uge 49).",
    ]


def test_day_one_is_said_on_the_course_and_its_schooling(show: Show, desk: Desk) -> None:
    """One day of AMU a week from a course that has just begun."""
    row = builders.schooling("amu", "02-11-2026", "01-11-2028", "tir 08:00-15:24")
    file = builders.case(builders.enrolment("02-11-2026"), builders.placement(28, "02-11-2026"), row)
    page = show(keep(desk.session, file, "Maryam Ahmadi"))
    for tab in (page.course, page.schooling):
        assert tab.day_one.isVisibleTo(tab)
        assert "18,8 af 23 uger; 4,2 mangler" in tab.day_one.school.accessibleName()
        assert not tab.day_one.practice.isVisibleTo(tab)


def test_day_one_says_when_practice_will_be_too_short(show: Show, desk: Desk) -> None:
    file = builders.case(builders.enrolment("02-11-2026"), builders.placement(28, "02-11-2026"))
    page = show(keep(desk.session, file, "Maryam Ahmadi"))
    assert "21,8 timer om ugen i snit; mindst 25 kræves" in page.course.day_one.practice.accessibleName()


def test_later_it_is_not_said(show: Show, amal: bytes) -> None:
    page = show(amal)
    assert not page.course.day_one.isVisibleTo(page)
