"""Inviting, taking an invitation and adding the reply, through the dialogs; and erasing, through its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mentorapp.domain.learner import Learner
from mentorapp.store.exchange import partners, traffic
from mentorapp.store.exchange.partners import ACTIVE
from mentorapp.store.roles import MENTOR
from mentorapp.store.session import Session
from mentorapp.sync import exchange
from mentorapp.ui import opening_files
from mentorapp.ui.dialogs.erase_dialog import EraseDialog
from mentorapp.ui.dialogs.partners.answering import AcceptDialog
from mentorapp.ui.dialogs.partners.invite_dialog import InviteDialog
from mentorapp.ui.dialogs.partners.words_dialog import WordsDialog
from mentorapp.ui.single_window import Doorbell, raise_other
from tests.ui.exchange.conftest import Open
from tests.ui.exchange.two_offices import AMAL, MARYAM, TwoOffices, session_of

PATIENCE = 20_000


@pytest.fixture
def bo(two: TwoOffices, tmp_path: Path) -> Iterator[Session]:
    """A profile nobody has invited yet."""
    session = session_of(tmp_path / "bo", "Bo Krogh", MENTOR, two.clock)
    yield session
    session.close()


def test_from_an_invitation_to_the_first_file(
    two: TwoOffices, bo: Session, window_on: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    karin = window_on(two.karin)
    dialog = InviteDialog(karin, karin.desk)
    dialog.open()
    dialog.name.line.setText("Bo Krogh")
    dialog.learners.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.primary.text() == "Gem invitation med 1 elev" and dialog.chosen() == [MARYAM]
    dialog.basis.setPlainText("mentoraftale af 20-11-2026")
    invitation, reply = tmp_path / "bo.mentorinvitation", tmp_path / "bo.mentorsvar"
    shown: list[str] = []

    def read_words() -> bool:
        words = QApplication.activeModalWidget()
        if isinstance(words, WordsDialog):
            assert words.pdf().startswith(b"%PDF")
            shown.append(words.invited.words)
            words.submit()
        return bool(shown)

    from PySide6.QtCore import QTimer

    look = QTimer(interval=50)
    look.timeout.connect(read_words)
    look.start()
    dialog.save_to(invitation)
    qtbot.waitUntil(lambda: bool(shown), timeout=PATIENCE)
    look.stop()
    window = window_on(bo)
    window.go("exchange")
    taking = AcceptDialog(window, window.desk, invitation)
    taking.open()
    taking.answer("anker " * 6, "", reply)
    qtbot.waitUntil(lambda: bool(taking.message()), timeout=PATIENCE)
    assert taking.inviter is None and taking.words.isVisible()
    taking.answer(shown[0].upper(), "", reply)
    qtbot.waitUntil(lambda: taking.inviter is not None, timeout=PATIENCE)
    assert taking.primary.text() == "Færdig" and reply.exists()
    taking.submit()
    karin.activateWindow()
    opening_files.open_path(karin, reply)
    qtbot.waitUntil(lambda: "Bo Krogh er nu partner" in karin.notice.text, timeout=PATIENCE)
    partner = next(one for one in partners.active(two.karin.store) if one.name == "Bo Krogh")
    assert partner.state == ACTIVE and partner.basis == "mentoraftale af 20-11-2026"
    exchange.send(two.karin, partner, tmp_path / "f.mentorfil")
    exchange.receive(bo, exchange.open_file(bo, tmp_path / "f.mentorfil"))
    assert [name for _id, name in bo.names()] == ["Maryam Ahmadi"]


def test_erasing_asks_for_the_name_and_says_who_must_confirm(two: TwoOffices, window_on: Open, qtbot: QtBot) -> None:
    two.meet()
    window = window_on(two.karin)
    dialog = EraseDialog(window, window.desk, Learner(AMAL, "-", "Amal Idris Hamid"))
    dialog.open()
    assert any("Anna Vang" in label.text() for label in dialog._sentences) and not dialog.primary.isEnabled()
    dialog.name.line.setText("Amal Idris")
    dialog.submit()
    assert not dialog.primary.isEnabled() and len(two.karin.names()) == 2
    dialog.name.line.setText("amal idris  hamid")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.cleaned is not None, timeout=PATIENCE)
    assert "1 partner skal kvittere" in dialog._strip.accessibleName() and len(two.karin.names()) == 1
    assert [who for who, _partner in traffic.receipts_awaited(two.karin.store)] == [AMAL]
    dialog.submit()


def test_a_second_start_with_a_file_opens_it_in_the_window_that_is_there(
    two: TwoOffices, window_on: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = window_on(two.karin)
    opened: list[Path] = []
    Doorbell(tmp_path, window, opened.append)
    file = tmp_path / "Fra Anna æøå.mentorfil"
    file.write_bytes(b"x")
    assert raise_other(tmp_path, file)
    qtbot.waitUntil(lambda: opened == [file.resolve()], timeout=PATIENCE)
    assert raise_other(tmp_path) and raise_other(tmp_path, tmp_path / "er her ikke")
    qtbot.wait(100)
    assert len(opened) == 1


def test_a_file_nobody_knows_is_one_sentence(two: TwoOffices, window_on: Open, tmp_path: Path) -> None:
    window = window_on(two.karin)
    other = tmp_path / "have.png"
    other.write_bytes(b"\x89PNG\r\n\x1a\n")
    opening_files.open_path(window, other)
    assert "have.png er ikke en fil fra Mentorapp" in window.notice.text
