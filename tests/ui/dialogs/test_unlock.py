"""Unlocking a profile, and making one at the first start."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QLineEdit

from mentorapp.store.profile import Profile
from mentorapp.ui import style
from mentorapp.ui.dialogs import first_start, unlock_dialog
from mentorapp.ui.dialogs.first_start import FirstStartDialog
from mentorapp.ui.dialogs.unlock_dialog import UnlockDialog
from tests.conftest import Clock

PASSPHRASE = "tre gode ord"


@pytest.fixture
def profile(tmp_path: Path, qapp: QApplication) -> Iterator[Profile]:
    style.apply(qapp, "light")
    profile = Profile(tmp_path / "profil")
    yield profile
    QThreadPool.globalInstance().waitForDone(10_000)
    profile.release()


@pytest.fixture
def locked(profile: Profile, clock: Clock) -> Profile:
    profile.create(PASSPHRASE, clock).close()
    return profile


def test_a_wrong_passphrase_is_said_and_selected_and_the_right_one_opens(locked: Profile, clock: Clock, qtbot) -> None:
    dialog = UnlockDialog(locked, clock)
    qtbot.addWidget(dialog)
    dialog.show()
    line = dialog._field.line
    assert line.echoMode() == QLineEdit.EchoMode.Password
    qtbot.keyClicks(line, "forkert sætning")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog._field.error()))
    assert dialog._field.error() == "Adgangssætningen passer ikke. Intet er ændret. Prøv igen."
    assert line.selectedText() == line.text() and dialog.store is None and dialog.isVisible()
    qtbot.keyClicks(line, PASSPHRASE)  # takes the place of what is selected
    assert not dialog._field.error()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.store is not None)
    assert dialog.store is not None and dialog.store.author and not dialog.isVisible()
    dialog.store.close()


def test_going_away_while_it_unlocks_leaves_nothing_open(locked: Profile, clock: Clock, qtbot) -> None:
    dialog = UnlockDialog(locked, clock)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._field.line.setText(PASSPHRASE)
    dialog.submit()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.store is None
    locked.unlock(PASSPHRASE, clock).close()


def test_an_empty_passphrase_is_not_tried(locked: Profile, clock: Clock, qtbot) -> None:
    dialog = UnlockDialog(locked, clock)
    qtbot.addWidget(dialog)
    dialog.submit()
    assert dialog._field.error() and not dialog.running.busy


def begin(dialog: FirstStartDialog, name: str = "Karin Holst", passphrase: str = PASSPHRASE) -> None:
    dialog.who.name.line.setText(name)
    dialog.submit()
    dialog.locking.once.line.setText(passphrase)
    dialog.locking.again.line.setText(passphrase)
    dialog.submit()


def test_the_first_start_makes_a_store_that_opens_again(profile: Profile, clock: Clock, qtbot) -> None:
    dialog = FirstStartDialog(profile, clock)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.who.workplace.line.setText("Ikast-Brande Kommune")
    begin(dialog)
    assert profile.is_new, "nothing is made before the last step"
    dialog.beginning.ways.take("empty")
    assert dialog.primary.text() == "Opret og begynd tomt"
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.begun is not None)
    assert dialog.begun is not None and dialog.begun.then == "empty"
    dialog.begun.store.close()
    again = profile.unlock(PASSPHRASE, clock)
    facts = [again.local(key) for key in ("role", "name", "workplace")]
    again.close()
    assert facts == ["coordinator", "Karin Holst", "Ikast-Brande Kommune"]


def test_the_passphrase_is_typed_twice_with_a_tab_between(profile: Profile, clock: Clock, qtbot) -> None:
    dialog = FirstStartDialog(profile, clock)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.who.name.line.setText("Karin Holst")
    dialog.submit()
    once, again = dialog.locking.once, dialog.locking.again
    qtbot.waitUntil(once.line.hasFocus)
    qtbot.keyClicks(once.line, PASSPHRASE)
    qtbot.keyClick(once.line, Qt.Key.Key_Tab)
    assert again.line.hasFocus()
    qtbot.keyClick(again.line, Qt.Key.Key_Tab)
    assert once.eye.hasFocus(), "the eyes come after the lines"
    dialog.reject()


def test_each_step_says_what_it_lacks(profile: Profile, clock: Clock, qtbot) -> None:
    dialog = FirstStartDialog(profile, clock)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.submit()
    assert dialog.who.name.error() and dialog.who.isVisible()
    dialog.who.name.line.setText("Karin Holst")
    dialog.submit()
    assert dialog.locking.isVisible() and not dialog.who.isVisible()
    dialog.locking.once.line.setText("syvtegn")
    dialog.submit()
    assert "8 tegn" in dialog.locking.once.error()
    dialog.locking.once.line.setText(PASSPHRASE)
    dialog.locking.again.line.setText(PASSPHRASE + " ")
    dialog.submit()
    assert "ikke ens" in dialog.locking.again.error() and dialog.locking.isVisible()
    dialog._back.click()
    assert dialog.who.isVisible() and dialog.who.name.line.text() == "Karin Holst"
    dialog.reject()
    assert dialog.begun is None and profile.is_new


def test_a_mentor_is_not_offered_lists_and_is_asked_for_the_invitation(profile: Profile, clock: Clock, qtbot) -> None:
    dialog = FirstStartDialog(profile, clock)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.who._explanation.isVisible()
    dialog.who.roles.take("mentor")
    assert dialog.who._explanation.isVisible()
    begin(dialog, "Birthe Sørensen")
    assert not dialog.beginning.ways.radio("import").isVisible()
    assert dialog.beginning.then() == "invitation"
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.begun is not None)
    assert dialog.begun is not None
    assert (dialog.begun.store.role, dialog.begun.then) == ("mentor", "invitation")
    dialog.begun.store.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may write everywhere meets no read-only folder")
def test_a_folder_that_cannot_be_written_is_said_in_place(profile: Profile, clock: Clock, qtbot) -> None:
    profile.folder.chmod(0o500)
    dialog = FirstStartDialog(profile, clock)
    qtbot.addWidget(dialog)
    dialog.show()
    begin(dialog)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.message()))
    profile.folder.chmod(0o700)
    assert "kan ikke skrives" in dialog.message() and dialog.primary.isEnabled() and dialog.begun is None


def test_a_fault_keeps_what_was_typed(profile: Profile, clock: Clock, qtbot) -> None:
    (profile.folder / "key.new").mkdir()  # the key cannot be written aside
    dialog = FirstStartDialog(profile, clock)
    qtbot.addWidget(dialog)
    dialog.show()
    begin(dialog)
    dialog.submit()
    qtbot.waitUntil(lambda: bool(dialog.message()))
    assert "Intet er ændret" in dialog.message() and dialog.isVisible()
    (profile.folder / "key.new").rmdir()
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.begun is not None)
    assert dialog.begun is not None
    dialog.begun.store.close()


def test_ask_gives_none_when_the_user_goes_away(profile: Profile, clock: Clock, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(FirstStartDialog, "exec", FirstStartDialog.reject)
    assert first_start.ask(profile, clock) is None
    monkeypatch.setattr(UnlockDialog, "exec", UnlockDialog.reject)
    assert unlock_dialog.ask(profile, clock) is None
