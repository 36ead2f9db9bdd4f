"""Exam terms on the page of settings, and what R30 reads of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.organisation import ExamTerm
from mentorapp.ui.desk import Desk
from mentorapp.ui.pages.exam_term_form import ExamTermForm
from mentorapp.ui.pages.exam_terms_panel import ExamTermsPanel
from mentorapp.ui.pages.settings_page import SettingsPage


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> Iterator[ExamTermsPanel]:
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    page.show()
    # the page is held here, or Python would take it down under its panel
    yield page.exam_terms


def write(desk: Desk, first: str, sign_up_by: str = "", term: ExamTerm | None = None) -> ExamTermForm:
    form = ExamTermForm(None, desk, term)
    form.first.line.setText(first)
    form.sign_up_by.line.setText(sign_up_by)
    form.submit()
    return form


def words(panel: ExamTermsPanel) -> list[list[str]]:
    return [[label.text() for label in row.findChildren(QLabel)] for row in panel.list.rows.values()]


def test_terms_are_shown_by_date_with_the_schools_deadline_or_the_counted_one(
    panel: ExamTermsPanel, desk: Desk
) -> None:
    write(desk, "02-11-2027")
    write(desk, "14-05-2027", "01-03-2027")
    assert words(panel) == [
        ["Første prøvedag 14-05-2027", "Tilmelding senest 01-03-2027 · skolens frist"],
        ["Første prøvedag 02-11-2027", "Tilmelding senest 24-08-2027 · 10 uger før (danskogproever.dk)"],
    ]
    first, _second = panel.list.rows.values()
    assert first.edit.accessibleName() == "Ret prøvetermin 14-05-2027"


def test_a_term_is_put_right_taken_away_and_brought_back(panel: ExamTermsPanel, desk: Desk) -> None:
    write(desk, "14-05-2027", "01-03-2027")
    (term,) = desk.session.organisation.exam_terms
    write(desk, "14-05-2027", "", term)
    (counted,) = desk.session.organisation.exam_terms
    assert counted == ExamTerm(term.id, date(2027, 5, 14))
    panel.list.rows[term.id].delete.click()
    assert not desk.session.organisation.exam_terms and not panel.list.rows
    action = desk.session.store.last_undoable()
    assert action is not None and action.label == "Slet prøvetermin"
    desk.session.store.undo()
    desk.session.store.undo()
    assert list(desk.session.organisation.exam_terms) == [term] and words(panel)[0][1].endswith("skolens frist")


def test_what_is_wrong_is_said_beside_its_field(desk: Desk) -> None:
    assert write(desk, "").first.error() == "Skal udfyldes."
    assert write(desk, "14-05-2027", "15-05-2027").sign_up_by.error() == "Fristen ligger efter første prøvedag."
    write(desk, "14-05-2027")
    assert write(desk, "14.5.27").first.error() == "Terminen er skrevet ind i forvejen."
    assert len(desk.session.organisation.exam_terms) == 1


def test_a_mentor_reads_them(desk: Desk, qtbot: QtBot) -> None:
    write(desk, "14-05-2027")
    desk.session.store.set_local("role", "mentor")
    panel = ExamTermsPanel(desk)
    qtbot.addWidget(panel)
    (row,) = panel.list.rows.values()
    assert not any(button.isVisibleTo(panel) for button in (panel.new, row.edit, row.delete))
    form = write(desk, "02-11-2027")
    assert form.message() and len(desk.session.organisation.exam_terms) == 1
