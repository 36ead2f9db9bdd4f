"""Kurser: what counts, what does not, and that a course written here changes the totals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.change import creation
from mentorapp.domain.schooling import Schooling
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.learner_page import LearnerPage
from mentorapp.ui.learner.schooling.school_line import lines, proof, short_weekdays
from mentorapp.ui.learner.schooling.schooling_form import OTHER, SchoolingForm

Show = Callable[..., LearnerPage]
Case = Callable[[bytes], CaseFile]


def cell(page: LearnerPage, row: int, key: str) -> str:
    """What stands in a cell, both lines, as it is read aloud."""
    model = page.schooling.table.rows
    column = [column.key for column in model.columns].index(key)
    said = str(model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole))
    return said.partition(": ")[2]


def form_for(page: LearnerPage, desk: Desk, case: CaseFile, row: Schooling | None = None) -> SchoolingForm:
    assert case.enrolment is not None
    return SchoolingForm(page, desk, case.enrolment, row)


def test_the_table_says_clock_and_counted_hours(show: Show, amal: bytes) -> None:
    page = show(amal, "schooling")
    assert cell(page, 1, "title") == "DU2 modul 4, LÆRDANSK"
    assert cell(page, 1, "planned") == "51,8 t, tæller 103,6"
    assert cell(page, 1, "attended") == "48,1 t, tæller 96,2"
    assert cell(page, 1, "pattern") == "tir, tor, 08.30–12.12"
    assert [cell(page, row, "proof") for row in range(6)] == [
        "set 10-04-2025", "set 02-07-2025", "set 01-10-2025", "set 01-07-2026", "mangler", "ikke endnu",
    ]  # fmt: skip
    assert cell(page, 5, "attended") == "–, "[:1]
    assert page.schooling.sums.text() == (
        "I alt: planlagt 470,0 t, tæller 658,8 · deltaget 377,4 t, tæller 555,0 · dokumenteret 355,2 t, tæller 532,8"
    )


def test_a_type_that_does_not_count_is_marked(show: Show, desk: Desk, amal: bytes) -> None:
    row = Schooling(amal, "cafe", "course", "Sprogcafé", planned_minutes=1680, attended_minutes=1200)
    desk.session.store.record(creation(row), "Kursus")
    page = show(amal, "schooling")
    place = [line.row.id for line in page.schooling.table.rows.rows].index("cafe")
    assert cell(page, place, "type") == "Sprogcafé, tæller ikke"
    assert cell(page, place, "attended") == "20,0 t, tæller ikke"
    assert cell(page, place, "proof") == "kræves ikke"
    assert "tæller 555,0" in page.schooling.sums.text()


def test_danish_after_a_passed_exam_does_not_count(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    page = show(amal, "facts")
    page.facts.learner.save("exam", "PD2")
    page.facts.learner.save("exam_passed_on", date(2024, 11, 28))
    assert cell(page, 1, "type") == "Danskuddannelse, tæller ikke"
    assert cell(page, 1, "attended") == "48,1 t, tæller ikke"


def test_a_course_written_here_changes_the_totals(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    page = show(amal, "schooling")
    assert "17,0 af 23 uger" in page.course.totals.forecast.accessibleName()
    form = form_for(page, desk, case(amal))
    form.kind.set_key("amu")
    form.name.line.setText("Forflytning")
    form.provider.line.setText("Social- og Sundhedsskolen")
    form.first.line.setText("4.1.27")
    form.last.line.setText("2027-01-08")
    form.weekdays.set_days((1, 2, 3, 4, 5))
    form.starts.line.setText("8")
    form.ends.line.setText("15.24")
    assert form.planned.error() == "" and "37,0 timer (5 gange" in form.planned._hint
    form.submit()
    row = next(row for row in case(amal).schooling if row.id == form.saved_id)
    assert (row.type, row.title, row.first_day, row.last_day) == (
        "amu", "Forflytning", date(2027, 1, 4), date(2027, 1, 8),
    )  # fmt: skip
    assert (row.weekdays, row.starts_at, row.ends_at, row.planned_minutes) == ((1, 2, 3, 4, 5), "08:00", "15:24", None)
    assert "18,0 af 23 uger" in page.course.totals.forecast.accessibleName()
    assert page.schooling.sums.text().startswith("I alt: planlagt 507,0 t, tæller 695,8")
    desk.session.store.undo()
    assert "17,0 af 23 uger" in page.course.totals.forecast.accessibleName()


def test_public_holidays_are_taken_from_the_pattern(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    form = form_for(show(amal, "schooling"), desk, case(amal))
    form.first.line.setText("22-03-2027")
    form.last.line.setText("26-03-2027")
    form.weekdays.set_days((1, 2, 3, 4, 5))
    form.starts.line.setText("08:00")
    form.ends.line.setText("15:24")
    assert "22,2 timer (3 gange" in form.planned._hint  # Maundy Thursday and Good Friday
    form.planned.line.setText("37")
    assert form.planned._hint.startswith("Mønsteret giver 22,2 timer")


@pytest.mark.parametrize(
    ("field", "typed", "complaint"),
    [
        ("first", "32-13-2026", "findes ikke"),
        ("last", "01-01-2020", "før fra"),
        ("ends", "07:00", "før det begynder"),
        ("ends", "", "begge klokkeslæt"),
        ("planned", "ti", "timetal"),
        ("attended", "-3", "kan ikke passe"),
        ("proof", "01-01-2030", "fremtiden"),
    ],
)
def test_a_fault_in_the_form_is_said_beside_its_field(
    field: str, typed: str, complaint: str, show: Show, desk: Desk, amal: bytes, case: Case
) -> None:
    before = case(amal)
    row = next(row for row in before.schooling if row.title == "DU2 modul 4")
    form = form_for(show(amal, "schooling"), desk, before, row)
    form.open()
    faulty = getattr(form, field)
    faulty.line.setText(typed)
    form.submit()
    assert complaint in faulty.error() and form.focusWidget() is faulty.line
    assert form.isVisible() and case(amal) == before
    form.reject()


def test_a_row_is_put_right_and_unchanged_fields_stay(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    before = next(row for row in case(amal).schooling if row.title == "Almen fødevarehygiejne")
    form = form_for(show(amal, "schooling"), desk, case(amal), before)
    form.proof.line.setText("20-11-2026")
    form.outcome.set_key("passed")
    form.submit()
    after = next(row for row in case(amal).schooling if row.id == before.id)
    assert (after.proof_on, after.result) == (date(2026, 11, 20), "passed")
    assert (after.planned_minutes, after.attended_minutes, after.weekdays, after.cancelled) == (
        before.planned_minutes, before.attended_minutes, before.weekdays, None,
    )  # fmt: skip


def test_another_type_must_be_named(show: Show, desk: Desk, amal: bytes, case: Case) -> None:
    form = form_for(show(amal, "schooling"), desk, case(amal))
    form.open()
    assert not form.other.isVisible()
    form.kind.setCurrentIndex(form.kind.findData(OTHER))
    assert form.other.isVisible()
    form.submit()
    assert form.other.error()
    form.other.line.setText("Sprogcafé")
    form.submit()
    assert case(amal).schooling[-1].type == "Sprogcafé" or any(r.type == "Sprogcafé" for r in case(amal).schooling)


def test_titles_and_providers_complete_from_every_learner(
    show: Show, desk: Desk, amal: bytes, maryam: bytes, case: Case, qtbot: QtBot
) -> None:
    form = form_for(show(amal, "schooling"), desk, case(amal))
    qtbot.waitUntil(lambda: form.name.line.completer() is not None)
    completer = form.name.line.completer()
    completer.setCompletionPrefix("du1")
    assert completer.completionCount() == 2
    completer = form.provider.line.completer()
    completer.setCompletionPrefix("skolen")
    assert completer.currentCompletion() == "Social- og Sundhedsskolen"


def test_delete_by_keyboard_is_said_and_undone(
    show: Show, desk: Desk, amal: bytes, case: Case, said: list[str], qtbot: QtBot
) -> None:
    page = show(amal, "schooling")
    assert not page.schooling.delete.isEnabled()
    page.schooling.table.selectRow(1)
    assert page.schooling.delete.isEnabled() and page.schooling.edit.isEnabled()
    qtbot.keyClick(page.schooling.table, Qt.Key.Key_Delete)
    assert "DU2 modul 4" not in {row.title for row in case(amal).schooling}
    assert said == ["DU2 modul 4 er slettet. Ctrl+Z henter det tilbage."]
    assert page.schooling.table.currentIndex().row() == 1
    desk.session.store.undo()
    assert "DU2 modul 4" in {row.title for row in case(amal).schooling}


def test_a_scheme_without_rules_shows_clock_hours_only(show: Show, hevin: bytes, desk: Desk) -> None:
    page = show(hevin, "schooling")
    assert cell(page, 0, "attended") == "142,5 t"
    opened = desk.book.open(hevin)
    assert opened is not None and proof(lines(opened)[0]) == "ikke endnu"
    assert page.schooling.sums.text() == "I alt: planlagt 210,0 t · deltaget 142,5 t · dokumenteret 0,0 t"


def test_weekdays_in_short() -> None:
    assert short_weekdays((1, 2, 3, 4, 5)) == "man–fre"
    assert short_weekdays((2, 4)) == "tir, tor"
    assert short_weekdays((1, 3, 5)) == "man, ons, fre"
    assert short_weekdays(()) == ""
