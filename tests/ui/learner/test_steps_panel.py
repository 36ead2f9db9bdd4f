"""Steps of a course: ticked with a day where they stand, taken back by an empty field, undone by Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorapp import i18n
from mentorapp.alerts.steps import papers_at_the_start
from mentorapp.domain import ledger as ledgers
from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation, update
from mentorapp.domain.enrolment import Leave
from mentorapp.store.roles import MENTOR
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.facts.scheme_words import scheme_notes
from mentorapp.ui.learner.facts.step_row import StepRow
from mentorapp.ui.learner.learner_page import LearnerPage
from tests import builders
from tests.builders import COURSE

Show = Callable[..., LearnerPage]
Case = Callable[[bytes], CaseFile]

TODAY = date(2026, 11, 22)


def write(row: StepRow, text: str, qtbot: QtBot) -> None:
    """Write over the day of a step, and press Enter."""
    line = row.day.line
    line.setFocus()
    line.setText(text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def days(case: CaseFile) -> dict[str, date | None]:
    return {row.step: row.done_on for row in case.steps}


def test_a_day_is_saved_by_enter_and_taken_back_by_an_empty_field(
    show: Show, desk: Desk, amal: bytes, case: Case, qtbot: QtBot, said: list[str]
) -> None:
    panel = show(amal, "facts").facts.steps
    row = panel.rows["permit_seen"]
    assert row.today.isVisible()
    write(row, "3.2.25", qtbot)
    assert days(case(amal)) == {"permit_seen": date(2025, 2, 3)}
    assert row.day.line.text() == "03-02-2025" and not row.today.isVisible()
    assert said == ["Opholdstilladelse set er gemt."]
    action = desk.session.store.last_undoable()
    assert action is not None and action.label == "Opholdstilladelse set, Amal Idris Hamid"
    write(row, "", qtbot)
    assert days(case(amal)) == {"permit_seen": None}
    assert row.today.isVisible() and said[-1] == "Opholdstilladelse set er ikke længere udført."
    desk.session.store.undo()
    assert row.day.line.text() == "03-02-2025"


def test_today_is_one_click_and_can_be_written_again_after_undo(
    show: Show, desk: Desk, amal: bytes, case: Case
) -> None:
    row = show(amal, "facts").facts.steps.rows["residence_card_seen"]
    row.day.line.setText("halv")
    row.today.click()
    assert days(case(amal)) == {"residence_card_seen": TODAY}
    assert row.day.line.text() == "22-11-2026" and row.day.line.hasFocus()
    desk.session.store.undo()
    assert not any(days(case(amal)).values()) and row.day.line.text() == ""
    row.today.click()
    assert days(case(amal)) == {"residence_card_seen": TODAY}


def test_a_fault_is_said_below_the_field_and_saves_nothing(
    show: Show, amal: bytes, case: Case, qtbot: QtBot, said: list[str]
) -> None:
    row = show(amal, "facts").facts.steps.rows["permit_seen"]
    write(row, "32-13-2026", qtbot)
    assert "findes ikke" in row.day.error() and row.day.line.text() == "32-13-2026"
    assert case(amal).steps == () and said == []
    qtbot.keyClick(row.day.line, Qt.Key.Key_Escape)
    assert row.day.error() == "" and row.day.line.text() == ""


def test_the_alert_about_papers_is_answered_in_the_window(show: Show, amal: bytes, case: Case) -> None:
    panel = show(amal, "facts").facts.steps
    before = case(amal)
    ledger = ledgers.build(before, TODAY)
    assert ledger is not None and list(papers_at_the_start(before, ledger, TODAY))
    for row in list(panel.rows.values()):
        if row.step.step.rule == "R06":
            row.today.click()
    after = case(amal)
    ledger = ledgers.build(after, TODAY)
    assert ledger is not None and not list(papers_at_the_start(after, ledger, TODAY))
    assert panel._note.text() == f"5 af {len(panel.rows)} udført"


def test_each_row_says_its_day_and_its_name_to_readers(show: Show, amal: bytes) -> None:
    rows = show(amal, "facts").facts.steps.rows
    permit, certificate = rows["permit_seen"], rows["igu_certificate"]
    assert permit._due.text() == "skulle være udført 01-02-2025 · virksomheden"
    assert certificate._due.text().startswith("senest ")
    assert permit.day.line.accessibleName() == "Opholdstilladelse set, skulle være udført 01-02-2025: udført den"
    assert permit.today.accessibleName() == "Opholdstilladelse set: udført i dag"


def test_steps_and_remarks_are_in_the_language_of_the_window(show: Show, amal: bytes) -> None:
    i18n.use("en")
    try:
        page = show(amal, "facts")
        names = [row.findChildren(QLabel)[0].text() for row in page.facts.steps.findChildren(StepRow)]
        assert "IGU agreement made in VITAS" in names
        assert "not covered by the work duty" in scheme_notes(builders.amal(), TODAY)
    finally:
        i18n.use("da")


def test_a_day_to_come_is_an_appointment(show: Show, amal: bytes, qtbot: QtBot) -> None:
    panel = show(amal, "facts").facts.steps
    row = panel.rows["igu_certificate"]
    write(row, "01-02-2027", qtbot)
    assert row._due.text().startswith("aftalt, ikke udført endnu")
    assert panel._note.text().startswith("0 af ")


def test_steps_of_a_leave_wait_for_a_leave(show: Show, desk: Desk, amal: bytes) -> None:
    panel = show(amal, "facts").facts.steps
    assert "back_from_leave" not in panel.rows
    leave = Leave(amal, "barsel", COURSE, "parental", date(2026, 12, 1), date(2027, 6, 30))
    desk.session.store.record(creation(leave), "Ny orlov")
    assert "senest 31-05-2027" in panel.rows["back_from_leave"]._due.text()


def test_bonuses_are_for_private_workplaces(show: Show, amal: bytes) -> None:
    assert "bonus_6_months" not in show(amal, "facts").facts.steps.rows


def test_steps_of_a_placement_name_it(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    enrolment = case(amal).enrolment
    assert enrolment is not None
    other = replace(enrolment, programme="virksomhedspraktik-integrationsloven")
    desk.session.store.record(update(enrolment, other), "Ordning")
    panel = show(amal, "facts").facts.steps
    placement = case(amal).placements[0]
    own = [row for key, row in panel.rows.items() if key.endswith(f"/{placement.id}")]
    assert own and all(row._due.text().startswith("Plejecenter Lindegården") for row in own)
    own[0].today.click()
    (step,) = case(amal).steps
    assert step.step == own[0].step.key and step.done_on == TODAY


def test_a_programme_without_steps_shows_no_panel(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    panel = show(amal, "facts").facts.steps
    assert panel.isVisible()
    enrolment = case(amal).enrolment
    assert enrolment is not None
    desk.session.store.record(update(enrolment, replace(enrolment, programme="Fritidsjob")), "Ordning")
    assert panel.rows == {} and not panel.isVisible()
    desk.session.store.undo()
    assert panel.rows and panel.isVisible()


def test_the_keyboard_goes_from_step_to_step(show: Show, amal: bytes, case: Case, qtbot: QtBot) -> None:
    rows = show(amal, "facts").facts.steps.rows
    first, second = list(rows.values())[:2]
    first.day.line.setFocus()
    qtbot.keyClick(first.day.line, Qt.Key.Key_Tab)
    assert first.today.hasFocus()
    qtbot.keyClick(first.today, Qt.Key.Key_Space)
    assert days(case(amal)) == {first.step.key: TODAY} and first.day.line.hasFocus()
    qtbot.keyClick(first.day.line, Qt.Key.Key_Tab)
    assert second.day.line.hasFocus()


def test_a_fault_is_read_aloud(show: Show, amal: bytes, qtbot: QtBot) -> None:
    row = show(amal, "facts").facts.steps.rows["permit_seen"]
    write(row, "32-13-2026", qtbot)
    assert row.day.line.accessibleDescription() == row.day.error() != ""


def test_mentors_may_tick_too(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    desk.session.store.set_local("role", MENTOR)
    row = show(amal, "facts").facts.steps.rows["permit_seen"]
    assert not row.day.line.isReadOnly()
    row.today.click()
    assert days(case(amal)) == {"permit_seen": TODAY}


@pytest.mark.parametrize("another", [True, False])
def test_what_is_typed_is_saved_on_leaving_and_never_follows(
    another: bool, show: Show, amal: bytes, maryam: bytes, case: Case
) -> None:
    page = show(amal, "facts")
    page.facts.steps.rows["permit_seen"].day.line.setText("03-02-2025")
    if another:
        page.show_learner(maryam, "facts")
        assert page.facts.steps.rows["permit_seen"].day.line.text() == ""
    else:
        page.tabs.setCurrentIndex(0)
    assert days(case(amal)) == {"permit_seen": date(2025, 2, 3)} and case(maryam).steps == ()
