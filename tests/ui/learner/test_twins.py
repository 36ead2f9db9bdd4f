"""Two texts of one note in the window: side by side, merged, or kept as two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mentorapp.domain.case_file import CaseFile
from mentorapp.domain.note import leaves
from mentorapp.store import notes
from mentorapp.ui.desk import Desk
from mentorapp.ui.learner.learner_page import LearnerPage
from mentorapp.ui.learner.notes.twins_dialog import TwinsDialog
from tests.conftest import TODAY

Show = Callable[..., LearnerPage]
Case = Callable[[bytes], CaseFile]


@pytest.fixture
def page(show: Show, desk: Desk, amal: bytes) -> LearnerPage:
    """Amal's notes with one that was put right by two people apart."""
    store = desk.session.store
    root = notes.add(store, amal, "Hun øver.", TODAY)
    notes.add(store, amal, "Hun øver ord.", TODAY, replaces=root)
    store.set_local("name", "Gitte Ørsted-Hansen")
    notes.add(store, amal, "Hun øver tal.", TODAY, replaces=root)
    notes.add(store, amal, "En anden note", TODAY)
    return show(amal, "notes")


def compare(page: LearnerPage) -> TwinsDialog:
    offering = [card for card in page.notes.list.cards() if card.compare.isVisibleTo(card)]
    assert {card.entry.note.text for card in offering} == {"Hun øver ord.", "Hun øver tal."}
    offering[0].compare.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TwinsDialog)
    return dialog


def test_both_texts_stand_side_by_side_with_author_and_time(page: LearnerPage) -> None:
    dialog = compare(page)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for words in ("Hun øver ord.", "Hun øver tal.", "Karin Holst", "Gitte Ørsted-Hansen", "22-11-2026 kl. "):
        assert words in said
    dialog.reject()


def test_merged_into_one(page: LearnerPage, amal: bytes, case: Case, qtbot: QtBot, said: list[str]) -> None:
    dialog = compare(page)
    assert sorted(dialog.field.toPlainText().split("\n\n")) == ["Hun øver ord.", "Hun øver tal."]
    dialog.field.setPlainText("")
    dialog.submit()
    assert dialog._field.error().startswith("Noten er tom.")
    dialog.field.setPlainText("Hun øver ord og tal.")
    dialog.submit()
    qtbot.waitUntil(lambda: len(leaves(case(amal).notes)) == 2)
    qtbot.waitUntil(lambda: "De to udgaver er samlet. Ctrl+Z skiller dem igen." in said)
    qtbot.waitUntil(lambda: any(card.text.text() == "Hun øver ord og tal." for card in page.notes.list.cards()))
    assert not any(card.entry.has_twin for card in page.notes.list.cards())


def test_kept_as_two(page: LearnerPage, amal: bytes, case: Case, qtbot: QtBot, said: list[str]) -> None:
    compare(page).both.click()
    qtbot.waitUntil(lambda: "De to udgaver er nu hver sit notat." in said)
    assert len(leaves(case(amal).notes)) == 3
    qtbot.waitUntil(lambda: not any(card.entry.has_twin for card in page.notes.list.cards()))
