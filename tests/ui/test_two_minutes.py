"""The two-minute week: from the unlocked start to a confirmed week and a saved note, counted in keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mentorapp.cli.import_list import import_file
from mentorapp.domain.note import leaves
from mentorapp.store.profile import Profile
from mentorapp.store.session import Session
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.choose_learner import ChooseLearner
from mentorapp.ui.dialogs.unlock_dialog import UnlockDialog
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.pages.today_page import TodayPage
from mentorapp.ui.preferences import Preferences
from tests.conftest import TODAY, Clock
from tests.ui.test_journeys import PATIENCE, SAMPLE, in_dialog, is_closed

PASSPHRASE = "korthest batteri hæfteklammer"
MOST = 12
"""Key strokes and clicks besides the note's own text (and the passphrase's), by the design."""


class Hands:
    """Presses keys where the keyboard is, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        QTest.keyClick(self._there(), key, held)

    def write(self, text: str) -> None:
        """The words themselves are not counted."""
        QTest.keyClicks(self._there(), text)

    @staticmethod
    def _there() -> QWidget:
        there = QApplication.focusWidget()
        assert there is not None, "nothing has the keyboard"
        return there


@pytest.fixture
def profile(tmp_path: Path, clock: Clock, qapp: QApplication) -> Iterator[Profile]:
    """A mentor's profile with the sample learners in it, closed again."""
    made = Profile(tmp_path / "p")
    session = Session(made, made.create(PASSPHRASE, clock), lambda: TODAY)
    import_file(session, SAMPLE / "elevliste.xlsx")
    session.store.set_local("name", "Birthe Sørensen")
    session.store.set_local("role", "mentor")
    session.store.close()
    yield made
    made.release()
    style.apply(qapp, "light")


def test_from_the_start_to_a_confirmed_week_and_a_note(profile: Profile, clock: Clock, qtbot: QtBot) -> None:
    hands = Hands()
    unlock = UnlockDialog(profile, clock)
    qtbot.addWidget(unlock)
    unlock.show()
    qtbot.waitUntil(unlock._field.line.hasFocus, timeout=PATIENCE)
    hands.write(PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: unlock.store is not None, timeout=PATIENCE)
    assert unlock.store is not None
    session = Session(profile, unlock.store, lambda: TODAY)
    window = MainWindow(Desk(session, Preferences(profile.folder)))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.desk.book.complete and window.isActiveWindow(), timeout=PATIENCE)
    page = window.stack.page("today")
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: bool(page.confirm.rows()) and page.confirm.rows()[0].confirm.hasFocus(), timeout=PATIENCE)
    name = page.confirm.rows()[0]._name.text()
    hands.press(Qt.Key.Key_Space)

    def choose(asked: ChooseLearner) -> None:
        qtbot.waitUntil(asked.field.hasFocus, timeout=PATIENCE)
        assert asked.field.text() == name, "the learner of just now is suggested"
        hands.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: is_closed(asked), timeout=PATIENCE)

    in_dialog(ChooseLearner, lambda: hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier), choose)
    window.activateWindow()  # a desktop does so when a dialog closes; offscreen nobody does
    words = window.learner.notes.editor.words
    qtbot.waitUntil(words.hasFocus, timeout=PATIENCE)
    hands.write("Bankede selv på og ventede.")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    learner = next(known for known, other in session.names() if other == name)
    case = session.case_file(learner)
    assert case is not None
    assert [mark.week for mark in case.week_marks] == ["2026-W47"] and date(2026, 11, 22) == TODAY
    assert [note.text for note in leaves(case.notes)] == ["Bankede selv på og ventede."]
    assert hands.count <= MOST
    window.close()
    session.store.close()
