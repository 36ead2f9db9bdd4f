"""Keeps the data of an open window safe: locks it, takes backups on the way, and says what happened after a crash."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from mentorapp.errors import UserError
from mentorapp.i18n import _
from mentorapp.store.connection import Damaged
from mentorapp.ui import shortcuts
from mentorapp.ui.desk import Desk
from mentorapp.ui.lock.cover import Cover, cover_all
from mentorapp.ui.lock.idle import Idle
from mentorapp.ui.tasks import Task

if TYPE_CHECKING:
    from mentorapp.ui.dialogs.safety.restore_dialog import Chosen
    from mentorapp.ui.lock.locked_dialog import LockedDialog
    from mentorapp.ui.main_window import MainWindow

BACKUP_MS = 30 * 60_000
AFTER_START_MS = 1_500
"""The window has painted and its first figures are on the way."""


class Keeper(QObject):
    """One for a window, made after it is shown."""

    def __init__(self, desk: Desk, window: MainWindow, interrupted: int | None = None) -> None:
        """`interrupted` is when the last window was opened, if it was cut off."""
        super().__init__(window)
        self._desk, self._window, self._interrupted = desk, window, interrupted
        self._covers: list[Cover] = []
        self.locked: LockedDialog | None = None
        self.wanted: Chosen | None = None
        """The backup to bring back once the window is closed."""
        desk.lock_wanted.connect(self.lock)
        desk.restore_wanted.connect(self.restore)
        shortcuts.bind(window, "lock", self.lock)
        self._timer = QTimer(self, interval=BACKUP_MS)
        self._timer.timeout.connect(self.back_up)
        self._timer.start()
        self._start = QTimer(self, singleShot=True, interval=AFTER_START_MS)
        self._start.timeout.connect(self.begin)
        self._start.start()

    def begin(self) -> None:
        """What may wait until the window stands; done once."""
        self._start.stop()
        self._idle = Idle(self, lambda: self._desk.preferences.lock_after)
        self._idle.passed.connect(self.lock)
        self._desk.safety_changed.emit()
        if self._interrupted is not None:
            self._examine()
        from mentorapp.ui.exchange.letting_go import LettingGo

        self._letting_go = LettingGo(self._desk, self._window)
        self._letting_go.look()
        self._desk.book.day_changed.connect(self._letting_go.look)

    def back_up(self) -> None:
        """A backup in the background if anything was saved or typed since the last one."""
        session = self._desk.session

        def work() -> None:
            if session.backups.due(session.store):
                session.backups.take(session.store, "time")

        Task(self, work, lambda _nothing: self._desk.safety_changed.emit(), self._backup_failed)

    def _backup_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        # it stands on I dag until it is mended; nobody is interrupted at work for it
        self._desk.safety_changed.emit()

    def lock(self) -> None:
        """Cover everything; what is being written is kept first."""
        from mentorapp.ui.lock.locked_dialog import LockedDialog

        if self.locked is not None:
            return
        if self._window.stack.made("learner"):
            self._window.learner.flush()
        session = self._desk.session
        self._covers = cover_all()
        self.locked = LockedDialog(self._window, session.profile.folder, session.store.key)
        self.locked.accepted.connect(self._unlock)
        self.locked.ended.connect(self._end)
        self.locked.open()
        self.locked.field.line.setFocus()

    def _unlock(self) -> None:
        self.locked = None
        for cover in reversed(self._covers):
            cover.lift()
        self._covers = []

    def _end(self) -> None:
        """End the program from behind the lock; nothing is shown again on the way."""
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                window.done(QDialog.DialogCode.Rejected)
        self.locked = None
        self._window.close()

    def restore(self) -> None:
        """Ask which backup, keep one of what is here, and close the window: who opened it brings the backup back."""
        from mentorapp.ui.dialogs.safety.restore_dialog import RestoreDialog

        session = self._desk.session
        dialog = RestoreDialog(self._window, session.profile.folder, session.store.key, session.store)
        dialog.exec()
        chosen = dialog.chosen
        if chosen is None:
            return

        def close(_nothing: object) -> None:
            self.wanted = chosen
            self._window.close()

        if self._window.stack.made("learner"):
            self._window.learner.flush()

        def keep() -> None:
            # damaged data makes no backup; a restore keeps it as it is
            with suppress(Damaged):
                session.protect("restore")

        self._desk.run(self, keep, close)

    def _examine(self) -> None:
        from mentorapp.store import check

        store = self._desk.session.store
        self._desk.run(self, lambda: all(finding.ok for finding in check.pages(store)), self._tell_of_crash)

    def _tell_of_crash(self, sound: bool) -> None:
        """What happened and what is safe; where a page is damaged, the newest backup is offered."""
        if self.locked is not None or not self._window.isVisible():
            return
        if not sound:
            self._desk.fail(
                UserError(
                    _(
                        "Datafilen er blevet beskadiget, da programmet blev afbrudt. Sikkerhedskopierne er urørte. "
                        "Hent den nyeste under Indstillinger."
                    )
                )
            )
            return
        from mentorapp.store import drafts
        from mentorapp.ui.dialogs.safety.interrupted import InterruptedDialog
        from mentorapp.ui.learner.notes import note_draft

        store, about, learner = self._desk.session.store, "", b""
        newest = drafts.newest(store, "note/")
        if newest:
            learner = bytes.fromhex(newest[0].removeprefix("note/"))
            opened = self._desk.book.open(learner)
            if opened and note_draft.unfinished(store, learner, opened.case.notes):
                about = opened.case.learner.name
        dialog = InterruptedDialog(self._window, self._interrupted or 0, about, newest[1] if newest else 0)
        if about:
            dialog.accepted.connect(lambda: self._desk.learner_wanted.emit(learner, "notes"))
        dialog.open()
