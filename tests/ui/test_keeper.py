"""The window kept safe: locked so that nothing can be read, backed up on the way, and honest after a crash."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from mentorapp.domain.change import creation
from mentorapp.domain.learner import Learner
from mentorapp.store import interrupted, key, notes, restore
from mentorapp.store.database import DATABASE_FILE
from mentorapp.store.profile import Profile
from mentorapp.store.rescue import pages, taking_over
from mentorapp.store.session import Session
from mentorapp.ui import style
from mentorapp.ui.desk import Desk
from mentorapp.ui.dialogs.dialog import Dialog
from mentorapp.ui.dialogs.safety.interrupted import InterruptedDialog
from mentorapp.ui.dialogs.safety.restore_dialog import RestoreDialog
from mentorapp.ui.keeper import Keeper
from mentorapp.ui.learner.learner_form import LearnerForm
from mentorapp.ui.learner.notes import note_draft
from mentorapp.ui.learner.notes.note_draft import NoteDraft
from mentorapp.ui.main_window import MainWindow
from mentorapp.ui.preferences import Preferences
from mentorapp.ui.safety_notices import notices
from tests.conftest import Clock
from tests.store.profiles import texts

PASSPHRASE = "tre gode ord"
WHO, NAME, WORDS = bytes(15) + b"\1", "Hemmelige Holst", "Lærte ordet tryksår"
TODAY = date(2026, 11, 22)


@pytest.fixture
def desk(tmp_path: Path, clock: Clock, qapp: QApplication, let_go: list[Desk]) -> Iterator[Desk]:
    style.apply(qapp, "light")
    profile = Profile(tmp_path / "profil")
    session = Session(profile, profile.create(PASSPHRASE, clock), lambda: TODAY)
    session.store.record(creation(Learner(WHO, "-", NAME)), "Ny elev")
    notes.add(session.store, WHO, WORDS, TODAY)
    desk = Desk(session, Preferences(tmp_path))
    let_go.append(desk)
    yield desk
    from PySide6.QtCore import QThreadPool

    QThreadPool.globalInstance().waitForDone(10_000)
    session.close()


@pytest.fixture
def window(desk: Desk, qtbot) -> MainWindow:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: desk.book.complete)
    return window


def readable() -> str:
    """Everything that can be seen, read aloud or read in a title bar."""
    said = []
    for widget in QApplication.allWidgets():
        top = widget.window()
        if top.isVisible():
            said.append(top.windowTitle())
        if not widget.isVisible():
            continue
        said += [widget.accessibleName(), widget.toolTip(), widget.windowTitle()]
        if isinstance(widget, QLabel | QLineEdit):
            said.append(widget.text())
        if isinstance(widget, QPlainTextEdit):
            said.append(widget.toPlainText())
    return "\n".join(said)


def test_nothing_can_be_read_while_it_is_locked(desk: Desk, window: MainWindow, qtbot) -> None:
    keeper = Keeper(desk, window)
    window.open_learner(WHO, "notes")
    form = LearnerForm(window, desk)
    form.name.line.setText("Halvt skrevet navn")
    form.setWindowTitle(f"Om {NAME}")
    form.open()
    qtbot.waitUntil(lambda: NAME in readable() and "Halvt" in readable())
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desk.lock_wanted.emit()  # a second time changes nothing
    assert keeper.locked is not None and keeper.locked.isVisible()
    for word in ("Holst", "Hemmelige", "tryksår", "Halvt"):
        assert word not in readable()
    assert window.windowTitle() == form.windowTitle() == "Mentorapp"
    qtbot.keyClick(keeper.locked, Qt.Key.Key_Escape)
    keeper.locked.close()
    assert keeper.locked.isVisible(), "it cannot be put away"
    qtbot.keyClicks(keeper.locked.field.line, "forkert sætning")
    qtbot.keyClick(keeper.locked.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(keeper.locked and keeper.locked.field.error()))
    assert "Holst" not in readable()
    qtbot.keyClicks(keeper.locked.field.line, PASSPHRASE)
    qtbot.keyClick(keeper.locked.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: keeper.locked is None)
    assert NAME in readable() and form.name.line.text() == "Halvt skrevet navn", "everything stands as it was left"
    assert form.isVisible() and form.windowTitle() == f"Om {NAME}"
    form.reject()


def test_a_file_dialog_does_not_stay_over_the_lock(desk: Desk, window: MainWindow, qtbot, tmp_path: Path) -> None:
    """It may list files that bear a learner's name, and the system's own would lie above the cover."""
    (tmp_path / f"{NAME}.csv").write_text("x", encoding="utf-8")
    keeper = Keeper(desk, window)
    seen: list[int] = []

    def dialogs() -> list[QFileDialog]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog) and each.isVisible()]

    def lock() -> None:
        seen.append(len(dialogs()))
        keeper.lock()
        seen.append(len(dialogs()))
        for left in dialogs():
            left.reject()

    QTimer.singleShot(300, lock)
    chosen, _kind = QFileDialog.getOpenFileName(window, "Vælg", str(tmp_path), "Lister (*.csv)")
    assert seen == [1, 0] and chosen == ""
    assert keeper.locked is not None and keeper.locked.isVisible() and NAME not in readable()
    keeper.locked.accept()


def test_what_is_being_written_is_saved_before_it_locks(desk: Desk, window: MainWindow, qtbot) -> None:
    keeper = Keeper(desk, window)
    window.open_learner(WHO, "notes")
    editor = window.learner.findChild(QPlainTextEdit)
    qtbot.keyClicks(editor, "Et halvt notat")
    keeper.lock()
    case = desk.session.case_file(WHO)
    assert case is not None and "Et halvt notat" in {note.text for note in case.notes}
    assert keeper.locked is not None
    keeper.locked.accept()


def test_the_recovery_key_opens_the_lock_and_the_end_shows_nothing(desk: Desk, window: MainWindow, qtbot) -> None:
    printed = key.new_recovery_key(desk.session.profile.folder, desk.session.store.key)
    keeper = Keeper(desk, window)
    keeper.lock()
    assert keeper.locked is not None
    keeper.locked.field.line.setText(printed.lower())
    keeper.locked.submit()
    qtbot.waitUntil(lambda: keeper.locked is None)
    keeper.lock()
    assert keeper.locked is not None
    keeper.locked.cancel.click()
    assert not window.isVisible() and NAME not in readable()


def test_it_locks_when_nobody_has_touched_it(desk: Desk, window: MainWindow, qtbot, monkeypatch) -> None:
    keeper = Keeper(desk, window)
    keeper.begin()
    desk.preferences.lock_after = 5
    began = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: began + 4 * 60)
    keeper._idle.look()
    assert keeper.locked is None
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Shift)  # a touch begins the time anew
    monkeypatch.setattr(time, "monotonic", lambda: began + 8 * 60)
    keeper._idle.look()
    assert keeper.locked is None
    monkeypatch.setattr(time, "monotonic", lambda: began + 9 * 60 + 10)
    keeper._idle.look()
    assert keeper.locked is not None
    keeper.locked.accept()
    desk.preferences.lock_after = 0
    monkeypatch.setattr(time, "monotonic", lambda: began + 900 * 60)
    keeper._idle.look()
    assert keeper.locked is None


def test_a_failed_backup_stands_on_i_dag_until_it_is_mended(desk: Desk, window: MainWindow, qtbot, tmp_path) -> None:
    keeper = Keeper(desk, window)
    drive = tmp_path / "drev"
    desk.session.backups.choose(drive)
    drive.rmdir()
    drive.write_text("ikke en mappe", encoding="utf-8")
    with qtbot.waitSignal(desk.safety_changed):
        keeper.back_up()
    window.go("today")
    assert "kan ikke nås" in readable()
    drive.unlink()
    with qtbot.waitSignal(desk.safety_changed):
        keeper.back_up()
    assert "kan ikke nås" not in readable() and notices(desk.session) == []


def test_a_synchronised_folder_is_warned_of(tmp_path: Path, clock: Clock) -> None:
    profile = Profile(tmp_path / "OneDrive - Herning Kommune" / "profil")
    session = Session(profile, profile.create(PASSPHRASE, clock), lambda: TODAY)
    assert [each.lead for each in notices(session)] == ["Dine data ligger i en mappe, som OneDrive synkroniserer."]
    session.close()


def test_after_a_crash_it_says_what_is_safe_and_offers_the_draft(desk: Desk, window: MainWindow, qtbot) -> None:
    note_draft.save(desk.session.store, WHO, NoteDraft("Jeg var i gang med at skrive"))
    folder = desk.session.profile.folder
    interrupted.begin(folder, 1_795_300_000_000)
    keeper = Keeper(desk, window, interrupted.since(folder))
    keeper.begin()
    qtbot.waitUntil(lambda: any(isinstance(each, InterruptedDialog) for each in shown(window)))
    (dialog,) = shown(window)
    assert "Alt, hvad du havde gemt, er her" in readable() and NAME in readable()
    dialog.submit()
    qtbot.waitUntil(lambda: window.stack.shown == "learner")
    editor = window.learner.findChild(QPlainTextEdit)
    assert editor is not None and editor.toPlainText() == "Jeg var i gang med at skrive"
    interrupted.end(folder)
    assert interrupted.since(folder) is None


def shown(window: QWidget) -> list[Dialog]:
    return [child for child in window.findChildren(Dialog) if child.isVisible()]


def test_damaged_data_is_brought_back_from_the_open_window_with_what_can_still_be_read(
    desk: Desk, window: MainWindow, qtbot, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    session = desk.session
    session.backups.take(session.store, "close")
    clock.now += 60_000
    notes.add(session.store, WHO, "Skrevet efter kopien", TODAY)
    session.store._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = session.profile.folder / DATABASE_FILE
    harmed = next(n for n in range(data.stat().st_size // pages.SIZE, 1, -1) if not holds(session, n, "Skrevet efter"))
    with data.open("r+b") as file:
        file.seek(harmed * pages.SIZE - 700)
        file.write(b"ikke det, der stod her")
    keeper = Keeper(desk, window)

    def answer(dialog: Dialog) -> int:
        assert isinstance(dialog, RestoreDialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog._ready is not None, timeout=20_000)
        assert "kan ikke læses" in dialog.loss.accessibleName() or dialog.rescue.isVisible()
        assert dialog.rescue.wanted and f"{NAME}: 1 note" in readable()
        dialog.submit()
        return 1

    monkeypatch.setattr(Dialog, "exec", answer)
    monkeypatch.setattr(window, "close", lambda: True)
    keeper.restore()
    qtbot.waitUntil(lambda: keeper.wanted is not None, timeout=20_000)
    wanted = keeper.wanted
    assert wanted is not None and wanted.readable is not None
    session.store.close()
    restore.restore(session.profile.folder, wanted.backup, wanted.raw, wanted.raw, clock.now)
    store = session.profile.open(wanted.raw, clock)
    taking_over.take_over(store, wanted.readable)
    assert texts(store) == {WORDS, "Skrevet efter kopien"}
    store.close()


def holds(session: Session, number: int, words: str) -> bool:
    page = pages.Pages(session.profile.folder / DATABASE_FILE, session.store.key).page(number)
    return page is None or words.encode() in page
